import { describe, expect, inject, it } from 'vitest';
import { answering, application, hub, post } from '../../test/intake.js';
import { createDatabase, query, startCluster } from '../../test/postgres.js';
import { install } from '../../test/service.js';
import { createIntake } from '../intake.js';
import { migrations } from './migrations.js';

const quiet = { hubs: [hub], log: () => undefined, limits: { burst: 1e6 } };

describe.runIf(inject('postgres') !== null)('a service on PostgreSQL', () => {
  it('says that it cannot store while the database is away, and stores again when it is back', async () => {
    const cluster = await startCluster();
    const intake = createIntake({ ...quiet, store: { databaseUrl: cluster.url } });
    const references = new Set<string>();
    const send = async (index: number): Promise<number> => {
      const response = await intake.fetch(post(answering({ name: `Person ${index}` })));
      const body = (await response.json()) as { reference?: string; code?: string };
      if (response.status === 201) references.add(body.reference!);
      else {
        expect(body.code).toBe('store-unavailable');
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(5);
      }
      return response.status;
    };
    try {
      await intake.ready;
      const statuses: number[] = [];
      let next = 0;
      const load = async (): Promise<void> => {
        for (let count = 0; count < 40; count += 1) {
          statuses.push(await send((next += 1)));
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      const loading = Promise.all([load(), load(), load()]);
      loading.catch(() => undefined);
      while (references.size < 10) await new Promise((resolve) => setTimeout(resolve, 5));
      cluster.stop();
      expect(await send((next += 1))).toBe(503);
      expect((await intake.fetch(new Request('http://x/health'))).status).toBe(503);
      await loading;
      const stopped = Date.now();
      cluster.start();
      while ((await send((next += 1))) !== 201) {
        if (Date.now() - stopped > 120_000) throw new Error('It did not come back');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const back = Date.now() - stopped;
      const stored = await query(cluster.url, 'select reference from applications');
      const kept = new Set(stored.map(({ reference }) => reference));
      const lost = [...references].filter((reference) => !kept.has(reference));
      const away = statuses.filter((status) => status === 503).length;
      console.warn(
        `Database stopped at once: ${references.size} acknowledged, ${away} refused with 503, ${lost.length} lost; back after ${back} ms`,
      );
      expect(lost).toEqual([]);
      expect(new Set(statuses)).toEqual(new Set([201, 503]));
    } finally {
      await intake.close();
      cluster.remove();
    }
  });

  it('migrates once, however many processes start on an empty database', async () => {
    for (let round = 0; round < 3; round += 1) {
      const databaseUrl = await createDatabase(inject('postgres')!);
      const installed = install({ databaseUrl });
      const started = Date.now();
      const services = await Promise.all(Array.from({ length: 4 }, () => installed.serve()));
      const took = Date.now() - started;
      await expect
        .poll(() => Promise.all(services.map(async ({ url }) => (await fetch(`${url}/health`)).status)))
        .toEqual([200, 200, 200, 200]);
      const made = await query(databaseUrl, 'select name from kysely_migration order by name');
      expect(made.map(({ name }) => name)).toEqual(Object.keys(migrations).sort());
      expect(await Promise.all(services.map((service) => service.end('SIGTERM')))).toEqual([0, 0, 0, 0]);
      console.warn(
        `Four processes migrating one empty database: all served after ${took} ms, each migration once`,
      );
      installed.remove();
    }
  });

  it('stores one key once that fifty send to two services at the same time', async () => {
    const databaseUrl = await createDatabase(inject('postgres')!);
    const services = [0, 1].map(() => createIntake({ ...quiet, store: { databaseUrl } }));
    await Promise.all(services.map(({ ready }) => ready));
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const response = await services[index % 2]!.fetch(
            post(application, { 'idempotency-key': `raced-key-${round}` }),
          );
          return `${response.status} ${await response.text()}`;
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/^201 /);
    }
    const [rows] = await query(databaseUrl, 'select count(*)::int as n from applications');
    expect(rows).toEqual({ n: 10 });
    console.warn('One key sent 50 times to two services, 10 rounds: 500 answers 201, 10 stored');
    await Promise.all(services.map((service) => service.close()));
  });
});
