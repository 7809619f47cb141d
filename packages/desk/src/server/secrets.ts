import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Applications } from '@maths-hubs/intake';

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

/** Where a school sees its application. */
export function receiptAddress(
  address: string,
  { secretOf }: Pick<Applications, 'secretOf'>,
  reference: string,
): string {
  return `${address}/desk/school/${reference}/${secretOf(reference)}`;
}
