import { sql } from 'kysely';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../desk/rows.js';
import type { Receiver } from '../store/receive.js';
import { VERSION } from '../version.js';

/** What the service counts, in the text format of Prometheus. No label names a person. */
export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  application(hub: string, outcome: 'stored' | 'set-aside' | 'repeated' | 'conflict' | 'erased'): void;
  refused(code: string): void;
  /** The page that Prometheus reads. */
  page(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics({ store }: Archive, receiver: Receiver): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'maths_hubs_intake_' });
  const name = (short: string): string => `maths_hubs_intake_${short}`;
  const requests = new Histogram({
    name: name('request_seconds'),
    help: 'Requests by route and status, and how long each took.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5, 5, 10],
    registers,
  });
  const applications = new Counter({
    name: name('applications_total'),
    help: 'Applications by hub and what became of them: stored, set-aside, repeated, conflict, erased.',
    labelNames: ['hub', 'outcome'],
    registers,
  });
  const refused = new Counter({
    name: name('refused_total'),
    help: 'Requests that were not acknowledged, by the code of the answer.',
    labelNames: ['code'],
    registers,
  });
  new Gauge({ name: name('build_info'), help: 'The version.', labelNames: ['version'], registers }).set(
    { version: VERSION },
    1,
  );
  new Gauge({
    name: name('waiting'),
    help: 'Applications that wait to be stored.',
    registers,
    collect() {
      this.set(receiver.waiting());
    },
  });
  new Gauge({
    name: name('last_stored_timestamp_seconds'),
    help: 'When an application was last made durable by this process; 0 for never.',
    registers,
    collect() {
      this.set((receiver.lastStored()?.getTime() ?? 0) / 1000);
    },
  });
  const messages = new Gauge({
    name: name('messages'),
    help: 'Messages that are not delivered, by hub, channel and state: waiting or failed.',
    labelNames: ['hub', 'channel', 'state'],
    registers,
  });
  const oldest = new Gauge({
    name: name('oldest_waiting_message_seconds'),
    help: 'How long the oldest message waits, by hub and channel.',
    labelNames: ['hub', 'channel'],
    registers,
  });
  const disabled = new Gauge({
    name: name('endpoint_disabled'),
    help: '1 where nothing more is sent until somebody says so.',
    labelNames: ['hub', 'channel'],
    registers,
  });
  const aside = new Gauge({
    name: name('set_aside'),
    help: 'Applications that are set aside, by hub.',
    labelNames: ['hub'],
    registers,
  });
  const up = new Gauge({
    name: name('store_up'),
    help: 'Whether the database answered when this page was made.',
    registers,
  });

  async function collect(): Promise<void> {
    for (const gauge of [messages, oldest, disabled, aside]) gauge.reset();
    try {
      const { rows } = await store.run((db) =>
        sql<{ hub: string; channel: string; waiting: number; failed: number; oldest: number | null }>`
          select hub, channel, count(*) filter (where failed_at is null)::int as waiting,
            count(failed_at)::int as failed,
            extract(epoch from now() - min(created_at) filter (where failed_at is null))::float8 as oldest
          from outbox where delivered_at is null group by hub, channel`.execute(db),
      );
      for (const { hub, channel, waiting, failed, oldest: age } of rows) {
        messages.set({ hub, channel, state: 'waiting' }, waiting);
        messages.set({ hub, channel, state: 'failed' }, failed);
        oldest.set({ hub, channel }, Math.max(0, age ?? 0));
      }
      const off = await store.run((db) =>
        db.selectFrom('endpoints').select(['hub', 'channel']).where('disabled_at', 'is not', null).execute(),
      );
      for (const place of off) disabled.set(place, 1);
      const held = await store.run((db) =>
        db
          .selectFrom('applications')
          .select(['hub', (eb) => eb.fn.countAll().as('count')])
          .where('set_aside_at', 'is not', null)
          .groupBy('hub')
          .execute(),
      );
      for (const { hub, count } of held) aside.set({ hub }, Number(count));
      up.set(1);
    } catch {
      up.set(0);
    }
  }

  return {
    request: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    application: (hub, outcome) => applications.inc({ hub, outcome }),
    refused: (code) => refused.inc({ code }),
    async page() {
      await collect();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
