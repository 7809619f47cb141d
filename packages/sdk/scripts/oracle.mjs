// Compares the SDK's decisions with an oracle that tries everything, on random schools: 20,000 for each year and phase.
// Run: npm run oracle [-- --schools 2000] [-- --seed 7]. Needs a build. Exit 1 on a difference.
import { parseArgs } from 'node:util';
import { compilePhase } from '../dist/eligibility/index.js';
import { loadEdition } from '../dist/programme/index.js';
import { FACTS } from '../dist/schools/index.js';
import { compare, phasesInData } from './oracle/oracle.mjs';

const { values } = parseArgs({
  options: { schools: { type: 'string', default: '20000' }, seed: { type: 'string', default: '2016' } },
});
const [schools, seed] = [values.schools, values.seed].map(Number);
if (!(Number.isInteger(schools) && schools > 0 && Number.isInteger(seed))) {
  console.error('--schools and --seed take whole numbers: npm run oracle -- --schools 20000 --seed 2016');
  process.exit(2);
}

const total = { schools: 0, eligible: 0, 'not-eligible': 0, undetermined: 0, changes: 0 };
let differing = 0;
const HEADINGS = ['schools', 'eligible', 'not eligible', 'undetermined', 'changes', 'differences'];
const line = (name, cells) =>
  console.log([name.padEnd(24), ...cells.map((cell) => String(cell).padStart(13))].join(''));
line('', HEADINGS);
for (const [index, phase] of phasesInData().entries()) {
  const { decide } = compilePhase(await loadEdition(phase.schoolYear), phase.phase);
  const { counts, differences } = compare(phase, FACTS, decide, { schools, seed: seed + index });
  line(`${phase.schoolYear} ${phase.phase}`, [...Object.values(counts), differences.length]);
  for (const difference of differences.slice(0, 3)) console.log(`  ${JSON.stringify(difference)}`);
  for (const key of Object.keys(total)) total[key] += counts[key];
  differing += differences.length;
}
line('all', [...Object.values(total), differing]);
if (total.schools === 0) console.error('No phase was found in the data.');
if (differing > 0 || total.schools === 0) process.exitCode = 1;
