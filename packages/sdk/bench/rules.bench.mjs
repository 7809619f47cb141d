// One ten-condition rule in six ways, on the same schools: how much slower than a function written by hand?
// Needs a build. Run: node packages/sdk/bench/rules.bench.mjs
import { LogicEngine } from 'json-logic-engine';
import { Engine as RulesEngine } from 'json-rules-engine';
import { measure } from 'mitata';
import Publicodes from 'publicodes';
import { compilePhase, decide } from '../dist/eligibility/index.js';
import { editions, loadEdition } from '../dist/programme/index.js';
import { listValues } from '../dist/rules/index.js';
import { FACTS } from '../dist/schools/index.js';

const LIMITS = { 'ours, no trace': 5, 'ours, every finding with its source': 10 };

const is = (fact, value) => ({ fact, is: value });
const CONDITIONS = [
  is('inEngland', true),
  is('open', true),
  is('stateFunded', true),
  { fact: 'schoolPhase', in: ['primary', 'middle-deemed-primary', 'all-through'] },
  is('provision', 'mainstream'),
  { fact: 'development', in: ['never', 'left-early'] },
  { fact: 'developmentYear', atMost: 2020 },
  is('headteacherCommits', true),
  is('releasesTwoTeachers', true),
  is('longTermCommitment', true),
];

/** Not asked, or not sure. */
function absent(value) {
  return value === undefined || value === null;
}

/** The same three outcomes, as one would write them for this rule alone. */
function byHand(s) {
  let open = false;
  if (absent(s.inEngland)) open = true;
  else if (!s.inEngland) return 'not-eligible';
  if (absent(s.open)) open = true;
  else if (!s.open) return 'not-eligible';
  if (absent(s.stateFunded)) open = true;
  else if (!s.stateFunded) return 'not-eligible';
  if (absent(s.schoolPhase)) open = true;
  else if (
    s.schoolPhase !== 'primary' &&
    s.schoolPhase !== 'middle-deemed-primary' &&
    s.schoolPhase !== 'all-through'
  )
    return 'not-eligible';
  if (absent(s.provision)) open = true;
  else if (s.provision !== 'mainstream') return 'not-eligible';
  if (absent(s.development)) open = true;
  else if (s.development !== 'never' && s.development !== 'left-early') return 'not-eligible';
  if (absent(s.developmentYear)) open = true;
  else if (s.developmentYear > 2020) return 'not-eligible';
  if (absent(s.headteacherCommits)) open = true;
  else if (!s.headteacherCommits) return 'not-eligible';
  if (absent(s.releasesTwoTeachers)) open = true;
  else if (!s.releasesTwoTeachers) return 'not-eligible';
  if (absent(s.longTermCommitment)) open = true;
  else if (!s.longTermCommitment) return 'not-eligible';
  return open ? 'undetermined' : 'eligible';
}

/**
 * Schools from a fixed seed, about half of them eligible. Where `known` is less than 1 some facts are absent,
 * as in answers that people gave: then no two schools need have the same shape.
 */
function schools(count, known) {
  let state = 20240901;
  const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
  const mostly = (value, ...others) => {
    if (random() >= known) return undefined;
    return random() < 0.93 ? value : others[Math.floor(random() * others.length)];
  };
  const draw = () => ({
    inEngland: mostly(true, false),
    open: mostly(true, false),
    stateFunded: mostly(true, false),
    schoolPhase: mostly('primary', 'all-through', 'secondary', 'nursery'),
    provision: mostly('mainstream', 'special', 'alternative'),
    development: mostly('never', 'done', 'left-early'),
    developmentYear: mostly(2018, 2021, 2022),
    headteacherCommits: mostly(true, false),
    releasesTwoTeachers: mostly(true, false),
    longTermCommitment: mostly(true, false),
  });
  return Array.from({ length: count }, () => JSON.parse(JSON.stringify(draw())));
}

function ours() {
  const requirements = CONDITIONS.map((condition, i) => ({
    id: `condition-${i}`,
    statement: `Condition ${i}.`,
    condition,
    effect: 'bars',
    source: ['a-source'],
    basis: 'stated',
  }));
  const phase = { id: 'development', name: { value: 'Development' }, requirements };
  return compilePhase({ schoolYear: '2024/25', hub: null, version: '1', phases: [phase] }, 'development');
}

function jsonLogic() {
  const test = ({ fact, is: value, in: list, atMost }) =>
    list
      ? { in: [{ var: fact }, list] }
      : atMost === undefined
        ? { '===': [{ var: fact }, value] }
        : { '<=': [{ var: fact }, atMost] };
  return new LogicEngine().build({ and: CONDITIONS.map(test) });
}

function jsonRules() {
  const engine = new RulesEngine();
  const test = ({ fact, is: value, in: list, atMost }) => ({
    fact,
    operator: list ? 'in' : atMost === undefined ? 'equal' : 'lessThanInclusive',
    value: list ?? atMost ?? value,
  });
  engine.addRule({ conditions: { all: CONDITIONS.map(test) }, event: { type: 'eligible' } });
  return async (school) => ((await engine.run(school)).events.length > 0 ? 'eligible' : 'not-eligible');
}

function publicodes() {
  const quote = (value) =>
    typeof value === 'string' ? `'${value}'` : value === true ? 'oui' : String(value);
  const test = ({ fact, is: value, in: list, atMost }) =>
    list
      ? { 'une de ces conditions': list.map((each) => `${fact} = ${quote(each)}`) }
      : atMost === undefined
        ? `${fact} = ${quote(value)}`
        : `${fact} <= ${atMost}`;
  const facts = Object.fromEntries(CONDITIONS.map(({ fact }) => [fact, null]));
  const engine = new Publicodes(
    { ...facts, eligible: { 'toutes ces conditions': CONDITIONS.map(test) } },
    { logger: { log() {}, warn() {}, error() {} } },
  );
  const said = (value) => (typeof value === 'boolean' ? (value ? 'oui' : 'non') : quote(value));
  return (school) => {
    engine.setSituation(
      Object.fromEntries(Object.entries(school).map(([fact, value]) => [fact, said(value)])),
    );
    return engine.evaluate('eligible').nodeValue === true;
  };
}

const rule = ours();
const compiled = jsonLogic();
const OURS = [
  ['written by hand', 24_000, byHand],
  ['ours, no trace', 24_000, (school) => rule.outcome(school)],
  [
    'ours, every finding with its source',
    24_000,
    (school) => {
      let outcome = 'eligible';
      for (const { finding } of rule.findings(school))
        if (finding === false) outcome = 'not-eligible';
        else if (finding === 'unknown' && outcome === 'eligible') outcome = 'undetermined';
      return outcome;
    },
  ],
];
const yesOrNo = (decide) => (school) => (decide(school) ? 'eligible' : 'not-eligible');
const THEIRS = [
  ['json-logic-engine, compiled', 24_000, yesOrNo(compiled)],
  ['json-rules-engine', 1_000, jsonRules()],
  ['publicodes', 100, yesOrNo(publicodes())],
];

let eligible = 0;
async function compare(title, all, ways) {
  let base = 0;
  console.log(`\n${title.padEnd(38)} ns a school  x by hand  limit`);
  for (const [name, count, decide] of ways) {
    const some = all.slice(0, count);
    for (const school of some)
      if ((await decide(school)) !== byHand(school))
        throw new Error(`${name} disagrees on ${JSON.stringify(school)}`);
    const run =
      name === 'json-rules-engine'
        ? async () => {
            for (const school of some) eligible += Number((await decide(school)) === 'eligible');
          }
        : () => {
            for (const school of some) eligible += Number(decide(school) === 'eligible');
          };
    const each = (await measure(run, { min_cpu_time: 5e8 })).p50 / count;
    base ||= each;
    const limit = LIMITS[name];
    const ratio = each / base;
    console.log(
      name.padEnd(38),
      each.toFixed(1).padStart(11),
      ratio.toFixed(1).padStart(10),
      limit ? `  ${ratio <= limit ? '≤' : '>'} ${limit}` : '',
    );
  }
}

await compare('Answers, one fact in seven not asked', schools(24_000, 6 / 7), OURS);
await compare('Everything known', schools(24_000, 1), [...OURS, ...THEIRS]);
/** A whole decision, its rules compiled afresh as a caller of `decide` has it, on schools of which half is known. */
async function whole() {
  let state = 20240901;
  const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
  const one = (list) => list[Math.floor(random() * list.length)];
  const school = () =>
    Object.fromEntries(
      FACTS.flatMap(({ id, domain }) => (random() < 0.5 ? [[id, one(listValues(domain))]] : [])),
    );
  const times = [];
  for (const { schoolYear } of editions()) {
    const edition = await loadEdition(schoolYear);
    for (const { id } of edition.phases)
      for (let i = 0; i < 300; i++) {
        const facts = school();
        const start = performance.now();
        decide(edition, id, facts);
        times.push(performance.now() - start);
      }
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(3);
  console.log(
    `\ndecide with questions and changes, every edition and phase, ${times.length} schools half known`,
  );
  console.log(`median ${at(0.5)} ms  ${Number(at(0.5)) <= 1 ? '≤' : '>'} 1 ms;  95th in 100 ${at(0.95)} ms`);
}

await whole();
if (eligible === 0) throw new Error('No school was eligible: the bench measured nothing.');
