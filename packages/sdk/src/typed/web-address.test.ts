import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWebAddress } from './index.js';

describe('a web address', () => {
  it.each([
    ['www.your-hub.org.uk', 'https://www.your-hub.org.uk'],
    ['Hub.Example/Join', 'https://hub.example/Join'],
    ['https://hub.example/a?b=c#d', 'https://hub.example/a?b=c#d'],
    ['http://hub.example', 'https://hub.example'],
    ['<https://hub.example/>.', 'https://hub.example/'],
    ['Website: www.hub.example', 'https://www.hub.example'],
    ['our site (www.hub.example), thanks', 'https://www.hub.example'],
    ['www.hub\u00ad.example\u200b', 'https://www.hub.example'],
    ['www.hub\u2011one.example', 'https://www.hub-one.example'],
    ['hub.example:8443/x', 'https://hub.example:8443/x'],
  ])('%s', (text, value) => {
    expect(readWebAddress(text)).toEqual({ ok: true, value });
  });

  it.each([
    'office@hub.example',
    'javascript:alert.x(1)',
    'ftp://hub.example',
    'hub',
    '',
    'www.a.org www.b.org',
    'LE2 5TF',
  ])('is not %j', (text) => {
    expect(readWebAddress(text).ok).toBe(false);
  });

  it('says that an e-mail address is one', () => {
    expect(readWebAddress('office@hub.example')).toMatchObject({ is: 'email', telling: true });
  });

  it('is read the same again, and is an address that a browser opens', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const read = readWebAddress(url);
        fc.pre(read.ok);
        expect(new URL(read.value).protocol).toBe('https:');
        expect(readWebAddress(read.value)).toEqual(read);
      }),
    );
  });
});
