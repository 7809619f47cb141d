import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering } from '../../test/intake.js';
import { contentOf, likenessOf } from './digest.js';

describe('contentOf', () => {
  it('is written as in every store that there is, or what came before would be taken for something else', () => {
    const application = answering({
      schoolName: 'Hill  Top',
      name: 'A "B" \\ C',
      pastPhases: ['second', 'third'],
    });
    expect(contentOf({ ...application, readiness: { ready: 'Yes' } })).toMatchInlineSnapshot(
      `"content:{agreed:true,answers:{email:"a.teacher@school.example",name:"a \\"b\\" \\\\ c",pastPhases:["second","third"],phase:"first",postcode:"le1 1aa",role:"maths lead",schoolName:"hill top",urn:"123456"},edition:{schoolYear:"2099/00",version:"v1"},format:"maths-hubs-application/1",hub:"test-hub",kind:"application",notice:"n1",readiness:{ready:"yes"}}"`,
    );
    expect(contentOf({ ...answering({}), agreement: null, answers: {} })).toMatchInlineSnapshot(
      `"content:{agreed:false,answers:{},edition:{schoolYear:"2099/00",version:"v1"},format:"maths-hubs-application/1",hub:"test-hub",kind:"application",notice:"n1",readiness:{}}"`,
    );
  });

  it('reads every text in one way: capitals and gaps make no difference, all else does', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\t', '\u00a0', '"', '\\', '\u2028', '\ud800', 'É') }),
    );
    fc.assert(
      fc.property(text, (name) => {
        const read = JSON.stringify(name.trim().replace(/\s+/g, ' ').toLowerCase());
        expect(contentOf(answering({ name }))).toContain(`,name:${read},`);
      }),
    );
  });
});

describe('likenessOf', () => {
  it('is the same for whoever applies for a school, by its number or else its name and postcode', () => {
    const numbered = answering({ urn: '123456', name: 'Another', schoolName: 'Renamed' });
    expect(likenessOf(numbered)).toBe(likenessOf(answering({ urn: '123456' })));
    const named = answering({ urn: undefined, schoolName: ' HILL top ', postcode: 'LE11AA' });
    expect(likenessOf(named)).toMatchInlineSnapshot(
      `"likeness:{hub:"test-hub",kind:"application",phase:"first",school:["hill top","le11aa"],year:"2099/00"}"`,
    );
    expect(likenessOf(named)).not.toBe(likenessOf(numbered));
  });
});
