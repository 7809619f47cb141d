import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareHubs } from './hubs.js';
import { parseConfig } from './schema.js';

const hub = {
  id: 'test-hub',
  name: 'Test Hub',
  origins: ['https://hub.example'],
  edition: '2024/25',
  notice: { version: '1', controller: 'c', processor: 'p', lawfulBasis: 'public task', text: 't' },
};
const around = {
  env: { SMTP_URL: 'smtp://127.0.0.1', HOOK: 'secret' } as Record<string, string>,
  read: () => ({}),
  readSecret: (path: string) => `the secret in ${path}`,
  resolve: (path: string) => `/etc/intake/${path}`,
};

describe('parseConfig', () => {
  it('takes the configuration that the README shows', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const shown: unknown = JSON.parse(/```json\n([^]*?)```/.exec(readme)?.[1] ?? '');
    const config = parseConfig(shown, around);
    const hubs = await prepareHubs(config);
    expect([...hubs.keys()]).toEqual(['our-hub']);
  });

  it('takes paths from beside the file and secrets from the environment', () => {
    const config = parseConfig(
      {
        hubs: [
          {
            ...hub,
            webhook: { url: 'https://crm.example/hook', secretEnv: 'HOOK' },
            email: { to: 'desk@hub.example' },
          },
        ],
        mail: { from: 'intake@hub.example' },
        port: 0,
      },
      around,
    );
    expect(config.store).toEqual({ folder: '/etc/intake/intake-data' });
    expect(config.hubs[0]?.webhook?.secret).toEqual(['secret']);
    expect(config.mail?.smtpUrl).toBe('smtp://127.0.0.1');
  });

  it('takes secrets from files, and two of one webhook while they are changed', () => {
    const env = {
      DATABASE_URL_FILE: '/run/secrets/database',
      KEY_SECRET_FILE: '/run/secrets/keys',
      NEW_FILE: '/run/secrets/new',
      OLD: 'old',
    };
    const webhook = { url: 'https://crm.example/hook', secretEnv: ['NEW', 'OLD'] };
    const config = parseConfig({ hubs: [{ ...hub, webhook }], keyFile: 'intake.keys' }, { ...around, env });
    expect(config.store).toEqual({ databaseUrl: 'the secret in /run/secrets/database' });
    expect(config.keySecret).toBe('the secret in /run/secrets/keys');
    expect(config.keyFile).toBe('/etc/intake/intake.keys');
    expect(config.hubs[0]?.webhook?.secret).toEqual(['the secret in /run/secrets/new', 'old']);
  });

  it('uses PostgreSQL when the environment names one', () => {
    const env = { DATABASE_URL: 'postgresql://127.0.0.1/intake' };
    expect(parseConfig({ hubs: [hub] }, { ...around, env }).store).toEqual({ databaseUrl: env.DATABASE_URL });
  });

  it("reads a hub's own edition from the file it names, and faults it like any other", () => {
    const reading = { ...around, read: (path: string) => ({ format: path }) };
    expect(() => parseConfig({ hubs: [{ ...hub, edition: 'ours.json' }] }, reading)).toThrow(/format/);
  });

  it('tells every fault with its place', () => {
    const faulty = {
      hubs: [
        { ...hub, origins: ['https://hub.example/page'], contact: 'javascript:alert(1)', colour: 'red' },
      ],
      prot: 80,
    };
    expect(() => parseConfig(faulty, around)).toThrow(
      expect.objectContaining({
        code: 'config',
        message: expect.stringMatching(/hubs\.0\.origins\.0[^]*hubs\.0\.contact[^]*colour[^]*prot/),
      }),
    );
    expect(() => parseConfig({}, around)).toThrow(/hubs: is missing/);
    expect(() =>
      parseConfig({ hubs: [{ ...hub, webhook: { url: 'http://crm.example', secretEnv: 'HOOK' } }] }, around),
    ).toThrow(/webhook/);
  });

  it('does not start without a secret it needs', () => {
    const webhook = { url: 'https://crm.example/hook', secretEnv: 'NOT_SET' };
    expect(() => parseConfig({ hubs: [{ ...hub, webhook }] }, around)).toThrow(/test-hub.*NOT_SET/);
  });
});
