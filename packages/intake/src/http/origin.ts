import type { Hub } from '../config/hubs.js';
import { RequestError } from '../errors.js';

/**
 * Lets a request in that comes from one of the hub's pages, or from the page on which this service lets a form be put
 * right. A form post must say where it comes from, since a browser sends one across sites without asking; JSON without
 * an origin comes from a program, not from a browser.
 * @throws {RequestError} 403
 */
export function admit(headers: Headers, hub: Hub, form: boolean): void {
  const origin = headers.get('origin') ?? (form ? originOf(headers.get('referer')) : null);
  if (origin === null ? !form : hub.origins.includes(origin)) return;
  // A page of ours may send only what a browser says comes from where it goes to.
  if (form && origin !== null && hostOf(origin) === headers.get('host')?.toLowerCase()) return;
  throw new RequestError(403, 'origin', `This page may not send applications to ${hub.name}.`);
}

function originOf(referer: string | null): string | null {
  return referer === null || !URL.canParse(referer) ? null : new URL(referer).origin;
}

function hostOf(origin: string): string | null {
  return /^https?:/.test(origin) && URL.canParse(origin) ? new URL(origin).host : null;
}
