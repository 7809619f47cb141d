import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { submit } from '@maths-hubs/sdk/applications';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../../test/intake.js';
import { applications, install } from '../../test/service.js';
import { handOver, ownerOf } from './owner.js';

const USER = 65_534;
const as = ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups'];
/** Root can lend the service a user of its own; nobody else can. */
const mayLend =
  process.getuid?.() === 0 &&
  spawnSync('setpriv', [...as.slice(1), process.execPath, '--version']).status === 0;

describe.runIf(mayLend)('a folder that belongs to the service’s own user', () => {
  it('still does after root has backed it up, erased from it and restored into it, with no service running', async () => {
    const place = newFolder();
    const { folder } = place.location;
    const around = dirname(folder);
    chownSync(around, USER, USER);
    handOver(folder, ownerOf(around));
    const installed = install(place.location);
    chmodSync(dirname(installed.words()[2] ?? ''), 0o755);
    chmodSync(installed.words()[2] ?? '', 0o644);
    const send = async (key: string): Promise<string> => {
      const service = await installed.serve(...as);
      const sent = { endpoint: `${service.url}/applications`, key };
      const result = await submit((await applications())(key), sent);
      expect(await service.end('SIGTERM')).toBe(0);
      return result.outcome === 'received' ? result.reference : JSON.stringify(result);
    };
    const gone = await send('owner-test-1');
    const backup = join(around, 'backups');
    mkdirSync(backup, { mode: 0o700 });
    for (const command of [['backup', '--out', join(backup, 'b.ndjson')], ['forget', gone], ['list']])
      expect(await installed.run(...command)).toMatchObject({ code: 0, stderr: '' });
    expect(await send('owner-test-2')).toMatch(/^MH-/);
    expect(statSync(join(backup, 'intake.keys')).uid).toBe(0);

    const state = join(around, 'state');
    mkdirSync(state);
    chownSync(state, USER, USER);
    const fresh = install({ folder: join(state, 'store') });
    chmodSync(dirname(fresh.words()[2] ?? ''), 0o755);
    chmodSync(fresh.words()[2] ?? '', 0o644);
    expect(await fresh.run('restore', join(backup, 'b.ndjson'))).toMatchObject({ code: 0, stderr: '' });
    const service = await fresh.serve(...as);
    expect(await service.end('SIGTERM')).toBe(0);

    chownSync(join(folder, 'database', 'PG_VERSION'), 0, 0);
    await expect(installed.serve(...as)).rejects.toThrow(/PG_VERSION belongs to another user.*chown -R/);
    for (const each of [installed, fresh, place]) each.remove();
  });
});
