/** The tables of the data release: for each its rows, and what each column holds. The dictionary is made of the same lines. */

const some = (value) => (Array.isArray(value) ? value.join('; ') : (value ?? ''));
const list = (ids) => some(ids);

/** A value as people write it: a range with its unit, a list, a yes. */
function say(value) {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(say).join('; ');
  if (typeof value !== 'object') return String(value);
  const { min, max, unit, currency, amount, ...rest } = value;
  if (min !== undefined || max !== undefined) {
    const range =
      min === max
        ? `${min}`
        : min === null
          ? `up to ${max}`
          : max === null
            ? `${min} or more`
            : `${min} to ${max}`;
    return [range, unit, rest.per ? `per ${rest.per}` : ''].filter(Boolean).join(' ');
  }
  return JSON.stringify(value);
}
const low = (value) => (value !== null && typeof value === 'object' && 'min' in value ? value.min : '');
const high = (value) => (value !== null && typeof value === 'object' && 'max' in value ? value.max : '');
const unit = (value) => (value !== null && typeof value === 'object' && 'unit' in value ? value.unit : '');

const columns = (...pairs) => pairs.map(([name, meaning, of]) => ({ name, meaning, of }));
const ofSource = [
  'source',
  'Ids of the sources, separated by a semicolon: see sources.csv',
  ({ fact }) => list(fact.source),
];
const ofBasis = [
  'basis',
  'How it is known: stated by the source, derived from what it states, or hub for a hub’s own',
  ({ fact }) => fact.basis ?? '',
];
const ofNote = ['note', 'What else a reader must know', ({ fact }) => fact.note ?? ''];

export const TABLES = [
  {
    file: 'editions.csv',
    about:
      'The terms of the programme, one line a term, phase and school year. What has no line is not known.',
    rows: ({ editions }) =>
      editions.flatMap(({ schoolYear, phases }) =>
        phases.flatMap((phase) =>
          Object.entries({ name: phase.name, ...phase.terms })
            .filter(([, fact]) => fact !== null && typeof fact === 'object')
            .map(([term, fact]) => ({ schoolYear, phase: phase.id, term, fact })),
        ),
      ),
    columns: columns(
      ['school_year', 'School year, such as 2024/25', ({ schoolYear }) => schoolYear],
      [
        'phase',
        'Id of the phase: readiness, development, embedding, sustaining or another',
        ({ phase }) => phase,
      ],
      ['term', 'Name of the term', ({ term }) => term],
      ['value', 'The value in words; empty where the sources leave it open', ({ fact }) => say(fact.value)],
      ['min', 'Lowest number of a quantity; empty for anything else', ({ fact }) => low(fact.value)],
      ['max', 'Highest number of a quantity; empty for anything else', ({ fact }) => high(fact.value)],
      ['unit', 'What the quantity counts; money is in pounds', ({ fact }) => unit(fact.value)],
      ofSource,
      ofBasis,
      ofNote,
    ),
  },
  {
    file: 'requirements.csv',
    about: 'What a school must meet to take part in a phase, one line a requirement, phase and school year.',
    rows: ({ editions }) =>
      editions.flatMap(({ schoolYear, requirements }) =>
        Object.entries(requirements).flatMap(([phase, all]) =>
          all.map((fact) => ({ schoolYear, phase, fact })),
        ),
      ),
    columns: columns(
      ['school_year', 'School year, such as 2024/25', ({ schoolYear }) => schoolYear],
      ['phase', 'Id of the phase', ({ phase }) => phase],
      ['id', 'Id of the requirement', ({ fact }) => fact.id],
      ['statement', 'The requirement in words', ({ fact }) => fact.statement],
      [
        'effect',
        'bars: a school that does not meet it cannot take part; another word: it advises',
        ({ fact }) => fact.effect ?? '',
      ],
      [
        'condition',
        'The condition as JSON, over the facts of a school',
        ({ fact }) => JSON.stringify(fact.condition),
      ],
      ofSource,
      ofBasis,
      ofNote,
    ),
  },
  {
    file: 'hubs.csv',
    about: 'The Maths Hubs, one line a hub.',
    rows: ({ hubs }) => hubs.hubs.map((fact) => ({ fact })),
    columns: columns(
      ['id', 'Id of the hub', ({ fact }) => fact.id],
      ['name', 'Its name', ({ fact }) => fact.name],
      ['also_known_as', 'Other names', ({ fact }) => list(fact.alsoKnownAs)],
      ['region', 'Region of England', ({ fact }) => fact.region],
      ['lead_school', 'Lead school or schools', ({ fact }) => list(fact.leadSchool?.names)],
      ['website', 'Address of its website; empty where none is known', ({ fact }) => fact.website ?? ''],
      ['email', 'Address to write to; empty where none is known', ({ fact }) => fact.email ?? ''],
      ['telephone', 'Telephone; empty where none is known', ({ fact }) => fact.telephone ?? ''],
      ['confidence', 'How sure the line is: high, medium or low', ({ fact }) => fact.confidence],
      ['as_of', 'When the sources said so', ({ fact }) => fact.asOf ?? ''],
      [
        'source',
        'Ids of the sources, separated by a semicolon: see sources.csv',
        ({ fact }) => list(fact.sources),
      ],
      ofNote,
    ),
  },
  {
    file: 'coverage.csv',
    about: 'Which hub serves which local authority, one line an authority.',
    rows: ({ coverage, authorities }) => {
      const names = new Map(authorities.authorities.map((each) => [each.gss, each]));
      return coverage.coverage.map((fact) => ({ fact, authority: names.get(fact.area) }));
    },
    columns: columns(
      ['area', 'ONS code of the local authority', ({ fact }) => fact.area],
      [
        'authority',
        'Its name; empty for an area that is no whole authority',
        ({ authority }) => authority?.name ?? '',
      ],
      ['dfe_code', 'Its number at the Department for Education', ({ authority }) => authority?.dfe ?? ''],
      ['hub', 'Id of the hub; empty where no source settles it', ({ fact }) => fact.hub ?? ''],
      [
        'candidates',
        'Ids of the hubs that it could be, where no source settles it',
        ({ fact }) => list((fact.candidates ?? []).map((each) => each.hub ?? each)),
      ],
      ['confidence', 'How sure the line is: high, medium or low', ({ fact }) => fact.confidence ?? ''],
      ['source', 'Id of the source: see sources.csv', ({ fact }) => list(fact.source)],
      ofNote,
    ),
  },
  {
    file: 'statistics.csv',
    about: 'Published figures: what was counted, when, and whether it was an aim or what came of it.',
    rows: ({ statistics }) => statistics.statistics.map((fact) => ({ fact })),
    columns: columns(
      ['id', 'Id of the figure', ({ fact }) => fact.id],
      ['measure', 'What is counted', ({ fact }) => fact.measure],
      ['kind', 'Kind of figure: a year’s, a total, an aim, a budget or another', ({ fact }) => fact.kind],
      ['as_at', 'For when it stands; empty where the source does not say', ({ fact }) => fact.asAt ?? ''],
      ['min', 'Lowest value', ({ fact }) => low(fact.value)],
      ['max', 'Highest value; empty where there is none', ({ fact }) => high(fact.value)],
      ['unit', 'What it counts; money is in pounds', ({ fact }) => unit(fact.value)],
      ofSource,
      ofBasis,
      ofNote,
    ),
  },
  {
    file: 'sources.csv',
    about: 'Where it all comes from, one line a source.',
    rows: ({ sources, hubs }) => {
      const all = new Map([...hubs.sources, ...sources].map((fact) => [fact.id, fact]));
      return [...new Set([...sources, ...hubs.sources].map(({ id }) => id))].map((id) => ({
        fact: all.get(id),
      }));
    },
    columns: columns(
      ['id', 'Id of the source, as the other tables name it', ({ fact }) => fact.id],
      ['publisher', 'Who published it', ({ fact }) => fact.publisher],
      ['title', 'Its title', ({ fact }) => fact.title],
      ['date', 'Its date; empty where it shows none', ({ fact }) => fact.date ?? ''],
      ['url', 'Its address; empty where it has none', ({ fact }) => fact.url ?? ''],
      ofNote,
    ),
  },
];
