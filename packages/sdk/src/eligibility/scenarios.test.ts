import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../programme/index.js';
import { listValues, type Facts, type FactValue } from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import { compilePhase, decide } from './index.js';

type Row = Readonly<Record<string, string>>;

const COLUMNS: Readonly<Record<string, string>> = {
  'In England': 'inEngland',
  Open: 'open',
  'State-funded': 'stateFunded',
  'Register phase': 'schoolPhase',
  'Teaches primary years': 'teachesPrimary',
  Provision: 'provision',
  Readiness: 'readiness',
  Development: 'development',
  'Year of Development': 'developmentYear',
  Embedding: 'embedding',
  'Specialist works there': 'specialistSchool',
  'New headteacher': 'newHeadteacher',
  'Wants mastery': 'wantsMastery',
  'Headteacher commits': 'headteacherCommits',
  'Releases two teachers': 'releasesTwoTeachers',
  'Maths lead takes part': 'mathsLeadTakesPart',
  'Long-term commitment': 'longTermCommitment',
  'Needs support': 'needsSupport',
};

const read = (file: string): Row[] =>
  parse<Row>(readFileSync(new URL(file, import.meta.url)), { columns: true });
const rows = read('scenarios.csv');

/** How firm each requirement is: held against change, and put right by what the rules say; the last row that fits is the one meant. */
const firm = read('scenario-firmness.csv');

function firmnessByHand(id: string, year: string, phase: string): string | undefined {
  const fits = (column: string, value: string, row: Row) => row[column] === '' || row[column] === value;
  return firm.findLast(
    (row) => row['Requirement'] === id && fits('Edition', year, row) && fits('Phase', phase, row),
  )?.['Firmness'];
}

function factsOf(row: Row): Facts {
  return Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([column, fact]) => {
      const cell = row[column] ?? '';
      return cell === '' ? [] : [[fact, valueOf(cell)]];
    }),
  );
}

function valueOf(cell: string): FactValue | null {
  if (cell === 'not sure') return null;
  if (cell === 'yes' || cell === 'no') return cell === 'yes';
  return /^\d{4}$/.test(cell) ? Number(cell) : cell;
}

const words = (cell: string | undefined) => (cell ?? '').split(' ').filter(Boolean).sort();

/** What the year's sources say about a school with every fact known, written by hand. */
function verdict(year: string, phase: string, s: Facts): 'yes' | 'no' | 'hub' {
  const saysStateFunded = year === '2023/24' || year === '2024/25';
  const asksTwoTeachers =
    phase === 'development'
      ? !['2019/20', '2021/22'].includes(year)
      : year === '2024/25' && phase === 'readiness';
  const asksHead =
    (phase === 'development' && ['2020/21', '2022/23'].includes(year)) ||
    (phase === 'readiness' && year === '2024/25');
  const isReadiness = phase === 'readiness';

  if (!s['inEngland'] || !s['open']) return 'no';
  if (!s['stateFunded'] && saysStateFunded) return 'no';
  if (['nursery', 'secondary', '16-plus'].includes(String(s['schoolPhase']))) return 'no';
  if (s['schoolPhase'] !== 'primary' && !s['teachesPrimary']) return 'no';
  if (asksTwoTeachers && !s['releasesTwoTeachers']) return 'no';
  if (asksHead && !s['headteacherCommits']) return 'no';
  if (
    year === '2020/21' &&
    (isReadiness || phase === 'development') &&
    !(s['wantsMastery'] && s['longTermCommitment'])
  )
    return 'no';
  if (isReadiness && ['2020/21', '2022/23', '2024/25'].includes(year) && !s['needsSupport']) return 'no';
  if (isReadiness && year === '2024/25' && !(s['longTermCommitment'] && s['mathsLeadTakesPart'])) return 'no';

  const history = pastAllows(year, phase, s);
  if (history === 'no') return 'no';
  const forTheHub =
    !s['stateFunded'] ||
    s['schoolPhase'] !== 'primary' ||
    s['provision'] !== 'mainstream' ||
    (isReadiness && (['2018/19', '2020/21'].includes(year) || s['readiness'] !== 'never')) ||
    (['embedding', 'sustaining'].includes(phase) && s['newHeadteacher'] === true);
  return forTheHub ? 'hub' : history;
}

/** Whether the phases that a school has been in let it join. */
function pastAllows(year: string, phase: string, s: Facts): 'yes' | 'no' | 'hub' {
  const { development, embedding } = s;
  if (phase === 'readiness') return development === 'never' ? 'yes' : 'hub';
  if (phase === 'development') {
    if (development === 'never') return 'yes';
    return year === '2024/25' && development !== 'left-early' ? 'no' : 'hub';
  }
  if (phase === 'sustaining' && year === '2022/23') {
    if (embedding === 'done') return 'yes';
    return development === 'done' || development === 'left-early' ? 'hub' : 'no';
  }
  if (phase === 'sustaining' && s['specialistSchool'] && development !== 'done') {
    if (year === '2023/24') return 'yes';
    if (year === '2024/25') return 'hub';
  }
  if (development === 'left-early') return 'hub';
  if (development !== 'done') return 'no';
  if (phase === 'sustaining')
    return year === '2020/21' && Number(s['developmentYear']) > 2018 && embedding !== 'done' ? 'hub' : 'yes';
  return embedding === 'never' ? 'yes' : 'hub';
}

/** Every way the facts named could turn out; the others that are open are filled with their first value. */
function completions(facts: Facts, open: readonly string[]): Facts[] {
  return FACTS.reduce<Facts[]>(
    (sets, { id, domain }) => {
      if (facts[id] !== undefined && facts[id] !== null) return sets;
      const values = open.includes(id) ? listValues(domain) : listValues(domain).slice(0, 1);
      return sets.flatMap((set) => values.map((value) => ({ ...set, [id]: value })));
    },
    [facts],
  );
}

const OUTCOME = { yes: 'eligible', no: 'not-eligible', hub: 'undetermined' } as const;

describe('golden scenarios', async () => {
  const years = [...new Set(rows.map((row) => row['Edition'] ?? ''))];
  const editions = new Map(
    await Promise.all(years.map(async (year) => [year, await loadEdition(year)] as const)),
  );

  it('never hold a school to a bar that only the hub can put up, whatever the year', () => {
    const kinds = new Set<string>();
    for (const row of rows) {
      const edition = editions.get(row['Edition'] ?? '')!;
      for (const { finding, firmness, id } of decide(edition, row['Phase'] ?? '', factsOf(row)).findings) {
        kinds.add(firmness);
        const where = `${row['Edition']} ${row['Phase']}, ${row['School']}: ${id}`;
        if (finding === false) expect(firmness, where).not.toMatch(/^hub-(?:otherwise|decides)$/);
        if (finding === 'hub-decides' && !Object.values(factsOf(row)).includes(null))
          expect(firmness, where).toMatch(/^hub-/);
      }
    }
    expect([...kinds].sort()).toEqual([
      'hub-decides',
      'hub-in-some-cases',
      'hub-otherwise',
      'stated',
      'worked-out',
    ]);
  });

  it('are many, and balanced between outcomes, phases and editions', () => {
    const share = (column: string) => {
      const counts = new Map<string, number>();
      for (const row of rows) counts.set(row[column] ?? '', (counts.get(row[column] ?? '') ?? 0) + 1);
      return counts;
    };
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(Math.min(...share('Outcome').values())).toBeGreaterThan(rows.length / 4);
    expect([...share('Phase').keys()].sort()).toEqual([
      'development',
      'embedding',
      'readiness',
      'sustaining',
    ]);
    expect(Math.min(...share('Phase').values())).toBeGreaterThan(60);
    expect(share('Edition').size).toBe(9);
    expect(Math.min(...share('Edition').values())).toBeGreaterThanOrEqual(15);
  });

  for (const row of rows) {
    const { Edition: year = '', Phase: phase = '', School: school = '', Outcome: outcome } = row;
    const edition = editions.get(year);
    if (!edition) throw new Error(`No edition ${year}`);
    const facts = factsOf(row);
    const missing = words(row['Still missing']);

    it(`${year} ${phase}: ${school}`, () => {
      const decision = decide(edition, phase, facts);
      const ids = (finding: false | 'hub-decides') =>
        decision.findings
          .filter((each) => each.effect === 'bars' && each.finding === finding)
          .map(({ id }) => id)
          .sort();
      expect(decision.outcome).toBe(outcome);
      for (const { id, effect, finding, firmness } of decision.findings)
        if (effect === 'bars' && finding !== true) expect(firmness, id).toBe(firmnessByHand(id, year, phase));
      expect(ids(false)).toEqual(words(row['Not met']));
      expect(ids('hub-decides')).toEqual(words(row['Hub decides']));
      expect(decision.questions.map(({ fact }) => fact.id).sort()).toEqual(missing);
      expect(compilePhase(edition, phase).outcome(facts)).toBe(outcome);
    });

    it(`${year} ${phase}: ${school}, read by hand`, () => {
      const notSure = Object.keys(facts).filter((fact) => facts[fact] === null);
      const verdicts = new Set(
        completions(facts, [...missing, ...notSure]).map((full) => verdict(year, phase, full)),
      );
      const [only = 'hub'] = verdicts;
      expect(verdicts.size === 1 ? OUTCOME[only] : 'undetermined').toBe(outcome);
    });
  }
});
