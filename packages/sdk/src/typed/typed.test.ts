import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPostcode,
  parsePostcode,
  plain,
  readEmail,
  readLaestab,
  readSchoolYear,
  readTelephone,
  readTrn,
  readTyped,
  readUrn,
  tidy,
} from './index.js';
import type { Read } from './index.js';

const valueOf = (read: Read): string => (read.ok ? read.value : `not: ${read.reason}`);
const reasonOf = (read: Read): string => (read.ok ? `took ${read.value}` : read.reason);

const invisible = fc.constantFrom(
  '\u202a',
  '\u202c',
  '\u200b',
  '\u200e',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\ufe0f',
  '\u2066',
  '\u2069',
);
const dash = fc.constantFrom('-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212');
const digits = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length })
    .map((each) => each.join(''));
/** The text with an invisible mark inserted anywhere. */
const hidden = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.nat(), invisible).map(([each, at, mark]) => {
    const place = at % (each.length + 1);
    return each.slice(0, place) + mark + each.slice(place);
  });

describe('a postcode', () => {
  it.each([
    ['\u202aLE2 5TF\u202c'],
    ['LE2\u00ad 5TF'],
    ['LE2 5\u00adTF'],
    ['LE2 5TF\ufe0f'],
    ['(LE2 5TF)'],
    ['[LE2 5TF]'],
    ['"LE2 5TF"'],
    ['“LE2 5TF”'],
    ['‘LE2 5TF’'],
    ['LE2 5TF;'],
    ['LE2 5TF UK'],
    ['LE2 5TF, United Kingdom'],
    ['LE2 5TF (England)'],
    ['Postcode: le2 5tf'],
    ['post code LE25TF.'],
    ['Wigston, LE2 5TF'],
    ['12 High Street, Oadby LE2 5TF'],
    ['School postcode: LE2 5TF (main site)'],
    ['ＬＥ２ ５ＴＦ'],
    ['LE2+5TF'],
    ['LE2%205TF'],
    ['LE2/5TF'],
    ['LE2\n5TF'],
  ])('%j is LE2 5TF', (text) => {
    expect(formatPostcode(text)).toBe('LE2 5TF');
  });

  it('of Girobank may have letters for its noughts', () => {
    expect(formatPostcode('girOaa')).toBe('GIR 0AA');
  });

  it('that ends in GB is not a country', () => {
    expect(formatPostcode('le2 5 gb')).toBe('LE2 5GB');
    expect(formatPostcode('LE2 5GB GB')).toBe('LE2 5GB');
  });

  it('with a second half of another length says so, and is never read as another place', () => {
    expect(parsePostcode('LE2 05TF')).toMatchObject({
      fault: 'second-half',
      suggestion: null,
      reason: expect.stringContaining('second half of this postcode is too long') as string,
    });
    const halves = fc.tuple(
      fc.constantFrom('LE2', 'M1', 'SW1A', 'B33', 'OX14'),
      fc.constantFrom('05TF', '15TF', 'TF', '5T', '55TF', 'A5TF'),
    );
    fc.assert(
      fc.property(halves, ([first, second]) => {
        expect(parsePostcode(`${first} ${second}`)).toMatchObject({ valid: false });
      }),
    );
  });

  it('in an area that there is not is none, whatever follows', () => {
    const areas = new Set(
      'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV XX YO ZE'.split(
        ' ',
      ),
    );
    const letters = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHJKLMNOPQRSTUVWXYZ'),
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(letters, (area) => {
        const parsed = parsePostcode(`${area}1 1AA`);
        if (!areas.has(area)) expect(parsed.valid).toBe(false);
        else if (!/^.[IZ]$/.test(area)) expect(parsed.valid).toBe(true);
      }),
    );
  });

  it('does not mind an invisible mark anywhere', () => {
    fc.assert(
      fc.property(hidden(fc.constantFrom('LE2 5TF', 'SW1A 1AA', 'M60 1NW')), (text) => {
        expect(formatPostcode(text)).toBe(plain(text).toUpperCase());
      }),
    );
  });
});

describe('a URN', () => {
  it.each([
    ['123 456'],
    ['URN 123456'],
    ['URN: 123 456'],
    ['urn123456'],
    ['123,456'],
    ['(123456)'],
    ['#123456'],
    ['Unique reference number 123456'],
    ['123456.0'],
    ['https://get-information-schools.service.gov.uk/Establishments/Establishment/Details/123456'],
    ['get-information-schools.service.gov.uk/Establishments/Establishment/Details/123456#school-dashboard'],
  ])('%s is 123456', (text) => {
    expect(valueOf(readUrn(text))).toBe('123456');
  });
  it.each([['330/2093'], ['3302093'], ['330-2093'], ['330 2093'], ['330–2093']])(
    '%s is said to be a DfE number',
    (text) => {
      expect(readUrn(text)).toMatchObject({
        ok: false,
        is: 'laestab',
        reason: expect.stringContaining('330/2093 is a DfE number') as string,
      });
    },
  );
  it.each([
    ['10012345', 'UKPRN'],
    ['1234', 'five or six digits'],
    ['', 'five or six digits'],
    ['LE2 5TF', 'five or six digits'],
  ])('%s is none: %s', (text, reason) => {
    expect(reasonOf(readUrn(text))).toContain(reason);
  });
  it('is the same with its label, spaces and invisible marks', () => {
    const urn = fc.integer({ min: 10_000, max: 999_999 }).map(String);
    fc.assert(
      fc.property(urn, fc.constantFrom('', 'URN ', 'urn: '), (each, label) => {
        expect(valueOf(readUrn(label + each))).toBe(each);
        expect(valueOf(readUrn(`${label}${each.slice(0, 3)} ${each.slice(3)}`))).toBe(each);
      }),
    );
  });
});

describe('a DfE number', () => {
  it.each([['330/2093'], ['3302093'], ['330 2093'], ['DfE number: 330/2093'], ['LAESTAB 330-2093']])(
    '%s is 330/2093',
    (text) => {
      expect(valueOf(readLaestab(text))).toBe('330/2093');
    },
  );
  it('is not a URN', () => {
    expect(readLaestab('URN 123456')).toMatchObject({ ok: false });
    expect(readLaestab('123456')).toMatchObject({ ok: false, is: 'urn' });
  });
});

describe('a TRN', () => {
  it.each([
    ['12/34567'],
    ['RP12/34567'],
    ['RP 12/34567'],
    ['12 34567'],
    ['12-34567'],
    ['TRN 1234567'],
    ['TRN: 12/34567'],
    ['1234567'],
    ['Teacher reference number 1234567'],
  ])('%s is 1234567', (text) => {
    expect(valueOf(readTrn(text))).toBe('1234567');
  });
  it('of six digits may have lost a nought', () => {
    expect(reasonOf(readTrn('234567'))).toContain('may start with 0');
    expect(readTrn('LE2 5TF').ok).toBe(false);
  });
  it('is the same however it is parted', () => {
    fc.assert(
      fc.property(
        digits(7),
        fc.constantFrom('', '/', ' ', '-', '\u2013'),
        fc.constantFrom('', 'RP', 'TRN '),
        (each, mark, label) => {
          expect(valueOf(readTrn(`${label}${each.slice(0, 2)}${mark}${each.slice(2)}`))).toBe(each);
        },
      ),
    );
  });
});

describe('a telephone number', () => {
  it.each([
    ['0113 496 0000 ext 12', '0113 496 0000 ext 12'],
    ['0113 496 0000 x12', '0113 496 0000 ext 12'],
    ['0113 496 0000 extension: 12', '0113 496 0000 ext 12'],
    ['0113 496 0000, ext. 12', '0113 496 0000 ext 12'],
    ['0113 496 0000 #12', '0113 496 0000 ext 12'],
    ['29263))04', '29263 04'],
    ['(0113)(496) 0000', '(0113) (496) 0000'],
    ['0113)496-0000', '0113 496 0000'],
    ['0113.496.0000', '0113 496 0000'],
    ['0113\u2011496\u20110000', '0113 496 0000'],
    ['0113 \u2013 496 0000', '0113 496 0000'],
    ['Tel: 0113 496 0000', '0113 496 0000'],
    ['0113 496 0000 (school office)', '0113 496 0000'],
    ['(0113) 496 0000', '(0113) 496 0000'],
    ['(0113)4960000', '(0113) 4960000'],
    ['+44 (0)113 496 0000', '+44 (0) 113 496 0000'],
    ['+441134960000', '+441134960000'],
    ['01134960000', '01134960000'],
    ['tel:+44-113-496-0000', '+44 113 496 0000'],
  ])('%s is kept as %s', (text, kept) => {
    expect(valueOf(readTelephone(text))).toBe(kept);
  });
  it.each(['O113 496 0000', '0113 496 OOOO', '0113 496 000O', 'l0113 496 0000'])(
    '%s, with a letter for a digit, is asked for again, never cut short',
    (text) => {
      expect(readTelephone(text).ok).toBe(false);
    },
  );
  it.each([
    ['0113 496 0000 or 0113 496 0001'],
    ['12345'],
    ['none'],
    [''],
    ['a@school.example'],
    ['1234567890123456'],
  ])('%j is none', (text) => {
    expect(readTelephone(text).ok).toBe(false);
  });
  it('keeps every digit, whatever parts them, and reads what it keeps to itself', () => {
    const groups = fc.tuple(digits(4), digits(3), digits(4));
    const mark = fc.oneof(dash, fc.constantFrom(' ', '.', '\u00a0', ' - '));
    fc.assert(
      fc.property(groups, mark, fc.option(digits(3)), (parts, between, extension) => {
        const read = readTelephone(parts.join(between) + (extension === null ? '' : ` ext ${extension}`));
        const kept = valueOf(read);
        expect(kept.replace(/\D/g, '')).toBe(parts.join('') + (extension ?? ''));
        expect(valueOf(readTelephone(kept))).toBe(kept);
      }),
    );
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Ann B <a@school.example>', 'a@school.example'],
    ['"B, Ann" <a@school.example>', 'a@school.example'],
    ['"B,Ann" <a@school.example>', 'a@school.example'],
    ['B,Ann<a@school.example>', 'a@school.example'],
    ['Ann, a@school.example', 'a@school.example'],
    ['a@school.example, Hill Top', 'a@school.example'],
    ['a@school.example.', 'a@school.example'],
    ['mailto:a@school.example', 'a@school.example'],
    ['mailto:a@school.example?subject=Hello', 'a@school.example'],
    ['<a@school.example>', 'a@school.example'],
    ['E-mail: a@school.example', 'a@school.example'],
    ['a@school.example;', 'a@school.example'],
    ['a @ school.example', 'a@school.example'],
    ['o’brien@school.example', "o'brien@school.example"],
    ['a\u200b@school.example', 'a@school.example'],
    ['a@some\u2011school.example', 'a@some-school.example'],
    ['a＠school.example', 'a@school.example'],
  ])('%s is %s', (text, kept) => {
    expect(valueOf(readEmail(text))).toBe(kept);
  });
  it.each([
    ['a@school.example, b@school.example', 'one e-mail address'],
    ['Ann a@school.example <b@school.example>', 'one e-mail address'],
    ['{ann,bob}@school.example', 'one e-mail address'],
    ['ann,bob@school.example', 'one e-mail address'],
    ['ann;bob@school.example', 'one e-mail address'],
    ['Ann <ann@head.school,sch.uk>', 'one e-mail address'],
    ['ann@school.example;b', 'one e-mail address'],
    ['bob}@school.example', '“}”'],
    ['{ann}@school.example', '“{”'],
    [`${'word '.repeat(80)}a@school.example`, 'right form'],
    ['josé@school.example', '“é”'],
    ['a@school', 'full stop'],
    ['nobody', 'right form'],
    ['', 'right form'],
  ])('%j is none: %s', (text, reason) => {
    expect(reasonOf(readEmail(text))).toContain(reason);
  });
  it('comes whole out of what a mail program copies', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(valueOf(readEmail(address)) === address);
        expect(valueOf(readEmail(`Ann <${address}>`))).toBe(address);
        expect(valueOf(readEmail(`mailto:${address}`))).toBe(address);
        expect(valueOf(readEmail(`${address}.`))).toBe(address);
      }),
    );
  });
});

describe('a school year', () => {
  it('is read from any dash, or none', () => {
    expect(valueOf(readSchoolYear('2020\u201421'))).toBe('2020/21');
    expect(valueOf(readSchoolYear('2020\u201121'))).toBe('2020/21');
    expect(valueOf(readSchoolYear('202021'))).toBe('2020/21');
    for (const slash of ['\u2044', '\u2215', '\uff0f'])
      expect(valueOf(readSchoolYear(`2020${slash}21`))).toBe('2020/21');
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), dash, (start, mark) => {
        const year = `${start}/${String(start + 1).slice(2)}`;
        expect(valueOf(readSchoolYear(`${start}${mark}${start + 1}`))).toBe(year);
        expect(valueOf(readSchoolYear(year.replace('/', mark)))).toBe(year);
        expect(valueOf(readSchoolYear(year.replace('/', '')))).toBe(year);
      }),
    );
  });
  it('of two digits is offered, not taken', () => {
    expect(readSchoolYear('20/21')).toMatchObject({ ok: false, suggestion: '2020/21' });
    expect(readSchoolYear('2020/22')).toMatchObject({ ok: false, suggestion: '2020/21' });
    expect(readSchoolYear('202022')).toMatchObject({ ok: false });
  });
});

describe('words', () => {
  it.each([
    ['ශ්\u200dරී', 'ශ්\u200dරී'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['അവന\u0d4d\u200d', 'അവന\u0d4d\u200d'],
    ['An\u200dn', 'Ann'],
    ['Ann\u200b  B\u00a0C', 'Ann B C'],
    ['\u202aAnn\u202c', 'Ann'],
    ['Se\u00adan', 'Sean'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
  ])('%j is kept as %j', (text, kept) => {
    expect(tidy(text)).toBe(kept);
  });
  it('are the same as with a mark that nobody sees, where there is nothing to do', () => {
    const printed = fc.string({
      unit: fc.integer({ min: 0x1f, max: 0x7f }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(printed, (text) => {
        expect(tidy(text)).toBe(tidy(`\u200b${text}`));
        expect(plain(text)).toBe(plain(`\u200b${text}`));
      }),
      { numRuns: 3000 },
    );
  });
  it('are kept as they are kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
        expect(plain(plain(text))).toBe(plain(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what a text is', () => {
  it.each([
    ['le2 5tf', 'postcode', 'LE2 5TF'],
    ['LE2', 'outcode', 'LE2'],
    ['sw1a', 'outcode', 'SW1A'],
    ['123456', 'urn', '123456'],
    ['URN 123456', 'urn', '123456'],
    ['330/2093', 'laestab', '330/2093'],
    ['TRN 1234567', 'trn', '1234567'],
    ['0113 496 0000', 'telephone', '0113 496 0000'],
    ['a@school.example', 'email', 'a@school.example'],
    ['2020–21', 'school-year', '2020/21'],
    ['e07000135', 'gss', 'E07000135'],
    ['St Mary’s', 'name', 'St Mary’s'],
    ['Ashford, Kent', 'name', 'Ashford, Kent'],
    ['BCP Council', 'name', 'BCP Council'],
    ['', 'empty', ''],
    [' \u200b ', 'empty', ''],
  ])('%j: %s', (text, kind, value) => {
    expect(readTyped(text)).toEqual({ kind, value });
  });
  it('is told for any text, without throwing', () => {
    const readers = [readUrn, readLaestab, readTrn, readTelephone, readEmail, readSchoolYear];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'leURN @.<>/-0123456789x ()+') }),
        ),
        (text) => {
          expect(readTyped(text).kind).toBeTypeOf('string');
          for (const read of readers) {
            const one = read(text);
            if (one.ok) expect(read(one.value)).toEqual(one);
            else expect(one.reason).not.toBe('');
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
