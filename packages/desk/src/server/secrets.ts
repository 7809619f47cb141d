import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DeskTables } from './tables.js';

/** 256 random bits as text for an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Kept in place of a token, so that whoever reads the database can use none. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The service's own key, made once and kept in its database. */
export async function serviceKey(db: Kysely<DeskTables>): Promise<string> {
  await db
    .insertInto('desk_secrets')
    .values({ name: 'receipts', value: newToken() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('desk_secrets')
    .select('value')
    .where('name', '=', 'receipts')
    .executeTakeFirstOrThrow();
  return row.value;
}

/** The secret in a school's link: it cannot be worked out from the reference. */
export function receiptSecret(key: string, reference: string): string {
  return createHmac('sha256', key).update(`receipt ${reference}`).digest('base64url');
}

/** Where a school sees its application. */
export function receiptAddress(address: string, key: string, reference: string): string {
  return `${address}/desk/school/${reference}/${receiptSecret(key, reference)}`;
}
