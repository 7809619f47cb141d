import type { Application } from '@maths-hubs/sdk/applications';
import { channelsFor } from '../config/hubs.js';
import type { Hub } from '../config/hubs.js';
import type { Archive } from './rows.js';

const BATCH = 200;

/** One statement: nothing is released without its messages, and nothing twice. */
const RELEASE = `
  with asked as materialized (
    select * from json_to_recordset($1::json) as asked (reference text, channels text[])
  ), released as (
    update applications set set_aside_at = null from asked
    where applications.reference = asked.reference and set_aside_at is not null
    returning applications.reference, hub, channels
  ), queued as (
    insert into outbox (id, hub, reference, channel, attempts, created_at, due_at)
    select 'msg_' || replace(gen_random_uuid()::text, '-', ''), hub, reference, channel, 0, $2, $2
    from released cross join unnest(channels) as channel
  )
  select reference from released`;

/**
 * Puts applications that were set aside among the others, and notifies of each as if it had just come.
 * @param references  which; null for all of the hub
 * @returns those that were set aside until now
 */
export async function release(
  { store, keys }: Archive,
  hub: Hub,
  references: readonly string[] | null,
  at: Date,
): Promise<string[]> {
  await keys.refresh();
  const released: string[] = [];
  let after = '';
  for (;;) {
    const last = after;
    const page = await store.run((db) => {
      let query = db
        .selectFrom('applications')
        .select(['reference', 'leaf', 'sealed'])
        .where('hub', '=', hub.id)
        .where('set_aside_at', 'is not', null)
        .where('reference', '>', last)
        .orderBy('reference')
        .limit(BATCH);
      if (references !== null) query = query.where('reference', 'in', [...references]);
      return query.execute();
    });
    const asked = page.flatMap(({ reference, leaf, sealed }) => {
      const text = keys.open(hub.id, leaf, sealed);
      return text === null
        ? []
        : [{ reference, channels: channelsFor(hub, JSON.parse(text) as Application) }];
    });
    if (asked.length > 0) {
      const rows = await store.query<{ reference: string }>('intake-release', RELEASE, [
        JSON.stringify(asked),
        at,
      ]);
      released.push(...rows.map(({ reference }) => reference));
    }
    const end = page.at(-1);
    if (end === undefined || page.length < BATCH) return released;
    after = end.reference;
  }
}
