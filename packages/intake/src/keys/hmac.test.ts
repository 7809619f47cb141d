import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacUnder } from './hmac.js';

describe('hmacUnder', () => {
  it('gives what Node’s own HMAC gives, for texts of any length and script', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary', minLength: 1_300, maxLength: 1_400 }),
      fc.string({ minLength: 4_000, maxLength: 4_100 }),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (key, texts) => {
          const hmac = hmacUnder(key);
          for (const one of texts)
            expect(hmac(one)).toBe(createHmac('sha256', key).update(one).digest('base64url'));
        },
      ),
    );
  });

  it('refuses a key that would have to be hashed first', () => {
    expect(() => hmacUnder(new Uint8Array(65))).toThrow(RangeError);
  });
});
