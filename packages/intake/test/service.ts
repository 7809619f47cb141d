import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { applicationForm } from '@maths-hubs/sdk/applications';
import type { Application } from '@maths-hubs/sdk/applications';
import { loadEdition } from '@maths-hubs/sdk/programme';
import type { StoreLocation } from '../src/store/interface.js';

const program = fileURLToPath(new URL('../bin/maths-hubs-intake.js', import.meta.url));

export const hub = {
  id: 'test-hub',
  name: 'Test Hub',
  origins: ['https://hub.example'],
  edition: '2020/21',
  notice: { version: 'n1', controller: 'c', processor: 'p', lawfulBasis: 'public task', text: 't' },
};

/** An application to that hub that no other equals. */
export async function applications(): Promise<(name: string) => Application> {
  const form = applicationForm(await loadEdition(hub.edition), { ...hub, hub: hub.id });
  const phase = form.phases.find(({ id }) => id === 'development');
  if (phase === undefined) throw new Error('That year has no Development phase');
  return (name) => ({
    format: 'maths-hubs-application/1',
    kind: 'application',
    hub: hub.id,
    edition: form.edition,
    answers: {
      schoolName: 'Hill Top Primary',
      postcode: 'LE1 1AA',
      phase: phase.id,
      name,
      email: 'a.teacher@school.example',
    },
    readiness: {},
    agreement: { declared: true, commitments: phase.commitments },
    notice: { version: 'n1', shownAt: null },
  });
}

/** The built program with a configuration of its own, as a host runs it. */
export interface Installation {
  /** @param before  words before the program's, such as `unshare --pid`; where its log goes */
  serve(...before: (string | { readonly log: number | 'pipe' })[]): Promise<Service>;
  /** Runs a command to its end; with more in its environment where an object stands among the words. */
  run(
    ...args: (string | Record<string, string>)[]
  ): Promise<{ code: number; stdout: string; stderr: string }>;
  /** The program with its configuration and a command, as words after `node`. */
  words(...command: string[]): string[];
  remove(): void;
}

export interface Service {
  readonly url: string;
  readonly process: ChildProcess;
  /** Sends a signal and waits for the end; its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function install(location: StoreLocation, more: object = {}): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'intake-install-'));
  const config = join(folder, 'intake.config.json');
  const store = 'folder' in location ? { store: location } : {};
  writeFileSync(
    config,
    JSON.stringify({
      hubs: [hub],
      port: 0,
      limits: { burst: 1e6, perMinute: 1e6, perHubDay: 1e6, perNetworkDay: 1e6 },
      ...store,
      ...more,
    }),
  );
  const { DATABASE_URL: _, ...outer } = process.env;
  const env = { ...outer, ...('databaseUrl' in location && { DATABASE_URL: location.databaseUrl }) };
  return {
    async serve(...asked) {
      const before = asked.filter((word) => typeof word === 'string');
      const { log = 'pipe' } = asked.find((word) => typeof word === 'object') ?? {};
      const [first = '', ...words] = [...before, process.execPath, program, '--config', config, 'serve'];
      const child = spawn(first, words, {
        env,
        stdio: ['ignore', 'pipe', log],
      });
      const { stdout: output } = child;
      if (output === null) throw new Error('Its output goes nowhere');
      let said = '';
      child.stderr?.on('data', (chunk) => (said = (said + String(chunk)).slice(-4000)));
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const url = await new Promise<string>((resolve, reject) => {
        createInterface(output).once('line', (line) => resolve(line.replace('Listening on ', '')));
        void ended.then((code) => reject(new Error(`The service ended with ${code}: ${said}`)));
      });
      return {
        url,
        process: child,
        end(signal) {
          child.kill(signal);
          return ended;
        },
      };
    },
    run(...asked) {
      const args = asked.filter((word) => typeof word === 'string');
      const more = Object.assign({}, ...asked.filter((word) => typeof word !== 'string')) as typeof env;
      return new Promise((resolve) => {
        execFile(
          process.execPath,
          [program, '--config', config, ...args],
          { env: { ...env, ...more }, maxBuffer: 1 << 28 },
          (error, stdout, stderr) =>
            resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
        );
      });
    },
    words: (...command) => [program, '--config', config, ...command],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
