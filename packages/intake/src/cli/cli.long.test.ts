import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

  it('finds a person by address, name or reference, and erases what it found and somebody has looked at', async () => {
    const late = (await applications())('Zebedee Unique');
    const endpoint = `${service.url}/applications`;
    const both: string[] = [];
    for (const [key, phase] of [
      ['cli-find-1', 'Hill Top Primary'],
      ['cli-find-2', 'Vale Primary'],
    ] as const) {
      const answers = { ...late.answers, schoolName: phase, email: 'zebedee@unique.example' };
      const result = await submit({ ...late, answers }, { endpoint, key });
      if (result.outcome !== 'received') throw new Error(JSON.stringify(result));
      both.push(result.reference);
    }
    for (const words of [['zebedee@UNIQUE.example'], ['unique', 'zebedee']]) {
      const lines = (await installed.run('find', ...words)).stdout.trimEnd().split('\n');
      expect(lines.map((line) => line.split('\t')[0])).toEqual(both);
      expect(lines[1]).toMatch(/\ttest-hub\t.*\tZebedee Unique, zebedee@unique.example\tVale Primary\tin /);
    }
    const whole = JSON.parse((await installed.run('find', both[0] ?? '', '--format', 'json')).stdout);
    expect(whole).toMatchObject([
      { reference: both[0], in: ['reference'], application: { kind: 'application' } },
    ]);
    const nobody = await installed.run('find', 'nobody@nowhere.example');
    expect([nobody.code, nobody.stdout, nobody.stderr]).toEqual([
      0,
      '',
      'No application holds “nobody@nowhere.example”.\n',
    ]);
    const short = await installed.run('find', 'a');
    expect([short.code, short.stderr]).toEqual([1, expect.stringContaining('three letters')]);

    const file = join(elsewhere, 'found.txt');
    writeFileSync(file, (await installed.run('find', 'zebedee@unique.example')).stdout);
    const erased = await installed.run('forget', 'MH-00000-00000', '--from', file);
    expect([erased.code, erased.stdout, erased.stderr]).toEqual([
      1,
      both.map((each) => `${each} is erased.\n`).join(''),
      'There is no application MH-00000-00000.\n',
    ]);
    expect((await installed.run('find', 'zebedee')).stdout).toBe('');
    expect((await installed.run('list')).stdout).toContain(reference);
    const none = await installed.run('forget');
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('--from')]);
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
    expect((await installed.run('notices', '--retry')).stdout).toBe(
      'No message was given up. What was switched off is on again.\n',
    );
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

describe('what is set aside', () => {
  const place = newFolder();
  const installed = install(place.location, { limits: { perHubDay: 1 } });
  let service: Service;
  beforeAll(async () => {
    service = await installed.serve();
  });
  afterAll(async () => {
    await service.end('SIGTERM');
    installed.remove();
    place.remove();
  });

  it('is marked, listed apart, and released', async () => {
    const application = await applications();
    const references: string[] = [];
    for (const key of ['aside-key-1', 'aside-key-2', 'aside-key-3']) {
      const result = await submit(application(key), { endpoint: `${service.url}/applications`, key });
      if (result.outcome !== 'received') throw new Error(JSON.stringify(result));
      references.push(result.reference);
    }
    const [first, second = '', third = ''] = references;
    const listed = async (...options: string[]): Promise<(string | undefined)[][]> => {
      const { stdout } = await installed.run('list', ...options);
      return stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t'))
        .map((cells) => [cells[0], cells.at(-1)]);
    };
    const aside = [
      [second, 'set aside'],
      [third, 'set aside'],
    ];
    expect(await listed('--set-aside')).toEqual(aside);
    expect(await listed('--no-set-aside')).toEqual([[first, 'Hill Top Primary']]);
    expect(await listed()).toEqual([[first, 'Hill Top Primary'], ...aside]);
    const released = await installed.run('release', third, 'MH-00000-00000');
    expect([released.code, released.stdout, released.stderr]).toEqual([
      1,
      `${third} is released.\n`,
      'No application MH-00000-00000 is set aside.\n',
    ]);
    expect((await installed.run('release', '--all')).stdout).toBe(`${second} is released.\n`);
    expect((await installed.run('release', '--all')).stdout).toBe('Nothing is set aside.\n');
    expect(await listed('--set-aside')).toEqual([]);
    const unsaid = await installed.run('release');
    expect([unsaid.code, unsaid.stderr]).toEqual([1, expect.stringContaining('--all')]);
  });
});
