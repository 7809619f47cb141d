import { createHash, randomBytes } from 'node:crypto';
import type { Application } from '@maths-hubs/sdk/applications';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Channel, Tables } from './tables.js';

export interface Arrival {
  readonly application: Application;
  /** The sender's own key; null where none came, and the content itself is what is stored once a day. */
  readonly key: string | null;
  readonly at: Date;
  /** Where the hub wants to hear of it. */
  readonly channels: readonly Channel[];
}

export interface Receipt {
  readonly reference: string;
  readonly receivedAt: Date;
  /** It had come before: nothing was stored now. */
  readonly repeated: boolean;
}

/** The key was used for another application; that one's receipt. */
export interface Conflict {
  readonly conflictWith: Receipt;
}

const DAY = 86_400_000;

/**
 * Stores an application once, with its key and its notices, in one statement: all of it or nothing. Two that race
 * with one key end with one row and one reference.
 */
export async function receive(db: Kysely<Tables>, arrival: Arrival): Promise<Receipt | Conflict> {
  const { application, key, at, channels } = arrival;
  const content = contentDigest(application);
  const digest = key === null ? content : sha256(`key:${key}`);
  const { hub } = application;
  const reference = newReference();

  const stored = await db
    .with('claim', (claim) =>
      claim
        .insertInto('keys')
        .values({ hub, digest, content, reference, created_at: at })
        .onConflict((conflict) =>
          conflict
            .columns(['hub', 'digest'])
            .doUpdateSet({ reference, created_at: at })
            .where(sql.lit(key === null), '=', true)
            .where('keys.created_at', '<=', new Date(at.getTime() - DAY)),
        )
        .returning('reference'),
    )
    .with('stored', (store) =>
      store
        .insertInto('applications')
        .columns(['reference', 'hub', 'kind', 'school_year', 'received_at', 'body'])
        .expression((from) =>
          from
            .selectFrom('claim')
            .select([
              'claim.reference',
              sql.val(hub).$castTo<string>().as('hub'),
              sql.val(application.kind).as('kind'),
              sql.val(application.edition.schoolYear).as('school_year'),
              sql`${at}::timestamptz`.as('received_at'),
              sql`${JSON.stringify(application)}::jsonb`.as('body'),
            ]),
        )
        .returning('reference'),
    )
    .with('queued', (queue) =>
      queue
        .insertInto('outbox')
        .columns(['hub', 'reference', 'channel', 'attempts', 'due_at'])
        .expression((from) =>
          from
            .selectFrom(['stored', sql<{ channel: Channel }>`unnest(${channels}::text[])`.as('channel')])
            .select([
              sql.val(hub).as('hub'),
              'stored.reference',
              sql<Channel>`channel`.as('channel'),
              sql.lit(0).as('attempts'),
              sql`${at}::timestamptz`.as('due_at'),
            ]),
        )
        .returning('reference'),
    )
    .selectFrom('stored')
    .select('reference')
    .executeTakeFirst();
  if (stored !== undefined) return { reference: stored.reference, receivedAt: at, repeated: false };

  const before = await db
    .selectFrom('keys')
    .innerJoin('applications', 'applications.reference', 'keys.reference')
    .select(['keys.content', 'applications.reference', 'applications.received_at'])
    .where('keys.hub', '=', hub)
    .where('keys.digest', '=', digest)
    .executeTakeFirst();
  // Erased between the two statements: there is nothing to repeat, so it is stored now.
  if (before === undefined) return receive(db, arrival);
  const receipt = { reference: before.reference, receivedAt: before.received_at, repeated: true };
  return before.content === content ? receipt : { conflictWith: receipt };
}

/** What a person would call the same application, whatever its capitals, spaces and the time it was opened. */
function contentDigest({ notice, ...application }: Application): string {
  return sha256(`content:${canonical({ ...application, notice: notice.version })}`);
}

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.trim().replace(/\s+/g, ' ').toLowerCase());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => `${name}:${canonical(inner)}`)
      .join(',')}}`;
  return String(value);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Crockford's alphabet: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `MH-7K3QX-9PDM2`: fifty random bits, to be read out on the telephone and not to be guessed. */
function newReference(): string {
  const letters = Array.from(randomBytes(10), (byte) => ALPHABET[byte & 31]).join('');
  return `MH-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
