import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { databases, newFolder } from '../../test/intake.js';
import { applications, install } from '../../test/service.js';
import type { Service } from '../../test/service.js';
import type { Received } from '../desk/rows.js';

const mayUnshare =
  process.platform === 'linux' && spawnSync('unshare', ['--pid', '--mount', '--fork', 'true']).status === 0;
const KILLS = 20;
const SENDERS = 8;

describe.each(databases)('a service on $name, killed under load', ({ name, newPlace }) => {
  const removals: (() => void)[] = [];
  afterAll(() => removals.forEach((remove) => remove()));

  it(`has every 201 exactly once after ${KILLS} kills`, async () => {
    const place = await newPlace();
    const installed = install(place.location);
    removals.push(installed.remove, place.remove);
    const application = await applications();
    const acknowledged = new Map<string, string>();
    let service: Service | null = null;
    let done = false;
    let unanswered = 0;
    let refused = 0;
    let sent = 0;

    /** Sends one application after another; what is not answered is sent again with its key, as the form does. */
    const sender = async (): Promise<void> => {
      while (!done) {
        const key = `kill-test-${(sent += 1)}`;
        const body = JSON.stringify(application(key));
        while (!done) {
          const reference = await attempt(key, body);
          if (reference === null) {
            unanswered += 1;
            await new Promise((resolve) => setTimeout(resolve, 50));
            continue;
          }
          acknowledged.set(key, reference);
          break;
        }
      }
    };
    const attempt = async (key: string, body: string): Promise<string | null> => {
      if (service === null) return null;
      try {
        const response = await fetch(`${service.url}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body,
        });
        // A disk that is busy with others: the form sends it again.
        if (response.status === 503 && response.headers.has('retry-after')) {
          refused += 1;
          return null;
        }
        if (response.status !== 201) throw new Error(`answered ${response.status}: ${await response.text()}`);
        return ((await response.json()) as { reference: string }).reference;
      } catch (error) {
        if (error instanceof TypeError || error instanceof SyntaxError) return null;
        throw error;
      }
    };

    service = await installed.serve();
    const sending = Promise.all(Array.from({ length: SENDERS }, sender));
    // What goes wrong there is reported where it is awaited.
    sending.catch(() => undefined);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500));
      const killed = service;
      service = null;
      await killed.end('SIGKILL');
      service = await installed.serve();
    }
    done = true;
    await sending;
    expect(await service.end('SIGTERM')).toBe(0);

    const { stdout } = await installed.run('export', '--format', 'json');
    const rows = JSON.parse(stdout) as Received[];
    const byKey = new Map<string, string[]>();
    for (const { reference, application } of rows) {
      const key = application.answers.name ?? '';
      byKey.set(key, [...(byKey.get(key) ?? []), reference]);
    }
    for (const [key, reference] of acknowledged) expect(byKey.get(key)).toEqual([reference]);
    expect([...byKey.values()].every((references) => references.length === 1)).toBe(true);
    expect(rows.length - acknowledged.size).toBeLessThanOrEqual(SENDERS);

    const backup = (await installed.run('backup')).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const references = (table: string) =>
      backup.filter((line) => line.table === table).map((line) => line.row.reference as string);
    expect(references('keys').sort()).toEqual(references('applications').sort());
    console.warn(
      `${name}: ${KILLS} kills, ${sent} sent, ${unanswered} attempts unanswered, ${refused} refused, ${acknowledged.size} acknowledged, ` +
        `${rows.length} stored, 0 lost, 0 twice`,
    );
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  });
});

describe('the embedded folder', () => {
  it('refuses a second process, and is free again after a kill', async () => {
    const place = await databases[0]!.newPlace();
    const installed = install(place.location);
    const first = await installed.serve();
    await expect(installed.serve()).rejects.toThrow(/ended with 1: Process \d+ on .* holds this store/);
    const list = await installed.run('list');
    expect(list.code).toBe(0);
    await first.end('SIGKILL');
    const second = await installed.serve();
    await second.end('SIGTERM');
    installed.remove();
    place.remove();
  });

  it.runIf(mayUnshare)(
    'has one owner also where no process sees the other: nothing acknowledged is lost',
    async () => {
      const place = newFolder();
      const installed = install(place.location);
      const first = await installed.serve();
      const application = await applications();
      const acknowledged: string[] = [];
      const send = async (index: number): Promise<void> => {
        const response = await fetch(`${first.url}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(application(`Person ${index}`)),
        });
        expect(response.status).toBe(201);
        acknowledged.push(((await response.json()) as { reference: string }).reference);
      };
      for (let index = 0; index < 40; index += 1) await send(index);
      const apart = [
        'unshare',
        '--pid',
        '--mount',
        '--uts',
        '--ipc',
        '--fork',
        '--mount-proc',
        '--kill-child',
      ];
      let refused = 0;
      for (let count = 0; count < 3; count += 1) {
        await installed.serve(...apart).catch((error: Error) => {
          expect(error.message).toMatch(/holds this store/);
          refused += 1;
        });
        // A command from there asks the owner, and takes nothing from it.
        const listed = spawnSync(
          'unshare',
          [...apart.slice(1), '--net', process.execPath, ...installed.words('list')],
          {
            encoding: 'utf8',
          },
        );
        expect(listed.stdout.trim().split('\n')).toHaveLength(acknowledged.length);
      }
      for (let index = 40; index < 80; index += 1) await send(index);
      expect(await first.end('SIGTERM')).toBe(0);
      const { stdout } = await installed.run('list');
      const stored = new Set(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0]),
      );
      const lost = acknowledged.filter((reference) => !stored.has(reference)).length;
      console.warn(
        `Second owner in other namespaces: refused ${refused} of 3; ${acknowledged.length} acknowledged, ${stored.size} stored, ${lost} lost`,
      );
      expect([refused, lost]).toEqual([3, 0]);
      installed.remove();
      place.remove();
    },
  );

  it('ends, with nothing acknowledged meanwhile, when its folder is removed or replaced', async () => {
    for (const replaced of [false, true]) {
      const place = newFolder();
      const { folder } = place.location;
      const installed = install(place.location);
      const service = await installed.serve();
      const send = () =>
        fetch(`${service.url}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
      const body = JSON.stringify((await applications())('Somebody'));
      expect((await send()).status).toBe(201);
      renameSync(folder, `${folder}-away`);
      if (replaced) mkdirSync(folder);
      const started = performance.now();
      const statuses = new Set<number>();
      let ended = false;
      void once(service.process, 'exit').then(() => (ended = true));
      while (!ended)
        await send().then(
          ({ status }) => statuses.add(status),
          () => new Promise((resolve) => setTimeout(resolve, 20)),
        );
      expect(service.process.exitCode).toBe(1);
      expect([...statuses].filter((status) => status !== 503)).toEqual([]);
      console.warn(
        `Folder ${replaced ? 'replaced' : 'removed'}: 0 acknowledged after, ended in ${((performance.now() - started) / 1000).toFixed(1)} s`,
      );
      installed.remove();
      place.remove();
    }
  });

  it('lets one of ten that start at once have it', async () => {
    const place = await databases[0]!.newPlace();
    const installed = install(place.location);
    await (await installed.serve()).end('SIGKILL');
    const starts = await Promise.allSettled(Array.from({ length: 10 }, () => installed.serve()));
    const started = starts.filter((start) => start.status === 'fulfilled');
    console.warn(`Ten processes on one folder: ${started.length} started, ${10 - started.length} refused`);
    expect(started).toHaveLength(1);
    await started[0]!.value.end('SIGTERM');
    installed.remove();
    place.remove();
  });
});
