import { describe, expect, inject, it } from 'vitest';
import { answering, hub, logbook, post } from '../../test/intake.js';
import { connectTo, createDatabase, query } from '../../test/postgres.js';
import { tcpProxy } from '../../test/tcp-proxy.js';
import { createIntake } from '../intake.js';

/**
 * No client waits for ever for its answer, whatever the database does; nor for the service to be well again. It is some
 * ten seconds on a quiet machine, as printed; here it is enough that it ends.
 */
const SECONDS = 60;

describe.runIf(inject('postgres') !== null)('a service whose database goes wrong', () => {
  interface Trouble {
    readonly name: string;
    /** Brings it about; what is given back ends it. */
    begin(around: { url: string; proxy: Awaited<ReturnType<typeof tcpProxy>> }): Promise<() => Promise<void>>;
  }
  const troubles: readonly Trouble[] = [
    {
      name: 'falls silent on its open connections',
      begin: ({ proxy }) => {
        proxy.silence(false);
        return Promise.resolve(() => Promise.resolve());
      },
    },
    {
      name: 'falls silent altogether',
      begin: ({ proxy }) => {
        proxy.silence(true);
        return Promise.resolve(() => Promise.resolve(proxy.restore()));
      },
    },
    {
      name: 'has its table locked',
      async begin({ url }) {
        const client = await connectTo(url);
        await client.query('begin; lock table applications in access exclusive mode');
        return () => client.end();
      },
    },
    {
      name: 'is read-only, as after a failover',
      async begin({ url }) {
        const name = new URL(url).pathname.slice(1);
        await query(elsewhere(url), `alter database ${name} set default_transaction_read_only = on`);
        await cut(url);
        return async () => {
          await query(elsewhere(url), `alter database ${name} reset default_transaction_read_only`);
          await cut(url);
        };
      },
    },
    {
      name: 'has lost its table',
      async begin({ url }) {
        await query(url, 'alter table applications rename to mislaid');
        return async () => void (await query(url, 'alter table mislaid rename to applications'));
      },
    },
    {
      name: 'takes no more connections',
      async begin({ url }) {
        const name = new URL(url).pathname.slice(1);
        await query(elsewhere(url), `alter database ${name} with allow_connections = false`);
        await cut(elsewhere(url), name);
        return async () =>
          void (await query(elsewhere(url), `alter database ${name} with allow_connections = true`));
      },
    },
    {
      name: 'ends its connections, again and again',
      async begin({ url }) {
        await cut(url);
        const over = new AbortController();
        const cutting = (async () => {
          while (!over.signal.aborted) await cut(url);
        })();
        // A cut that fails fails the test below, when it is waited for.
        cutting.catch(() => undefined);
        return () => {
          over.abort();
          return cutting;
        };
      },
    },
  ];

  it.each(troubles)(
    'answers 503 within seconds when it $name, and is well again by itself',
    async ({ name, begin }) => {
      const url = await createDatabase(inject('postgres')!);
      const { hostname, port } = new URL(url);
      const proxy = await tcpProxy({ host: hostname, port: Number(port) });
      const { entries, log } = logbook();
      const intake = createIntake({
        hubs: [hub],
        store: { databaseUrl: url.replace(`:${port}/`, `:${proxy.port}/`) },
        log,
        limits: { burst: 1e6 },
      });
      await intake.ready;
      const acknowledged: string[] = [];
      let next = 0;
      const send = async (): Promise<{ status: number; seconds: number }> => {
        const begun = performance.now();
        const response = await intake.fetch(post(answering({ name: `Person ${(next += 1)}` })));
        const body = (await response.json()) as { reference?: string; incident?: string };
        if (response.status === 201) acknowledged.push(body.reference!);
        else {
          expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
          expect(entries).toContainEqual(
            expect.objectContaining({ event: 'store-unavailable', incident: body.incident }),
          );
        }
        return { status: response.status, seconds: (performance.now() - begun) / 1000 };
      };
      const ready = async (): Promise<number> =>
        (await intake.fetch(new Request('http://x/health/ready'))).status;
      for (let count = 0; count < 20; count += 1) expect((await send()).status).toBe(201);

      const end = await begin({ url, proxy });
      const answers = await Promise.all(Array.from({ length: 80 }, send));
      const longest = Math.max(...answers.map(({ seconds }) => seconds));
      const refused = answers.filter(({ status }) => status === 503).length;
      expect(answers.filter(({ status }) => status !== 503 && status !== 201)).toEqual([]);
      const ill = await ready();
      const live = (await intake.fetch(new Request('http://x/health/live'))).status;
      const over = performance.now();
      await end();
      while ((await send()).status !== 201) await new Promise((resolve) => setTimeout(resolve, 50));
      const back = (performance.now() - over) / 1000;
      await expect.poll(ready, { timeout: 30_000 }).toBe(200);
      const stopping = performance.now();
      await intake.close();
      const stopped = (performance.now() - stopping) / 1000;
      const stored = new Set(
        (await query(url, 'select reference from applications')).map((row) => row.reference),
      );
      const lost = acknowledged.filter((reference) => !stored.has(reference)).length;
      console.warn(
        `Database ${name}: ${refused} of 80 refused, longest answer ${longest.toFixed(1)} s, ready ${ill}, live ${live}; ` +
          `storing again ${back.toFixed(1)} s after it was over; stopped in ${stopped.toFixed(1)} s; ` +
          `${acknowledged.length} acknowledged, ${lost} lost`,
      );
      expect(lost).toBe(0);
      expect(live).toBe(200);
      expect(longest).toBeLessThan(SECONDS);
      expect(back).toBeLessThan(SECONDS);
      const faults = entries.filter(({ event }) => event === 'store-unavailable');
      if (refused > 0)
        expect(faults.every(({ message, reason }) => message !== '' || reason !== null)).toBe(true);
      expect(JSON.stringify(faults)).not.toMatch(/Person|school\.example/);
      proxy.close();
    },
  );
});

/** Ends every connection to a database but this one. */
async function cut(url: string, name = new URL(url).pathname.slice(1)): Promise<void> {
  await query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );
}

/** The same server's own database. */
function elsewhere(url: string): string {
  return url.replace(/\/[^/]+$/, '/postgres');
}
