/** Runs every benchmark (or those whose path holds the word given) one after another. They print ratios, and judge nothing. */
import { existsSync, readdirSync } from 'node:fs';
import { root, run } from './lib/run.mjs';

const word = process.argv[2] ?? '';
for (const name of readdirSync(`${root}packages`)) {
  const folder = `packages/${name}/bench`;
  if (!existsSync(root + folder)) continue;
  for (const file of readdirSync(root + folder).filter((each) => each.endsWith('.bench.mjs')))
    if (`${folder}/${file}`.includes(word)) await run(`${folder}/${file}`, 'node', [`${folder}/${file}`]);
}
