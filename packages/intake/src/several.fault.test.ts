import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { httpProxy } from '../test/http-proxy.js';
import { createDatabase, query } from '../test/postgres.js';
import { applications, hub, install } from '../test/service.js';

describe.runIf(inject('postgres') !== null)('three services on one PostgreSQL behind a proxy', () => {
  it('lose nothing and deliver everything when one is killed and one is restarted under load', async () => {
    const databaseUrl = await createDatabase(inject('postgres')!);
    const seen = new Map<string, Set<string>>();
    let deliveries = 0;
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        deliveries += 1;
        const { reference, delivery } = JSON.parse(body) as { reference: string; delivery: string };
        seen.set(reference, (seen.get(reference) ?? new Set()).add(delivery));
        response.writeHead(204).end();
      });
    });
    const port = await new Promise<number>((resolve) => {
      receiver.listen(0, '127.0.0.1', () => resolve((receiver.address() as AddressInfo).port));
    });
    process.env.SEVERAL_HOOK = 'a secret';
    const webhook = { url: `http://127.0.0.1:${port}/`, secretEnv: 'SEVERAL_HOOK' };
    const installed = install({ databaseUrl }, { hubs: [{ ...hub, webhook }] });
    const services = await Promise.all([installed.serve(), installed.serve(), installed.serve()]);
    const proxy = await httpProxy(() => services.map(({ url }) => url));
    const application = await applications();
    const acknowledged = new Map<string, string>();
    const statuses = new Map<number, number>();
    let done = false;
    let sent = 0;
    const sender = async (): Promise<void> => {
      while (!done) {
        const key = `several-${(sent += 1)}`;
        const body = JSON.stringify(application(key));
        for (;;) {
          const { status, reference } = await attempt(key, body);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (reference !== undefined) {
            acknowledged.set(key, reference);
            break;
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    };
    /** One sending; an answer that breaks off is none. */
    const attempt = async (key: string, body: string): Promise<{ status: number; reference?: string }> => {
      try {
        const response = await fetch(`${proxy.url}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body,
        });
        if (response.status !== 201) return { status: response.status };
        const { reference } = (await response.json()) as { reference: string };
        return { status: 201, reference };
      } catch {
        return { status: 0 };
      }
    };
    const sending = Promise.all(Array.from({ length: 12 }, sender));
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await wait(1_500);
    await services[0]!.end('SIGKILL');
    await wait(1_000);
    services[0] = await installed.serve();
    const begun = performance.now();
    expect(await services[1]!.end('SIGTERM')).toBe(0);
    const stopped = (performance.now() - begun) / 1000;
    services[1] = await installed.serve();
    await wait(500);
    done = true;
    await sending;
    const rows = await query(databaseUrl, 'select reference from applications');
    const stored = new Set(rows.map(({ reference }) => String(reference)));
    const lost = [...acknowledged.values()].filter((reference) => !stored.has(reference)).length;
    // What the killed one had in hand is free again after its lease.
    await expect
      .poll(() => [...stored].every((reference) => seen.has(reference)), { timeout: 120_000, interval: 500 })
      .toBe(true);
    const twoIds = [...seen.values()].filter((ids) => ids.size > 1).length;
    console.warn(
      `Three services, one killed, one restarted (over in ${stopped.toFixed(1)} s): ${acknowledged.size} acknowledged, ${stored.size} stored, ${lost} lost; ` +
        `answers ${[...statuses].map(([status, count]) => `${status}×${count}`).join(', ')}; ` +
        `${deliveries} deliveries of ${seen.size} messages, ${twoIds} with two ids`,
    );
    expect([lost, twoIds]).toEqual([0, 0]);
    expect(acknowledged.size).toBe(stored.size);
    await Promise.all(services.map((service) => service.end('SIGTERM')));
    proxy.close();
    receiver.close();
    installed.remove();
  });

  it('let one network through together as much as one would alone', async () => {
    const databaseUrl = await createDatabase(inject('postgres')!);
    // What runs off in a minute is next to nothing, so that it does not matter how long this takes.
    const installed = install({ databaseUrl }, { trustProxy: 1, limits: { burst: 60, perMinute: 1 } });
    const services = await Promise.all([installed.serve(), installed.serve(), installed.serve()]);
    const proxy = await httpProxy(() => services.map(({ url }) => url));
    const send = async (client: string): Promise<number> =>
      (
        await fetch(`${proxy.url}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-client': client },
          body: '{',
        })
      ).status;
    let passed = 0;
    const ask = async (): Promise<boolean> => {
      const status = await send('203.0.113.7');
      expect([400, 429]).toContain(status);
      if (status === 400) passed += 1;
      return status === 400;
    };
    for (let count = 0; count < 60; count += 1) await ask();
    // Each has let twenty through and would let forty more, until it hears of the others: then all three refuse.
    await expect
      .poll(async () => [await ask(), await ask(), await ask()], { interval: 600 })
      .toEqual([false, false, false]);
    console.warn(
      `Limit of 60 over three services: ${passed} passed until all three refused (each alone would let ${60 * 3} through)`,
    );
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThan(120);
    expect(await send('203.0.113.8')).toBe(400);
    const [row] = await query(databaseUrl, 'select network from rates limit 1');
    expect(String(row!.network)).not.toContain('203');
    await Promise.all(services.map((service) => service.end('SIGTERM')));
    proxy.close();
    installed.remove();
  });
});
