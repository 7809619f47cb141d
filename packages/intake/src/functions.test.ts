import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { describe, expect, inject, it } from 'vitest';
import { createDatabase, freePort, query } from '../test/postgres.js';
import { applications, hub } from '../test/service.js';

const bin = fileURLToPath(
  new URL('../../../node_modules/@google-cloud/functions-framework/build/src/main.js', import.meta.url),
);
const source = fileURLToPath(new URL('../test/functions.mjs', import.meta.url));

describe.runIf(inject('postgres') !== null)('the service on a host of functions', () => {
  it('stores, delivers when it is called to, and knows a repeat, in the host’s own local runner', async () => {
    const databaseUrl = await createDatabase(inject('postgres')!);
    const folder = mkdtempSync(join(tmpdir(), 'intake-functions-'));
    const delivered: { body: string; headers: Record<string, string> }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        delivered.push({ body, headers: request.headers as Record<string, string> });
        response.writeHead(204).end();
      });
    });
    const hookPort = await new Promise<number>((resolve) => {
      receiver.listen(0, '127.0.0.1', () => resolve((receiver.address() as AddressInfo).port));
    });
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const config = join(folder, 'intake.config.json');
    const webhook = { url: `http://127.0.0.1:${hookPort}/`, secretEnv: 'HOOK_SECRET' };
    writeFileSync(config, JSON.stringify({ hubs: [{ ...hub, webhook }] }));
    const port = await freePort();
    const runner = spawn(
      process.execPath,
      [bin, '--target=intake', `--source=${source}`, `--port=${port}`, '--signature-type=http'],
      {
        env: {
          ...process.env,
          INTAKE_CONFIG: config,
          DATABASE_URL: databaseUrl,
          KEY_SECRET: 'a secret of the host',
          HOOK_SECRET: secret,
        },
        stdio: 'ignore',
      },
    );
    try {
      const url = `http://127.0.0.1:${port}`;
      await expect
        .poll(
          () =>
            fetch(`${url}/health/ready`).then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 30_000 },
        )
        .toBe(200);
      const body = JSON.stringify((await applications())('Somebody'));
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'function-key-1' };
      const send = async () => {
        const response = await fetch(`${url}/applications`, { method: 'POST', headers, body });
        return [response.status, await response.json()] as const;
      };
      const first = await send();
      expect(first).toEqual([201, { reference: expect.any(String), receivedAt: expect.any(String) }]);
      expect(await send()).toEqual(first);
      expect(delivered).toHaveLength(0);
      expect((await fetch(`${url}/work`, { method: 'POST' })).status).toBe(204);
      expect(delivered).toHaveLength(1);
      const [message] = delivered as [(typeof delivered)[0]];
      expect(new Webhook(secret).verify(message.body, message.headers)).toMatchObject({ hub: 'test-hub' });
      const [keys] = await query(databaseUrl, `select value from settings where name = 'keys'`);
      expect(String(keys!.value)).toContain('keys-sealed');
    } finally {
      runner.kill('SIGKILL');
      receiver.close();
      rmSync(folder, { recursive: true });
    }
  });
});
