import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const HEADER = '// Made by scripts/build-data.mjs from packages/sdk/data. Change the data, not this file.\n';

/** A module that exports one typed value as its default. */
export function valueModule(type, from, value) {
  return `${HEADER}import type { ${type} } from '${from}';\n\nconst value: ${type} = ${JSON.stringify(value, null, 1)};\nexport default value;\n`;
}

/**
 * Loaders of editions by school year, so that a page fetches only the year that it shows, and what is known of each without loading it.
 * @param {readonly { schoolYear: string, evidence: string, name: string, phases: readonly string[] }[]} editions
 */
export function loadersModule(editions) {
  const loaders = editions.map(({ schoolYear, name }) => `  '${schoolYear}': () => import('./${name}.js'),`);
  const years = editions.map(
    ({ schoolYear, evidence }) => `  { schoolYear: '${schoolYear}', evidence: '${evidence}' },`,
  );
  const phases = editions.map(
    ({ schoolYear, phases: ids }) =>
      `  readonly '${schoolYear}': ${ids.map((id) => `'${id}'`).join(' | ') || 'never'};`,
  );
  return (
    `${HEADER}import type { AuthoredEdition } from '../../programme/authored.js';\n\n` +
    `export const years: readonly Pick<AuthoredEdition, 'schoolYear' | 'evidence'>[] = [\n${years.join('\n')}\n];\n\n` +
    `export const loaders: Readonly<Record<string, () => Promise<{ default: AuthoredEdition }>>> = {\n` +
    `${loaders.join('\n')}\n};\n\n` +
    `/** The phases that each year is held with, so that a misspelt one does not compile. */\n` +
    `export interface PhasesOfYear {\n${phases.join('\n')}\n}\n`
  );
}

/** The school years that have each phase, so that a year without it can say which to ask for instead. */
export function phaseYearsModule(editions) {
  const years = {};
  for (const { schoolYear, phases } of editions)
    for (const { id } of phases) (years[id] ??= []).push(schoolYear);
  return `${HEADER}export const phaseYears: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(years, null, 1)};\n`;
}

/**
 * Writes modules that changed, each in one step, and removes modules whose data has gone.
 * @param {string} folder
 * @param {Map<string, string>} modules  text by path in the folder
 * @param {readonly string[]} owned  subfolders that may hold nothing else
 */
export async function writeModules(folder, modules, owned) {
  for (const [path, text] of modules) await writeIfChanged(join(folder, path), text);
  for (const sub of owned) {
    for (const name of await readdir(join(folder, sub))) {
      const path = `${sub}/${name}`;
      if (name.endsWith('.ts') && !modules.has(path)) await rm(join(folder, path), { force: true });
    }
  }
}

async function writeIfChanged(path, text) {
  const now = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (now === text) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
}
