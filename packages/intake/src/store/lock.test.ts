import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockOpenFile, PROGRAMS } from './kernel-lock.js';
import { deskOf, lockFolder } from './lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Whether this process may make namespaces of its own. */
const mayUnshare =
  process.platform === 'linux' &&
  spawnSync('unshare', ['--pid', '--net', '--mount', '--fork', 'true']).status === 0;

/** A process that holds the file's lock until it is killed; in namespaces of its own where asked. */
async function holder(path: string, unshared: boolean) {
  const script = `flock -n 9 || exit 7; echo held; exec sleep 60`;
  const shell = ['bash', '-c', `exec 9>>"$0"; ${script}`, path];
  const [program = '', ...args] = unshared
    ? ['unshare', '--pid', '--net', '--mount', '--fork', '--kill-child', ...shell]
    : shell;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('lockFolder', () => {
  it('refuses a second holder and names the first', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(/Process \d+ on .* holds this store.*DATABASE_URL/);
    lock.release();
    (await lockFolder(folder)).release();
  });

  it('lets one of several have it', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const held = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
    expect(held).toHaveLength(1);
    held[0]!.release();
  });

  it('takes over at once from a process that was killed, and never from one that lives', async () => {
    const other = await holder(join(folder, 'owner.lock'), false);
    await expect(lockFolder(folder)).rejects.toThrow(/holds this store/);
    await other.kill();
    (await lockFolder(folder)).release();
  });

  it.runIf(mayUnshare)('sees a holder in other namespaces, where no process number helps', async () => {
    const other = await holder(join(folder, 'owner.lock'), true);
    await expect(lockFolder(folder)).rejects.toThrow(/holds this store/);
    await other.kill();
    await expect
      .poll(
        async () =>
          lockFolder(folder).then(
            (lock) => (lock.release(), 'free'),
            () => 'held',
          ),
        { timeout: 30_000 },
      )
      .toBe('free');
  });

  it.runIf(mayUnshare)('sees a holder through a bind mount of the folder', async () => {
    const lock = await lockFolder(folder);
    const seen = mkdtempSync(join(tmpdir(), 'intake-bound-'));
    const script = `mount --bind "$0" "$1" && flock -n "$1/owner.lock" true`;
    const { status } = spawnSync('unshare', [
      '--mount',
      '--pid',
      '--fork',
      'bash',
      '-c',
      script,
      folder,
      seen,
    ]);
    expect(status).toBe(1);
    lock.release();
    expect(
      spawnSync('unshare', ['--mount', '--pid', '--fork', 'bash', '-c', script, folder, seen]).status,
    ).toBe(0);
    rmSync(seen, { recursive: true });
  });

  it('is no longer held once its folder or its file is another', async () => {
    const lock = await lockFolder(folder);
    expect(lock.held()).toBe(true);
    rmSync(folder, { recursive: true });
    expect(lock.held()).toBe(false);
    mkdirSync(folder);
    expect(lock.held()).toBe(false);
    const next = await lockFolder(folder);
    expect([lock.held(), next.held()]).toEqual([false, true]);
    lock.release();
    expect(deskOf(folder)).toBeNull();
    expect(next.held()).toBe(true);
    next.release();
  });

  it('tells its own user, and nobody else, where commands are answered', async () => {
    const lock = await lockFolder(folder);
    expect(deskOf(folder)).toBeNull();
    lock.announce({ socket: '/a/socket', token: 'secret' });
    expect(deskOf(folder)).toEqual({ socket: '/a/socket', token: 'secret' });
    expect(statSync(join(folder, 'owner.json')).mode & 0o077).toBe(0);
    lock.release();
    expect(deskOf(folder)).toBeNull();
    expect(() => readFileSync(join(folder, 'owner.json'))).toThrow('ENOENT');
  });
});

describe('lockOpenFile', () => {
  it('says where the system offers no way', () => {
    const file = openSync(join(folder, 'file'), 'a+');
    expect(lockOpenFile(file, [['no-such-program-at-all']])).toBeNull();
    expect(lockOpenFile(file)).toBe(true);
  });

  it.for(['perl', 'python3'])(
    'has the same lock from %s, where flock(1) is not installed',
    (program, { skip }) => {
      const path = join(folder, program);
      skip(spawnSync(program, ['-c', '1']).error !== undefined, `${program} is not installed`);
      const ways = PROGRAMS.filter(([name]) => name === program);
      const file = openSync(path, 'a+');
      expect(lockOpenFile(file, ways)).toBe(true);
      expect(() => execFileSync('flock', ['-n', path, 'true'], { stdio: 'ignore' })).toThrow();
      expect(lockOpenFile(openSync(path, 'a+'), ways)).toBe(false);
    },
  );
});
