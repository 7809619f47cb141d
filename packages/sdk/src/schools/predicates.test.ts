import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  factsFromGias,
  isInEngland,
  isOpen,
  isStateFunded,
  nameOf,
  provisionOf,
  schoolPhaseOf,
  teachesPrimary,
  teachesSecondary,
} from './index.js';

interface TypeRow {
  code: number;
  name: string;
  group: number;
  stateFunded: boolean | null;
  provision: string | null;
  why: string;
}

const gias = JSON.parse(readFileSync(new URL('../../data/gias.json', import.meta.url), 'utf8')) as {
  types: { rows: TypeRow[] };
  authorities: { england: string[]; formerEngland: string[] };
};
const types = gias.types.rows;
const codes = types.map(({ code }) => code);

/**
 * Which establishment types each of the Department's services treats as state-funded.
 * npq-registration and early-careers-framework list codes; register-early-career-teachers lists names to exclude;
 * claim-additional-payments-for-teaching takes groups, less one type, plus two.
 */
const services = {
  npq: new Set([
    1, 2, 3, 5, 6, 7, 8, 10, 12, 14, 15, 18, 24, 26, 28, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44,
    45, 46,
  ]),
  ecf: new Set([
    1, 2, 3, 5, 6, 7, 8, 12, 14, 15, 18, 28, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
    48, 57,
  ]),
  register: new Set(
    codes.filter((code) => ![10, 11, 24, 25, 26, 27, 29, 30, 37, 49, 56, 47, 48].includes(code)),
  ),
  claims: new Set(
    types
      .filter(
        ({ code, group }) => ([1, 4, 5, 10, 11].includes(group) && code !== 10) || code === 24 || code === 6,
      )
      .map(({ code }) => code),
  ),
};

describe('state-funded, where the services of the Department disagree', () => {
  const verdicts = types.map((type) => ({
    ...type,
    ...Object.fromEntries(
      Object.entries(services).map(([service, taken]) => [service, taken.has(type.code)]),
    ),
    ours: isStateFunded({ typeCode: type.code }),
    agreed: new Set(Object.values(services).map((taken) => taken.has(type.code))).size === 1,
  }));

  it('has the disagreements that we know of, and no others', () => {
    expect(verdicts.filter(({ agreed }) => !agreed).map(({ code }) => code)).toEqual([
      10, 24, 26, 32, 47, 48, 57,
    ]);
  });

  it.each(verdicts)(
    'type $code, $name: npq $npq, ecf $ecf, register $register, claims $claims; ours $ours: $why',
    (type) => {
      expect(type.ours).toBe(type.stateFunded);
      expect(type.why).not.toBe('');
      // Where all agree, ours agrees; it may only be silent on what is abroad or not a school.
      if (type.agreed && type.ours !== null) expect(type.ours).toBe(services.npq.has(type.code));
      if (type.agreed && services.npq.has(type.code)) expect(type.ours).toBe(true);
    },
  );

  it.each([
    [10, false, 'only NPQ takes it; it is independent'],
    [24, null, 'two against two'],
    [26, null, 'only NPQ takes it; it is abroad'],
    [32, null, 'three against one'],
    [47, null, 'not a school'],
    [48, null, 'not a school'],
    [57, true, 'an academy; npq and the older list have no such type'],
  ] as const)('settles type %i as %s: %s', (typeCode, ours, _why) => {
    expect(isStateFunded({ typeCode })).toBe(ours);
  });

  it('settles a type that is newer than the table by its group', () => {
    expect(isStateFunded({ typeCode: 99, typeGroupCode: 10 })).toBe(true);
    expect(isStateFunded({ typeCode: 99, typeGroupCode: 3 })).toBe(false);
    expect(isStateFunded({ typeCode: 99, typeGroupCode: 5 })).toBeNull();
    expect(isStateFunded({ typeCode: 99, typeGroupCode: 98 })).toBeNull();
    expect(isStateFunded({})).toBeNull();
  });

  it('takes the type before the group: a city technology college is filed under independent schools', () => {
    expect(isStateFunded({ typeCode: 6, typeGroupCode: 3 })).toBe(true);
  });
});

describe('open', () => {
  it.each([
    [1, true, 'all services'],
    [2, false, 'all services'],
    [3, true, 'all services'],
    [4, false, 'npq and register say open, early-careers-framework does not'],
    [9, null, 'no such status'],
  ] as const)('status %i: %s (%s)', (statusCode, open, _services) => {
    expect(isOpen({ statusCode })).toBe(open);
  });
});

describe('in England', () => {
  it('by every authority that is or was English', () => {
    expect(gias.authorities.england).toHaveLength(153);
    for (const laCode of [...gias.authorities.england, ...gias.authorities.formerEngland]) {
      expect(isInEngland({ laCode })).toBe(true);
    }
  });

  it.each(['000', '660', '673', '681', '702', '704', '708'])(
    'not by authority %s, wherever it lies',
    (laCode) => {
      expect(isInEngland({ laCode, districtCode: 'E07000106', regionCode: 'J' })).toBe(false);
    },
  );

  it('by district, then by region, where the authority is unknown', () => {
    expect(isInEngland({ laCode: '999', districtCode: 'E07000106' })).toBe(true);
    expect(isInEngland({ districtCode: 'W06000015', regionCode: 'H' })).toBe(false);
    expect(isInEngland({ regionCode: 'H' })).toBe(true);
    expect(isInEngland({ regionCode: 'W' })).toBe(false);
    expect(isInEngland({ regionCode: 'Z' })).toBeNull();
  });

  it('is not told by GIAS’s 9999, which the early career framework service takes for England', () => {
    expect(isInEngland({ laCode: '999', districtCode: null, regionCode: null })).toBeNull();
  });
});

describe('primary and secondary classes', () => {
  it.each([
    // phase, low, high, npq calls it primary, ours primary, ours secondary
    [1, 2, 5, false, false, false],
    [2, 4, 11, true, true, false],
    [2, 7, 11, true, true, false],
    [3, 8, 12, true, true, null],
    [4, 11, 16, false, false, true],
    [5, 9, 13, false, null, true],
    [6, 16, 19, false, false, false],
    [7, 3, 18, false, true, true],
    [0, 5, 11, false, true, false],
    [0, 2, 19, false, true, true],
    [0, 11, 16, false, false, true],
    [0, 14, 16, false, false, true],
    [0, 16, 25, false, false, false],
    [0, 10, 12, false, true, true],
    [0, 2, 4, false, false, false],
    [0, null, 11, false, null, null],
    [0, 5, null, false, null, null],
  ] as const)(
    'phase %s, ages %s to %s (npq: %s): primary %s, secondary %s',
    (phaseCode, lowAge, highAge, npq, primary, secondary) => {
      expect(npq).toBe(phaseCode === 2 || phaseCode === 3);
      expect(teachesPrimary({ phaseCode, lowAge, highAge })).toBe(primary);
      expect(teachesSecondary({ phaseCode, lowAge, highAge })).toBe(secondary);
    },
  );

  it('are unknown without a phase', () => {
    expect(teachesPrimary({ lowAge: 5, highAge: 11 })).toBeNull();
    expect(schoolPhaseOf({})).toBeNull();
  });
});

describe('provision', () => {
  it.each([
    ['special', [7, 8, 10, 12, 32, 33, 36, 44]],
    ['alternative', [14, 38, 42, 43]],
    [null, [18, 24, 25, 26, 27, 29, 30, 37, 47, 48, 49, 56, 57]],
  ] as const)('is %s for its types and no others', (provision, expected) => {
    expect(codes.filter((typeCode) => provisionOf({ typeCode }) === provision)).toEqual(expected);
  });
});

describe('facts from a row', () => {
  it('gives every fact of an ordinary school', () => {
    expect(
      factsFromGias({ laCode: '855', typeCode: 34, statusCode: 1, phaseCode: 2, lowAge: 4, highAge: 11 }),
    ).toEqual({
      inEngland: true,
      open: true,
      stateFunded: true,
      schoolPhase: 'primary',
      teachesPrimary: true,
      teachesSecondary: false,
      provision: 'mainstream',
    });
  });

  it('leaves out what the row does not tell, and never throws, whatever codes it holds', () => {
    expect(factsFromGias({})).toEqual({});
    const code = fc.option(fc.integer());
    const row = fc.record(
      {
        laCode: fc.option(fc.string()),
        districtCode: fc.option(fc.string()),
        regionCode: fc.option(fc.string()),
        typeCode: code,
        typeGroupCode: code,
        statusCode: code,
        phaseCode: code,
        lowAge: code,
        highAge: code,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(row, (school) => {
        for (const value of Object.values(factsFromGias(school)))
          expect(['boolean', 'string']).toContain(typeof value);
      }),
    );
  });

  it('a fact that is told stays as it was when more of the row is known', () => {
    const full = fc.record({
      laCode: fc.constantFrom('201', '855', '673', '704', '999'),
      typeCode: fc.constantFrom(...codes),
      statusCode: fc.integer({ min: 1, max: 4 }),
      phaseCode: fc.integer({ min: 0, max: 7 }),
      lowAge: fc.integer({ min: 0, max: 19 }),
      highAge: fc.integer({ min: 0, max: 25 }),
    });
    fc.assert(
      fc.property(
        full,
        fc.array(fc.constantFrom<string[]>('laCode', 'typeCode', 'statusCode', 'phaseCode', 'lowAge')),
        (school, hidden) => {
          const partial = Object.fromEntries(Object.entries(school).filter(([key]) => !hidden.includes(key)));
          expect(factsFromGias(school)).toMatchObject(factsFromGias(partial));
        },
      ),
    );
  });
});

describe('code tables', () => {
  it('name every code', () => {
    expect(nameOf('type', 34)).toBe('Academy converter');
    expect(nameOf('phase', 7)).toBe('All-through');
    expect(nameOf('type', 4)).toBeUndefined();
    expect(nameOf('type', 'constructor')).toBeUndefined();
  });
});
