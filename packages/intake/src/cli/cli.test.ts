import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { submit } from '@maths-hubs/sdk/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../test/intake.js';
import { applications, install } from '../../test/service.js';
import type { Service } from '../../test/service.js';

describe('maths-hubs-intake', () => {
  const place = newFolder();
  const installed = install(place.location);
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
    const backup = await installed.run('backup');
    const forget = await installed.run('forget', reference);
    expect(forget.stdout).toBe(`${reference} is erased.\n`);
    expect((await installed.run('list')).stdout).toBe('');
    const file = join(place.location.folder, 'backup.ndjson');
    writeFileSync(file, backup.stdout);
    const restored = await installed.run('restore', file);
    expect(restored.stdout).toBe('1 applications restored, 1 of them erased again.\n');
    expect((await installed.run('list')).stdout).toBe('');
    service = await installed.serve();
  });

  it('says how it is called when it is called wrongly', async () => {
    const wrong = await installed.run('export', '--format', 'xml');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('csv, json')]);
    const undated = await installed.run('export', '--since', 'soon');
    expect([undated.code, undated.stderr]).toEqual([1, expect.stringContaining('2026-09-01')]);
  });
});
