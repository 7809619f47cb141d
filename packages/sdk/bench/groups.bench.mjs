/**
 * Work Groups: how long an exact plan takes, and the kilometres that it saves against forming groups by hand.
 * By hand is what an office does with a list and a map: each school in turn goes to the nearest specialist with room,
 * and groups that stay too small are filled from the nearest schools of groups that can spare one.
 * Run after the build: `npm run bench -- groups`.
 */
import { formGroups } from '../dist/groups/index.js';

const SIZE = { min: 6, max: 7 };
const TRUST_LIMIT = 3;
const DETOUR = 1.3;

/** A county of towns and villages, the same every time. */
function county(schools, specialists, seed) {
  let state = seed;
  const random = () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  const towns = Array.from({ length: 12 }, () => [random() * 60_000, random() * 60_000]);
  const near = (centre) => Math.round(centre + (random() + random() + random() - 1.5) * 9_000);
  const place = () => {
    const [east, north] = towns[Math.floor(random() * towns.length)];
    return random() < 0.7
      ? { easting: near(400_000 + east), northing: near(300_000 + north) }
      : {
          easting: Math.round(400_000 + random() * 60_000),
          northing: Math.round(300_000 + random() * 60_000),
        };
  };
  return {
    schools: Array.from({ length: schools }, (_, index) => ({
      reference: `S${String(index).padStart(3, '0')}`,
      place: place(),
      trust: random() < 0.6 ? `Trust ${Math.floor(random() * 30)}` : null,
    })),
    specialists: Array.from({ length: specialists }, (_, index) => ({
      id: `T${String(index).padStart(2, '0')}`,
      place: place(),
    })),
  };
}

const metres = (a, b) =>
  Math.round(Math.hypot(a.place.easting - b.place.easting, a.place.northing - b.place.northing) * DETOUR);

/** The groups of a careful person: lists of schools by specialist, and the kilometres. */
function byHand({ schools, specialists }) {
  const groups = new Map(specialists.map((specialist) => [specialist, []]));
  const mayJoin = (group, school) =>
    school.trust === null || group.filter(({ trust }) => trust === school.trust).length < TRUST_LIMIT;
  const left = [];
  for (const school of schools) {
    const [best] = [...groups]
      .filter(([, group]) => group.length < SIZE.max && mayJoin(group, school))
      .sort(([a], [b]) => metres(a, school) - metres(b, school));
    if (best) best[1].push(school);
    else left.push(school);
  }
  // The emptiest groups are given up while the others have room for everyone; what is still too small is filled.
  for (;;) {
    const small = [...groups].filter(([, group]) => group.length > 0 && group.length < SIZE.min);
    if (small.length === 0) break;
    const [leader, group] = small.sort(([, a], [, b]) => b.length - a.length)[0];
    const spare = [...groups]
      .filter(
        ([other, members]) => other !== leader && (members.length > SIZE.min || members.length < SIZE.min),
      )
      .flatMap(([other, members]) => members.map((school) => ({ other, school })))
      .filter(({ school }) => mayJoin(group, school))
      .sort((a, b) => metres(leader, a.school) - metres(leader, b.school))[0];
    if (!spare) {
      left.push(...group.splice(0));
      continue;
    }
    const from = groups.get(spare.other);
    from.splice(from.indexOf(spare.school), 1);
    group.push(spare.school);
  }
  const placed = [...groups].flatMap(([leader, group]) => group.map((school) => metres(leader, school)));
  return { placed: placed.length, kilometres: placed.reduce((sum, each) => sum + each, 0) / 1000 };
}

const cases = [
  [40, 6],
  [150, 25],
  [300, 45],
];
const RULES = { phase: 'development', size: SIZE, trustLimit: TRUST_LIMIT, detour: DETOUR };
// The solver is loaded before anything is timed.
await formGroups([], [], RULES);
const rows = [];
for (const [schools, specialists] of cases)
  for (const seed of [1, 2, 3, 10, 11]) {
    const given = county(schools, specialists, seed);
    const start = performance.now();
    const plan = await formGroups(given.schools, given.specialists, RULES);
    const seconds = (performance.now() - start) / 1000;
    const placed = plan.groups.reduce((sum, group) => sum + group.schools.length, 0);
    const hand = byHand(given);
    const a = plan.kilometres / placed;
    const b = hand.kilometres / hand.placed;
    rows.push({
      schools,
      specialists,
      county: seed,
      seconds: seconds.toFixed(2),
      proven: plan.gap === 0 && plan.placesProven ? 'shortest' : `gap ${(plan.gap * 100).toFixed(2)}%`,
      'placed / by hand': `${placed} / ${hand.placed}`,
      km: plan.kilometres.toFixed(0),
      'km by hand': hand.kilometres.toFixed(0),
      'saved a school': `${(b - a).toFixed(1)} km (${Math.round((1 - a / b) * 100)}%)`,
    });
  }
console.log(
  'Work Groups of six or seven, at most three of one trust; kilometres one way, crow flies times 1.3',
);
console.table(rows);

/** Rules that come on top, from the numbers of the schools, so that they are the same every time. */
const more = {
  'at most three of a trust': ({ schools, specialists }) => ({ schools, specialists, rules: {} }),
  'two of a trust, together, apart, pinned, barred': ({ schools, specialists }, seed) => {
    const school = (number) => schools[(number * 37 + seed * 11) % schools.length].reference;
    const specialist = (number) => specialists[(number * 7 + seed) % specialists.length].id;
    return {
      schools,
      specialists,
      rules: {
        trustLimit: 2,
        together: [1, 2, 3].map((number) => [school(number), school(number + 20)]),
        apart: [4, 5, 6].map((number) => [school(number), school(number + 20)]),
        pinned: [7, 8, 9].map((number) => ({ school: school(number), specialist: specialist(number) })),
        barred: [10, 11].map((number) => ({ school: school(number), specialist: specialist(number) })),
      },
    };
  },
  'at most 25 km, a third with priority, four ranks': ({ schools, specialists }) => ({
    schools: schools.map((school, index) => ({
      ...school,
      completed: index % 3 === 0 ? ['readiness'] : [],
      order: 1 + (index % 4),
    })),
    specialists,
    rules: { maxKilometres: 25, priorityPhase: 'readiness' },
  }),
  'half the specialists, two groups each': ({ schools, specialists }) => ({
    schools,
    specialists: specialists
      .slice(0, Math.ceil(specialists.length / 2))
      .map((specialist) => ({ ...specialist, groups: 2 })),
    rules: {},
  }),
};
const LIMITS = new Map([
  [150, 2],
  [300, 4],
]);

const spread = [];
for (const [schools, specialists, counties] of [
  [150, 25, 50],
  [300, 45, 10],
])
  for (const [name, rulesOf] of Object.entries(more)) {
    const times = [];
    let proven = 0;
    for (let seed = 1; seed <= counties; seed += 1) {
      const given = rulesOf(county(schools, specialists, seed), seed);
      const start = performance.now();
      const plan = await formGroups(given.schools, given.specialists, { ...RULES, ...given.rules });
      times.push((performance.now() - start) / 1000);
      if (plan.gap === 0 && plan.placesProven) proven += 1;
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
    const limit = LIMITS.get(schools);
    spread.push({
      schools,
      specialists,
      rules: name,
      proven: `${proven} of ${counties}`,
      'median, s': at(0.5),
      '9 in 10, s': at(0.9),
      'slowest, s': at(1),
      'limit, s': limit,
      'over it': times.filter((time) => time > limit).length,
    });
  }
console.log('\nOther counties with other rules: how long the plan takes that is proven shortest');
console.table(spread);
