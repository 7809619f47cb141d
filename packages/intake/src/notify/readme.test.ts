import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureHeaders } from './signature.js';

type Check = (headers: Record<string, string | undefined>, body: string, secret: string) => boolean;

/** The check that the README gives to receivers, as they copy it. */
const isOurs = ((): Check => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = /```js\n([^]*?function isOurs[^]*?)```/.exec(readme)?.[1] ?? '';
  // eslint-disable-next-line no-new-func -- the very text that readers copy is what is tried
  return new Function('createHmac', 'timingSafeEqual', `${shown}; return isOurs;`)(
    createHmac,
    timingSafeEqual,
  ) as Check;
})();

const secrets = ['plain words', `whsec_${Buffer.alloc(32, 3).toString('base64')}`];
const sign = (body: string, some: readonly string[], seconds = Math.floor(Date.now() / 1000)) =>
  signatureHeaders({ id: 'msg_1', seconds, body }, some);

describe('the check of a signature in the README', () => {
  it.each(secrets)('believes what is signed with %s, also while another secret replaces it', (secret) => {
    expect(isOurs(sign('{}', [secret]), '{}', secret)).toBe(true);
    expect(isOurs(sign('{}', ['new', secret]), '{}', secret)).toBe(true);
    expect(isOurs(sign('{}', [secret, 'old']), '{}', secret)).toBe(true);
  });

  it('refuses what is not, is changed, or is old', () => {
    expect(isOurs(sign('{}', ['another']), '{}', 'plain words')).toBe(false);
    expect(isOurs(sign('{}', ['plain words']), '{ }', 'plain words')).toBe(false);
    expect(isOurs(sign('{}', ['plain words'], 1_700_000_000), '{}', 'plain words')).toBe(false);
  });

  it('refuses missing, short and nonsensical headers, and never throws', () => {
    expect(isOurs({}, '{}', 'plain words')).toBe(false);
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const headers = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string(), fc.constant('v1,'), fc.constant('v1,AAAA')),
    );
    fc.assert(fc.property(headers, (some) => isOurs(some, '{}', 'plain words') === false));
  });
});
