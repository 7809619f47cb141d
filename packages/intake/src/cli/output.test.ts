import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submit } from '@maths-hubs/sdk/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../test/intake.js';
import { applications, install } from '../../test/service.js';
import type { Service } from '../../test/service.js';
import { backupKey } from './backup.js';

const mayFill = process.platform === 'linux';

describe('what the system refuses', () => {
  const place = newFolder();
  const installed = install(place.location);
  const elsewhere = mkdtempSync(join(tmpdir(), 'intake-output-'));
  let service: Service;

  /** A command with its output where a shell puts it. */
  const piped = (command: string, where: string): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const words = [process.execPath, ...installed.words(...command.split(' '))];
      const line = `set -o pipefail; "$@" ${where}`;
      execFile('bash', ['-c', line, 'bash', ...words], (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });

  beforeAll(async () => {
    service = await installed.serve();
    const application = await applications();
    const endpoint = `${service.url}/applications`;
    // More than a pipe takes at once.
    const all = Array.from({ length: 150 }, (_, index) =>
      submit(application(`Teacher ${index}`), { endpoint, key: `output-test-${index}` }),
    );
    for (const { outcome } of await Promise.all(all)) expect(outcome).toBe('received');
  });
  afterAll(async () => {
    await service.end('SIGTERM');
    installed.remove();
    place.remove();
    rmSync(elsewhere, { recursive: true });
  });

  it.each(['export', 'export --format json', 'list', 'backup'])(
    'ends %s when its reader has had enough',
    async (command) => {
      expect(await piped(command, '| head -c 5 > /dev/null')).toEqual({ code: 0, stdout: '', stderr: '' });
    },
  );

  it.runIf(mayFill).each(['export', 'list', 'backup'])(
    'says of %s that a full disk did not take it',
    async (command) => {
      const { code, stderr } = await piped(command, '> /dev/full');
      expect([code, stderr]).toEqual([1, expect.stringContaining('ENOSPC')]);
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
  );

  it('says in a line what cannot be written, or listened on', async () => {
    for (const [path, code] of [
      [join(elsewhere, 'none', 'b.ndjson'), 'ENOENT'],
      [elsewhere, 'EISDIR'],
    ] as const) {
      const { code: exit, stderr } = await installed.run('backup', '--out', path);
      expect([exit, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^[^\\n]+ ${code}\\.\\n$`))]);
    }
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const second = newFolder();
    const other = install(second.location, { port });
    const { code, stderr } = await other.run('serve');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Another program listens .* EADDRINUSE\.$/m)]);
    expect(stderr).not.toMatch(/^ {4}at |taken away/m);
    taken.close();
    other.remove();
    second.remove();
  });

  it('ends when it has its answer, however long the service would keep the connection', async () => {
    const took: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      const begun = performance.now();
      expect((await installed.run('notices')).code).toBe(0);
      took.push(performance.now() - begun);
    }
    // An idle connection is closed after five seconds.
    expect(Math.min(...took)).toBeLessThan(4_500);
  });

  it('waits for no service that hangs, and says who holds the store', async () => {
    service.process.kill('SIGSTOP');
    const { code, stderr } = await installed.run('list');
    service.process.kill('SIGCONT');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Process \d+ on .* holds this store/)]);
    expect((await installed.run('list')).code).toBe(0);
  });

  it('takes an empty file for no secret', async () => {
    const empty = join(elsewhere, 'empty');
    writeFileSync(empty, '\n');
    for (const name of ['KEY_SECRET_FILE', 'DATABASE_URL_FILE', 'METRICS_TOKEN_FILE', 'BACKUP_KEY_FILE']) {
      const { code, stderr } = await installed.run({ [name]: empty }, 'backup');
      expect([name, code, stderr]).toEqual([name, 1, expect.stringContaining(`${empty} is empty`)]);
    }
  });

  it('reads a key out of the file that age-keygen makes', () => {
    const file = join(elsewhere, 'backup-identity.txt');
    writeFileSync(file, '# created: 2026-11-27\n# public key: age1abc\nAGE-SECRET-KEY-1ABC\n');
    expect(backupKey({ BACKUP_KEY_FILE: file })).toBe('AGE-SECRET-KEY-1ABC');
    expect(backupKey({ BACKUP_KEY: 'a passphrase of age1' })).toBe('a passphrase of age1');
  });
});

describe.runIf(mayFill)('a service whose log nobody takes', () => {
  it('goes on when the disk of its log is full, or the reader of it has ended', async () => {
    const application = await applications();
    const full = openSync('/dev/full', 'w');
    for (const log of [full, 'pipe'] as const) {
      const place = newFolder();
      const installed = install(place.location);
      const service = await installed.serve({ log });
      service.process.stderr?.destroy();
      for (let index = 0; index < 3; index += 1) {
        const sent = { endpoint: `${service.url}/applications`, key: `log-test-${index}` };
        expect((await submit(application(`Teacher ${index}`), sent)).outcome).toBe('received');
      }
      expect(await service.end('SIGTERM')).toBe(0);
      installed.remove();
      place.remove();
    }
    closeSync(full);
  });
});
