import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applicationForm, checkApplication, FIELDS, MAX_LENGTH } from '@maths-hubs/sdk/applications';
import { emptyEdition } from '@maths-hubs/sdk/programme';
import { formatPostcode } from '@maths-hubs/sdk/typed';
import { PATTERNS } from '../../sdk/dist/applications/answer.js';
import { POSTCODE_HALVES } from '../../sdk/dist/typed/postcode.js';
import { pcre } from './php.mjs';

const { outward, inward } = POSTCODE_HALVES;

/** What the plugin's check needs of the SDK's: patterns, lengths, and the sentences themselves, asked of the check. */
export async function formRules() {
  return {
    labels: Object.fromEntries(FIELDS.map(({ id, label }) => [id, label])),
    longest: MAX_LENGTH,
    mostPhases: 20,
    id: pcre(PATTERNS.phase),
    patterns: {
      ...Object.fromEntries(Object.entries(PATTERNS).map(([kind, pattern]) => [kind, pcre(pattern)])),
      postcode: pcre(new RegExp(`^(?=(?:${areas().join('|')})[0-9]|GIR)(?:${outward}) ${inward}$`)),
      // The SDK reads a number out of a longer text; what it keeps has seven digits at least.
      tel: pcre(new RegExp(`(?=(?:\\D*\\d){7})${PATTERNS.tel?.source}`)),
    },
    postcode: `/^(${outward}) ?(${inward})$/i`,
    // As the SDK's `tidy` has it: a joiner after a letter of a script that spells with it stays.
    invisible:
      '/((?![\\p{Latin}\\p{Greek}\\p{Cyrillic}])[\\p{L}\\p{M}])([\\x{200c}\\x{200d}])[\\x{200c}\\x{200d}]*|[\\p{Cf}\\p{Co}\\p{Cn}\\x{fe00}-\\x{fe0f}]/u',
    sentences: sentences(),
  };
}

/** Every postcode area, as the SDK knows them. */
function areas() {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return [...letters, ...letters.flatMap((one) => letters.map((other) => one + other))].filter(
    (area) => formatPostcode(`${area}1 1AA`) !== null,
  );
}

/** Each sentence as the check itself says it of an application that is wrong in just that. */
function sentences() {
  const notice = { version: '1', controller: '', processor: '', lawfulBasis: '', text: '' };
  const base = emptyEdition('2026/27', 'four-phases', 'a-hub');
  const form = applicationForm(base, { hub: 'a-hub', notice });
  const question = { id: 'q', question: '', why: '', required: true, options: [] };
  const offered = {
    id: 'p',
    name: 'P',
    commitments: [{ id: 'c', statement: 's' }],
    unknown: [],
    readiness: [question],
  };
  const asked = { ...form, phases: [offered], pastPhases: [{ id: 'p', name: 'P' }] };
  const wrong = (change) => {
    const sent = {
      format: 'maths-hubs-application/1',
      kind: 'application',
      hub: 'a-hub',
      edition: form.edition,
      answers: { phase: 'p', schoolName: 'x'.repeat(MAX_LENGTH + 1) },
      readiness: {},
      agreement: { declared: true, commitments: [] },
      notice: { version: '1', shownAt: null },
      ...change,
    };
    return checkApplication(sent, asked).errors;
  };
  const say = (field, change = {}) => {
    const error = wrong(change).find((each) => each.field === field);
    if (error === undefined) throw new Error(`The check says nothing of ${field}.`);
    return error.message;
  };
  const label = FIELDS.find(({ id }) => id === 'schoolName')?.label ?? '';
  return {
    hub: say('hub', { hub: 'other' }),
    edition: say('edition', { edition: { schoolYear: '2000/01', version: '' } }),
    long: say('schoolName').replace(label, '{label}'),
    readiness: say('readiness.q'),
    agreement: say('agreement', { agreement: null }),
    commitments: say('agreement'),
    notice: say('notice', { notice: { version: '2', shownAt: null } }),
  };
}

/**
 * The published JSON Schema of an application, in the part of the language that WordPress knows: references are put in
 * place, `const` is an `enum` of one, and patterns mean the same here and there. What answers and self-assessment may be is the
 * check's to say, field by field.
 */
export function applicationSchema() {
  const file = fileURLToPath(new URL('../../sdk/dist/schemas/application.schema.json', import.meta.url));
  const { definitions = {}, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const plain = (part) => {
    if (Array.isArray(part)) return part.map(plain);
    if (typeof part !== 'object' || part === null) return part;
    if (part.$ref) return plain(definitions[part.$ref.split('/').at(-1)]);
    const { const: only, pattern, $schema: _, title: __, ...rest } = part;
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]));
    if (only !== undefined) own.enum = [only];
    // WordPress writes the delimiters itself.
    if (pattern !== undefined)
      own.pattern = pcre(pattern).slice(1, -3).replaceAll('\\~', '~').replace(/\$$/, '\\z');
    return own;
  };
  const whole = plain(schema);
  const open = { type: 'object', additionalProperties: true };
  return { ...whole, properties: { ...whole.properties, answers: open, readiness: open } };
}
