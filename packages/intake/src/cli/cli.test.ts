import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { submit } from '@maths-hubs/sdk/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../test/intake.js';
import { applications, install } from '../../test/service.js';
import type { Service } from '../../test/service.js';

describe('maths-hubs-intake', () => {
  const place = newFolder();
  const installed = install(place.location);
  const elsewhere = mkdtempSync(join(tmpdir(), 'intake-cli-'));
  let service: Service;
  let reference: string;

  beforeAll(async () => {
    service = await installed.serve();
    const application = (await applications())('=A Teacher');
    const result = await submit(application, { endpoint: `${service.url}/applications`, key: 'cli-test-1' });
    if (result.outcome !== 'received') throw new Error(JSON.stringify(result));
    ({ reference } = result);
  });
  afterAll(async () => {
    await service.end('SIGTERM');
    installed.remove();
    place.remove();
    rmSync(elsewhere, { recursive: true });
  });

  it('reaches a running service’s store through the service', async () => {
    const list = await installed.run('list');
    expect(list.stdout).toMatch(
      new RegExp(`^${reference}\\t.*\\tapplication\\tdevelopment\\tHill Top Primary\\n$`),
    );
    const show = await installed.run('show', reference);
    expect(JSON.parse(show.stdout)).toMatchObject({ reference, hub: 'test-hub', notices: [] });
    const csv = await installed.run('export', '--since', '2020-01-01', '--format', 'csv');
    expect(csv.stdout).toContain(`"'=A Teacher"`);
    const json = await installed.run('export', '--since', '2999-01-01', '--format', 'json');
    expect(JSON.parse(json.stdout)).toEqual([]);
  });

  it('refuses a second service on the same folder', async () => {
    await expect(installed.serve()).rejects.toThrow(/holds this store/);
  });

  it('answers the desk to nobody without the token', async () => {
    const desk = await installed.run('show', 'MH-00000-00000');
    expect([desk.code, desk.stderr]).toEqual([1, 'There is no application MH-00000-00000.\n']);
    expect((await fetch(`${service.url}/backup`)).status).toBe(404);
  });

  it('stops when asked, backs up, forgets, and restores without what it forgot', async () => {
    expect(await service.end('SIGTERM')).toBe(0);
    const file = join(elsewhere, 'backup.ndjson');
    expect((await installed.run('backup', '--out', file)).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(elsewhere, 'intake.keys')).mode & 0o777).toBe(0o600);
    const forget = await installed.run('forget', reference);
    expect([forget.stdout, forget.stderr]).toEqual([`${reference} is erased.\n`, '']);
    expect((await installed.run('list')).stdout).toBe('');
    expect((await installed.run('restore', file)).stdout).toBe(
      '0 applications restored; 1 erased since stay out.\n',
    );
    expect((await installed.run('list')).stdout).toBe('');
    service = await installed.serve();
  });

  it('restores a sealed backup elsewhere, with the keys that lie beside it, and refuses without either', async () => {
    const application = (await applications())('Somebody Else');
    const sent = await submit(application, { endpoint: `${service.url}/applications`, key: 'cli-test-2' });
    if (sent.outcome !== 'received') throw new Error(JSON.stringify(sent));
    const file = join(elsewhere, 'sealed.age');
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    expect((await installed.run({ BACKUP_KEY: recipient }, 'backup', '--out', file)).code).toBe(0);
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);

    const other = newFolder();
    const fresh = install(other.location);
    const none = await fresh.run('restore', file);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('BACKUP_KEY')]);
    const wrong = await fresh.run({ BACKUP_KEY: await generateIdentity() }, 'restore', file);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('another key')]);
    const restored = await fresh.run({ BACKUP_KEY: identity }, 'restore', file);
    expect(restored.stdout).toBe('1 applications restored; 0 erased since stay out.\n');
    expect((await fresh.run('list')).stdout).toContain(sent.reference);
    fresh.remove();
    other.remove();
  });

  it('keeps what it writes from other users', () => {
    const modes = readdirSync(place.location.folder, { recursive: true, withFileTypes: true })
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mode & 0o777)
      .filter((mode) => (mode & 0o077) !== 0);
    expect(modes).toEqual([]);
    expect(statSync(`${place.location.folder}.keys`).mode & 0o777).toBe(0o600);
  });

  it('lists no message where none failed, and says when there is nothing to send again or to try', async () => {
    expect((await installed.run('notices', '--failed')).stdout).toBe('');
    expect((await installed.run('notices', '--retry')).stdout).toBe('No message was given up.\n');
    const unknown = await installed.run('notices', '--retry', 'msg_unknown');
    expect([unknown.code, unknown.stderr]).toEqual([1, 'There is no undelivered message msg_unknown.\n']);
    const test = await installed.run('notices', '--test');
    expect([test.code, test.stderr]).toEqual([1, expect.stringContaining('no webhook')]);
  });

  it('says how it is called when it is called wrongly', async () => {
    const wrong = await installed.run('export', '--format', 'xml');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('csv, json')]);
    const undated = await installed.run('export', '--since', 'soon');
    expect([undated.code, undated.stderr]).toEqual([1, expect.stringContaining('2026-09-01')]);
  });
});
