import type { Hub } from '../config/hubs.js';
import { RequestError } from '../errors.js';

/**
 * Lets a request in that comes from one of the hub's pages. A form post must say where it comes from, since a
 * browser sends one across sites without asking; JSON without an origin comes from a program, not from a browser.
 * @throws {RequestError} 403
 */
export function admit(headers: Headers, hub: Hub, form: boolean): void {
  const origin = headers.get('origin') ?? (form ? originOf(headers.get('referer')) : null);
  if (origin === null ? !form : hub.origins.includes(origin)) return;
  throw new RequestError(403, 'origin', `This page may not send applications to ${hub.name}.`);
}

function originOf(referer: string | null): string | null {
  return referer === null || !URL.canParse(referer) ? null : new URL(referer).origin;
}
