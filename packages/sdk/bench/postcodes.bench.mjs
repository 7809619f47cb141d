/**
 * Lookups per second in a postcode index, and its size against the entropy of what it holds.
 * Every live English postcode when a file of them is there (its path in POSTCODES_TSV); else a made-up country.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { do_not_optimize, measure } from 'mitata';
import { checkIndex } from '../dist/postcodes/build/check.js';
import { encodeIndex } from '../dist/postcodes/build/encode.js';
import { collectPostcodes } from '../dist/postcodes/build/table.js';
import { UNIT_LETTERS } from '../dist/postcodes/index-file/format.js';
import { openPostcodeIndex, parsePostcode } from '../dist/postcodes/index.js';

const real =
  process.env.POSTCODES_TSV ??
  new URL('../../../../shared/data/england-all-postcodes-by-sector.tsv.gz', import.meta.url);
const isReal = existsSync(real);
const collected = collectPostcodes();
const samples = [];
for (const [index, [text, place]] of [...(isReal ? readReal() : makeUp())].entries()) {
  const postcode = parsePostcode(text);
  collected.add(postcode, place);
  if (index % 97 === 0) samples.push(postcode);
}
const table = collected.table();
const bytes = encodeIndex(table, {
  publisher: 'Ordnance Survey',
  title: 'Code-Point Open',
  date: 'October 2025',
  licence: ['OS', 'Royal Mail', 'National Statistics'].map(
    (who) => `Contains ${who} data © Crown copyright and database right 2025`,
  ),
});
const index = openPostcodeIndex(bytes);
const { compared, differences } = checkIndex(index, table);
const { sectors, outcodes, postcodes } = index.header;

console.log(
  `Postcode index of ${isReal ? 'every live postcode in England' : 'made-up postcodes'}: ${postcodes} postcodes, ${sectors} sectors, ${outcodes} outward codes`,
);
console.log(`  exact: ${compared - differences.length} of ${compared}`);
const bound = entropy(table);
console.log(`  size: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} with gzip`);
console.log(
  `  entropy: ${Math.round(bound.total)} bytes: which sectors are live ${Math.round(bound.live)}, sectors' main places ${Math.round(bound.main)}, units in mixed sectors ${Math.round(bound.units)}`,
);
console.log(`  bytes ÷ entropy: ${(bytes.length / bound.total).toFixed(2)}`);

let next = 0;
const turn = () => samples[(next = (next + 1) % samples.length)];
const timings = {
  'look a postcode up': await measure(() => {
    const { outward, inward } = turn();
    do_not_optimize(index.find(outward, inward));
  }),
  'read and look up': await measure(() => {
    const { outward, inward } = parsePostcode(turn().postcode);
    do_not_optimize(index.find(outward, inward));
  }),
  'open the file': await measure(() => do_not_optimize(openPostcodeIndex(bytes))),
};
for (const [name, { avg, p99 }] of Object.entries(timings)) {
  console.log(
    `  ${name}: ${(avg / 1000).toFixed(2)} µs (p99 ${(p99 / 1000).toFixed(2)} µs), ${Math.round(1e9 / avg)} a second`,
  );
}

/**
 * A bound for any code that knows of a postcode only what this model does (outward codes themselves are taken as known):
 * a sector is live or not, given its digit and the digit before; a sector's main place given the last sector's; a unit's place in a mixed sector
 * given the live unit's before it. Ours may go below it, since it may answer as it likes for units that do not exist.
 */
function entropy({ outcodes, places }) {
  const live = tally();
  const main = tally();
  const units = tally();
  let last = -1;
  for (const outward of [...outcodes.keys()].sort()) {
    const digits = outcodes.get(outward);
    for (let digit = 0; digit < 10; digit++) {
      live.add(`${digit} ${digits.has(digit - 1)}`, digits.has(digit));
      const sector = [...(digits.get(digit) ?? [])].filter((place) => place >= 0);
      if (sector.length === 0) continue;
      const commonest = mode(sector);
      main.add(last, commonest);
      last = commonest;
      if (sector.every((place) => place === commonest)) continue;
      let before = commonest;
      for (const place of sector) {
        units.add(before === commonest, place === before ? 'same' : place === commonest ? 'main' : 'other');
        before = place;
      }
    }
  }
  const codes = places.length * 2;
  const parts = { live: live.bytes(), main: main.bytes(), units: units.bytes() };
  return { ...parts, total: parts.live + parts.main + parts.units + codes };
}

/** Counts of what followed what, and the entropy of that. */
function tally() {
  const givens = new Map();
  return {
    add(given, what) {
      const counts = givens.get(given) ?? new Map();
      givens.set(given, counts.set(what, (counts.get(what) ?? 0) + 1));
    },
    bytes() {
      let bits = 0;
      for (const counts of givens.values()) {
        const total = [...counts.values()].reduce((a, b) => a + b);
        for (const count of counts.values()) bits -= count * Math.log2(count / total);
      }
      return bits / 8;
    },
  };
}

function mode(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

function* readReal() {
  for (const line of gunzipSync(readFileSync(real)).toString().trim().split('\n')) {
    const [sector, ...groups] = line.split('\t');
    for (const group of groups) {
      const [label, units] = group.split(':');
      const place =
        label === 'X'
          ? { kind: 'elsewhere', country: null }
          : label === '-'
            ? { kind: 'no-council' }
            : { kind: 'council', district: null, authority: label };
      for (let at = 0; at < units.length; at += 2) yield [sector + units.slice(at, at + 2), place];
    }
  }
}

/** A tenth of England: streets of neighbouring units, one sector in five across a border. */
function* makeUp() {
  let state = 1;
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  for (let number = 1; number <= 90; number++) {
    for (const area of ['LE', 'B', 'NE']) {
      for (let digit = 0; digit < 5; digit++) {
        const here = 1 + Math.floor(number / 6);
        const mixed = random(5) === 0;
        let there = false;
        for (const first of UNIT_LETTERS) {
          for (const second of UNIT_LETTERS) {
            if (mixed && random(20) === 0) there = !there;
            const authority = `E060000${String(here + (there ? 1 : 0)).padStart(2, '0')}`;
            if (random(5) < 2)
              yield [
                `${area}${number} ${digit}${first}${second}`,
                { kind: 'council', district: authority, authority },
              ];
          }
        }
      }
    }
  }
}
