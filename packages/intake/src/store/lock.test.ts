import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskOf, lockFolder } from './lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leave = (owner: object): void =>
  writeFileSync(join(folder, 'owner.lock'), JSON.stringify({ id: 'x', started: null, desk: null, ...owner }));

describe('lockFolder', () => {
  it('refuses a second holder and names the first', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(/holds this store.*DATABASE_URL/);
    lock.release();
    lockFolder(folder).release();
  });

  it('takes over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leave({ pid, host: hostname() });
    lockFolder(folder).release();
  });

  it.runIf(process.platform === 'linux')(
    'takes over when another process has the number of the one gone',
    () => {
      leave({ pid: process.pid, host: hostname(), started: '1' });
      lockFolder(folder).release();
    },
  );

  it('takes over from another machine only when it has long been silent', () => {
    leave({ pid: 1, host: 'another-machine' });
    expect(() => lockFolder(folder)).toThrow(/another-machine/);
    utimesSync(join(folder, 'owner.lock'), new Date(0), new Date(0));
    lockFolder(folder).release();
  });

  it('lets one of several take over', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leave({ pid, host: hostname() });
    const held = Array.from({ length: 5 }, () => {
      try {
        return lockFolder(folder);
      } catch {
        return null;
      }
    }).filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    held[0]?.release();
  });

  it('tells its own user, and nobody else, where commands are answered', () => {
    const lock = lockFolder(folder);
    expect(deskOf(folder)).toBeNull();
    lock.announce({ port: 1234, token: 'secret' });
    expect(deskOf(folder)).toEqual({ port: 1234, token: 'secret' });
    expect(statSync(join(folder, 'owner.lock')).mode & 0o077).toBe(0);
    lock.release();
    expect(deskOf(folder)).toBeNull();
    expect(() => readFileSync(join(folder, 'owner.lock'))).toThrow('ENOENT');
  });
});
