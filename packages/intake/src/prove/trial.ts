import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { spawn, execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { applicationForm } from '@maths-hubs/sdk/applications';
import { loadEdition } from '@maths-hubs/sdk/programme';
import type { Received } from '../desk/rows.js';

export interface Found {
  readonly acknowledged: number;
  readonly lost: number;
  readonly twice: number;
}

const PROGRAM = fileURLToPath(new URL('../../bin/maths-hubs-intake.js', import.meta.url));
const FULL = new URL('./full-disk.js', import.meta.url).href;
const SENDERS = 8;

/** One installation of the service, tried again and again; what it acknowledged is remembered throughout. */
export class Trial {
  private readonly acknowledged = new Map<string, string>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  private service: { readonly child: ChildProcess; readonly url: string } | null = null;
  private make: ((name: string) => object) | null = null;

  constructor(
    private readonly folder: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly say: (line: string) => void,
  ) {}

  /** Killed so many times while applications arrive. */
  async killed(kills: number): Promise<Found> {
    await this.start();
    const load = this.load();
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(200 + Math.random() * 600);
      await this.kill('SIGKILL');
      await this.start();
    }
    const sent = await load.stop();
    return this.count(`Killed ${kills} times under load (${sent.unanswered} attempts unanswered)`);
  }

  /** Stopped as a host stops it, and started again, while applications arrive. */
  async restarted(): Promise<Found> {
    const load = this.load();
    await pause(300);
    const begun = performance.now();
    await this.kill('SIGTERM');
    const ended = performance.now();
    await this.start();
    const back = performance.now();
    await pause(300);
    await load.stop();
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
    return this.count(`Restarted: ended in ${seconds(begun, ended)} s, back in ${seconds(ended, back)} s`);
  }

  /** Every write refused for a while, as by a full disk (a real one is not filled: others may use it). */
  async fullDisk(): Promise<Found> {
    await this.kill('SIGTERM');
    await this.start(FULL);
    const load = this.load();
    await pause(300);
    this.service?.child.kill('SIGUSR2');
    const full = performance.now();
    while (load.refused() === 0 && performance.now() - full < 30_000) await pause(20);
    const refused = ((performance.now() - full) / 1000).toFixed(1);
    await pause(500);
    this.service?.child.kill('SIGUSR2');
    const room = performance.now();
    const before = this.acknowledged.size;
    while (this.acknowledged.size === before && performance.now() - room < 30_000) await pause(20);
    const back = ((performance.now() - room) / 1000).toFixed(1);
    await load.stop();
    return this.count(
      `Disk full (every write refused): 503 after ${refused} s, storing again ${back} s after there was room`,
    );
  }

  /** The connections to the database cut while applications arrive. */
  async connectionsCut(cut: () => Promise<void>): Promise<Found> {
    const load = this.load();
    await pause(300);
    await cut();
    const at = performance.now();
    const before = this.acknowledged.size;
    while (this.acknowledged.size === before && performance.now() - at < 30_000) await pause(20);
    const back = ((performance.now() - at) / 1000).toFixed(1);
    await load.stop();
    return this.count(`Database connections cut: storing again after ${back} s`);
  }

  async end(): Promise<void> {
    this.agent.destroy();
    if (this.service !== null) await this.kill('SIGTERM');
  }

  private async start(preload?: string): Promise<void> {
    const config = join(this.folder, 'intake.config.json');
    const args = [...(preload ? ['--import', preload] : []), PROGRAM, '--config', config, 'serve'];
    const { DATABASE_URL: _, ...outer } = process.env;
    const child = spawn(process.execPath, args, {
      env: { ...outer, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-2_000)));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).once('line', (line) => resolve(line.replace('Listening on ', '')));
      child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${said}`)));
    });
    this.service = { child, url };
  }

  private async kill(signal: NodeJS.Signals): Promise<void> {
    const ending = this.service;
    if (ending === null) return;
    this.service = null;
    const ended = new Promise((resolve) => ending.child.once('exit', resolve));
    ending.child.kill(signal);
    await ended;
  }

  /** Senders that send one application after another, each again with its key until it is answered. */
  private load() {
    let done = false;
    let unanswered = 0;
    let refused = 0;
    const sender = async (): Promise<void> => {
      while (!done) {
        const key = randomUUID();
        const body = JSON.stringify((await this.maker())(key));
        while (!done) {
          const answer = await this.send(key, body);
          if (answer?.status === 201) {
            this.acknowledged.set(key, answer.reference);
            break;
          }
          if (answer === null) unanswered += 1;
          else refused += 1;
          await pause(50);
        }
      }
    };
    const sending = Promise.all(Array.from({ length: SENDERS }, sender));
    return {
      refused: () => refused,
      stop: async () => {
        done = true;
        await sending;
        return { unanswered, refused };
      },
    };
  }

  private async maker(): Promise<(name: string) => object> {
    if (this.make !== null) return this.make;
    const notice = {
      version: '1',
      controller: 'trial',
      processor: 'trial',
      lawfulBasis: 'trial',
      text: 'trial',
    };
    const form = applicationForm(await loadEdition('2024/25'), { hub: 'trial-hub', notice });
    const [phase] = form.phases;
    if (phase === undefined) throw new Error('That year has no phase');
    this.make = (name) => ({
      format: 'maths-hubs-application/1',
      kind: 'application',
      hub: 'trial-hub',
      edition: form.edition,
      answers: {
        schoolName: 'Trial School',
        postcode: 'LE1 1AA',
        phase: phase.id,
        name,
        email: 'trial@trial.example',
      },
      readiness: {},
      agreement: { declared: true, commitments: phase.commitments },
      notice: { version: '1', shownAt: null },
    });
    return this.make;
  }

  /** The answer; null when there was none. */
  private send(key: string, body: string): Promise<{ status: number; reference: string } | null> {
    const { service, agent } = this;
    if (service === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const asking = request(
        `${service.url}/applications`,
        {
          method: 'POST',
          agent,
          timeout: 15_000,
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
        },
        (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.once('error', () => resolve(null));
          response.once('end', () => {
            try {
              const { reference = '' } = JSON.parse(text) as { reference?: string };
              resolve({ status: response.statusCode ?? 0, reference });
            } catch {
              resolve(null);
            }
          });
        },
      );
      asking.once('timeout', () => asking.destroy());
      asking.once('error', () => resolve(null));
      asking.end(body);
    });
  }

  /** What is there of what was acknowledged, read by the export command. */
  private async count(what: string): Promise<Found> {
    const rows = JSON.parse(await this.run('export', '--format', 'json')) as Received[];
    const stored = new Map<string, string[]>();
    for (const { reference, application } of rows) {
      const key = application.answers.name ?? '';
      stored.set(key, [...(stored.get(key) ?? []), reference]);
    }
    let lost = 0;
    for (const [key, reference] of this.acknowledged) if (!stored.get(key)?.includes(reference)) lost += 1;
    const twice = [...stored.values()].filter((references) => references.length > 1).length;
    const acknowledged = this.acknowledged.size;
    this.say(
      `${what}: ${acknowledged} acknowledged so far, ${rows.length} stored, ${lost} lost, ${twice} twice.`,
    );
    return { acknowledged, lost, twice };
  }

  private run(...args: string[]): Promise<string> {
    const config = join(this.folder, 'intake.config.json');
    const { DATABASE_URL: _, ...outer } = process.env;
    return new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [PROGRAM, '--config', config, ...args],
        { env: { ...outer, ...this.environment }, maxBuffer: 1 << 30 },
        (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
      );
    });
  }
}
