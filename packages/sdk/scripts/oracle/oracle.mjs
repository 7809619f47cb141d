// Decides by trying everything. Written from the data alone: nothing of the SDK's rules is used, so that both can only
// agree by being right. It reads a rule as its words say, and a school as every school that it may turn out to be.
import { readdirSync, readFileSync } from 'node:fs';

const data = new URL('../../data/requirements/', import.meta.url);

/** Every phase of every year, with its bars in the data. */
export function phasesInData() {
  return readdirSync(data)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(new URL(name, data), 'utf8'))).map(([phase, requirements]) => ({
        schoolYear: name.replace('.json', '').replace('-', '/'),
        phase,
        bars: requirements.filter(({ effect }) => effect === 'bars').map(({ condition }) => condition),
      })),
    );
}

/** Whether a rule holds for a school of which everything is known, the hub having said yes or no. */
function holds(rule, school, hub) {
  if (rule.all) return rule.all.every((part) => holds(part, school, hub));
  if (rule.any) return rule.any.some((part) => holds(part, school, hub));
  if (rule.of) return rule.of.filter((part) => holds(part, school, hub)).length >= rule.atLeast;
  if (rule.not) return !holds(rule.not, school, hub);
  if (rule.hubDecides !== undefined) return hub.get(rule);
  const value = school[rule.fact];
  if ('is' in rule) return value === rule.is;
  if (rule.in) return rule.in.includes(value);
  return 'atLeast' in rule ? value >= rule.atLeast : value <= rule.atMost;
}

function parts(rule) {
  return rule.all ?? rule.any ?? rule.of ?? (rule.not ? [rule.not] : []);
}

function factsIn(rule) {
  return rule.fact ? [rule.fact] : parts(rule).flatMap(factsIn);
}

function hubLeavesIn(rule) {
  return rule.hubDecides === undefined ? parts(rule).flatMap(hubLeavesIn) : [rule];
}

/** The facts that a phase tests, each with every answer to it. */
function testedIn({ bars }, facts) {
  const tested = new Set(bars.flatMap(factsIn));
  return facts
    .filter(({ id }) => tested.has(id))
    .map(({ id, domain }) => ({ id, values: answersTo(domain) }));
}

function answersTo(domain) {
  if (domain === 'boolean') return [true, false];
  if (domain.values) return domain.values.map(({ value }) => value);
  const years = [];
  for (let year = domain.min; year <= domain.max; year += 1) years.push(year);
  return years;
}

/** Every way of choosing one value for each. */
function* everyWay(open, at = 0, school = {}) {
  if (at === open.length) {
    yield school;
    return;
  }
  for (const value of open[at].values) yield* everyWay(open, at + 1, { ...school, [open[at].id]: value });
}

/**
 * What a phase says to a school: `yes`, `no`, or `hub` where what is "not sure" or left to the hub still tips it;
 * everything else is known.
 */
function endOf({ bars }, school, unsure) {
  let yes = false;
  let no = false;
  for (const way of everyWay(unsure)) {
    const whole = { ...school, ...way };
    let bar = true;
    let barred = false;
    for (const rule of bars) {
      let can = false;
      let must = true;
      for (const hub of hubWays(rule)) {
        if (holds(rule, whole, hub)) can = true;
        else must = false;
      }
      barred ||= !can;
      bar &&= must;
    }
    if (!barred) yes = true;
    if (!bar) no = true;
    if (yes && no) return 'hub';
  }
  return yes ? 'yes' : 'no';
}

const ways = new WeakMap();

/** Every way in which the hub may settle what a rule leaves to it. */
function hubWays(rule) {
  let known = ways.get(rule);
  if (!known) {
    const leaves = hubLeavesIn(rule);
    known = Array.from(
      { length: 2 ** leaves.length },
      (_, bits) => new Map(leaves.map((leaf, index) => [leaf, Math.floor(bits / 2 ** index) % 2 === 1])),
    );
    ways.set(rule, known);
  }
  return known;
}

/** How many ways there are to complete a school: beyond this, trying everything takes too long. */
const MOST_WAYS = 600;

/**
 * The decision on one school by trying everything: outcome, who can settle it, and which questions can still matter.
 * Null when there are too many ways to complete it.
 */
function decideByTrying(phase, tested, school) {
  const open = tested.filter(({ id }) => school[id] === undefined);
  const unsure = tested.filter(({ id }) => school[id] === null);
  if ([...open, ...unsure].reduce((count, { values }) => count * values.length, 1) > MOST_WAYS) return null;
  const ends = new Map();
  for (const way of everyWay(open)) {
    const end = endOf(phase, { ...school, ...way }, unsure);
    ends.set(open.map(({ id }) => way[id]).join('|'), { way, end });
  }
  const all = new Set([...ends.values()].map(({ end }) => end));
  const asked = open
    .filter(({ id, values }) =>
      [...ends.values()].some(({ way, end }) =>
        values.some((value) => {
          const other = open.map((each) => (each.id === id ? value : way[each.id])).join('|');
          return ends.get(other).end !== end;
        }),
      ),
    )
    .map(({ id }) => id)
    .sort();
  const [only] = all;
  const outcome =
    all.size === 1 && only !== 'hub' ? (only === 'yes' ? 'eligible' : 'not-eligible') : 'undetermined';
  const pending = outcome === 'undetermined' ? (asked.length > 0 ? 'school' : 'hub') : null;
  return { outcome, pending, asked };
}

/** The same numbers again for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (values, random) => values[Math.floor(random() * values.length)];

const drawn = (tested, random) =>
  Object.fromEntries(tested.map(({ id, values }) => [id, pick(values, random)]));

/** How far a school of which everything is known is from being eligible: bars, then what the hub has to say. */
function distance({ bars }, school) {
  return bars.reduce((sum, rule) => {
    const said = hubWays(rule).map((hub) => holds(rule, school, hub));
    return sum + (said.includes(true) ? (said.includes(false) ? 1 : 0) : 2);
  }, 0);
}

/** Few random schools get past every rule, so some are led there, one fact at a time. */
function nearlyEligible(phase, tested, random) {
  return Array.from({ length: 12 }, () => {
    let school = drawn(tested, random);
    for (let round = 0; round < 3; round += 1)
      for (const { id, values } of tested)
        for (const value of values) {
          const other = { ...school, [id]: value };
          if (distance(phase, other) < distance(phase, school)) school = other;
        }
    return school;
  });
}

/** A school of which something is known, something not asked, and something not sure; every second one close to eligible. */
function randomSchool(tested, near, random) {
  const whole = drawn(tested, random);
  const from = random() < 0.5 ? whole : pick(near, random);
  const stray = random() * 0.3;
  const share = random();
  const school = {};
  for (const { id } of tested) {
    if (random() < share * 0.6) continue;
    school[id] = random() < 0.04 ? null : random() < stray ? whole[id] : from[id];
  }
  return school;
}

/**
 * Random schools of one phase, decided by trying everything and by a decider.
 * @returns how many were tried, the outcomes, and each difference with the school that shows it
 */
export function compare(phase, facts, decide, { schools, seed }) {
  const tested = testedIn(phase, facts);
  const random = randomFrom(seed);
  const near = nearlyEligible(phase, tested, random);
  const counts = { schools: 0, eligible: 0, 'not-eligible': 0, undetermined: 0, changes: 0 };
  const differences = [];
  while (counts.schools < schools) {
    const school = randomSchool(tested, near, random);
    const expected = decideByTrying(phase, tested, school);
    if (!expected) continue;
    counts.schools += 1;
    counts[expected.outcome] += 1;
    const decision = decide(school);
    const found = {
      outcome: decision.outcome,
      pending: decision.pending,
      asked: decision.questions.map(({ fact }) => fact.id).sort(),
    };
    if (JSON.stringify(found) !== JSON.stringify(expected)) differences.push({ school, expected, found });
    for (const change of decision.changes) {
      const changed = applied(change, school, random);
      const after = decideByTrying(phase, tested, changed);
      if (!after) continue;
      counts.changes += 1;
      if (after.outcome !== 'eligible')
        differences.push({ school, expected: 'eligible after the change', found: { changed, after } });
    }
  }
  return { counts, differences };
}

/** A school after a change, with one of the values that the change allows for each fact. */
function applied({ facts, provided }, school, random) {
  return {
    ...school,
    ...Object.fromEntries(facts.map(({ fact, to }) => [fact.id, pick(to, random)])),
    ...Object.fromEntries(provided.map(({ fact, is }) => [fact.id, pick(is, random)])),
  };
}
