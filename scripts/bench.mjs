/** Runs every benchmark (or those whose path holds one of the words given) one after another. They print ratios, and judge nothing. */
import { existsSync, readdirSync } from 'node:fs';
import { root, run } from './lib/run.mjs';

const words = process.argv.slice(2);
let ran = 0;
for (const name of readdirSync(`${root}packages`)) {
  const folder = `packages/${name}/bench`;
  if (!existsSync(root + folder)) continue;
  for (const file of readdirSync(root + folder).filter((each) => each.endsWith('.bench.mjs')))
    if (words.length === 0 || words.some((word) => `${folder}/${file}`.includes(word))) {
      ran += 1;
      await run(`${folder}/${file}`, 'node', [`${folder}/${file}`]);
    }
}
if (ran === 0) {
  console.error(`No benchmark is called ${words.join(' or ')}. They stand in packages/*/bench.`);
  process.exitCode = 1;
}
