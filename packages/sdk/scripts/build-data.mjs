import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { checkData } from './data/check.mjs';
import { embeddedSources } from './data/citations.mjs';
import { shipEdition, specialistYears } from './data/edition.mjs';
import { DataFault } from './data/fault.mjs';
import { giasModule } from './data/gias.mjs';
import { loadersModule, phaseYearsModule, valueModule, writeModules } from './data/modules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The data beside the editions: its file, and the type it is shipped as. */
const FACTS = {
  programme: 'ProgrammeFacts',
  secondary: 'SecondaryFacts',
  statistics: 'StatisticFacts',
  undated: 'UndatedFacts',
  wider: 'WiderRules',
};

/** What is filled in as facts are shipped. */
const SHIPPED = {
  programme: (json, { editions }) => ({ ...json, specialistYears: specialistYears(json, editions) }),
  secondary: (json, { table }) => ({
    ...json,
    editions: json.editions.map((edition) => shipEdition(edition, {}, [], table)),
  }),
  // What a page on becoming a specialist needs is in one module, so it loads nothing else.
  wider: (json, { data, editions }) => ({
    ...json,
    specialistTraining: data.facts.get('programme')?.json.specialistTraining ?? [],
    specialistYears: {
      primary: specialistYears(data.facts.get('programme')?.json ?? { specialistYears: [] }, editions),
      secondary: specialistYears(
        { specialistYears: [] },
        (data.facts.get('secondary')?.json.editions ?? []).map((edition) => [
          edition.schoolYear,
          { specialists: null, ...edition },
        ]),
      ),
    },
  }),
};

async function readJson(path) {
  const text = await readFile(path, 'utf8');
  try {
    return { text, json: JSON.parse(text) };
  } catch (error) {
    throw new DataFault([`${path}: not JSON (${error.message}). Correct the syntax.`]);
  }
}

async function readFolder(folder) {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.json')) : [];
  const files = await Promise.all(names.sort().map((name) => readJson(join(folder, name))));
  return new Map(names.map((name, index) => [name.replace('.json', ''), files[index]]));
}

/** Reads every file of facts, as it was written. */
export async function readData(folder = join(root, 'data')) {
  const facts = new Map();
  for (const name of Object.keys(FACTS)) {
    const path = join(folder, `${name}.json`);
    if (existsSync(path)) facts.set(name, await readJson(path));
  }
  return {
    sources: await readJson(join(folder, 'sources.json')),
    editions: await readFolder(join(folder, 'editions')),
    requirements: await readFolder(join(folder, 'requirements')),
    doors: await readFolder(join(folder, 'doors')),
    facts,
    gias: await readJson(join(folder, 'gias.json')),
  };
}

/** Checks the facts and returns them as shipped: text of each module by its path. Throws DataFault. */
export function modulesOf(data) {
  const table = Object.fromEntries(data.sources.json.map((source) => [source.id, source]));
  const editions = [...data.editions].map(
    ([name, { json }]) =>
      /** @type {[string, any]} */ ([
        name,
        shipEdition(json, data.requirements.get(name)?.json ?? {}, data.doors.get(name)?.json ?? [], table),
      ]),
  );
  checkData(data, editions, table);

  const modules = new Map();
  for (const [name, edition] of editions) {
    modules.set(
      `editions/${name}.ts`,
      valueModule('AuthoredEdition', '../../programme/authored.js', edition),
    );
  }
  const listed = editions.map(([name, { schoolYear, evidence, phases }]) => ({
    name,
    schoolYear,
    evidence,
    phases: phases.map(({ id }) => id),
  }));
  modules.set('editions/index.ts', loadersModule(listed));
  modules.set('phase-years.ts', phaseYearsModule(editions.map(([, edition]) => edition)));
  for (const [name, { json }] of data.facts) {
    const facts = SHIPPED[name]?.(json, { data, editions, table }) ?? json;
    const shipped = { ...facts, sources: embeddedSources(facts, table) };
    modules.set(`${name}.ts`, valueModule(FACTS[name], '../programme/programme-facts.js', shipped));
  }
  modules.set('sources.ts', valueModule('SourceTable', '../programme/programme-facts.js', table));
  modules.set('gias.ts', giasModule(data.gias.json));
  return { modules, editions };
}

/** Bytes of an edition and its sources as a page loads them. */
export const sizeOf = (edition) => gzipSync(JSON.stringify(edition), { level: 9 }).length;

async function build() {
  const { modules, editions } = modulesOf(await readData());
  for (const [name, edition] of editions) {
    console.log(`edition ${name}  ${(sizeOf(edition) / 1024).toFixed(2)} KB gzip`);
  }
  await writeModules(join(root, 'src/generated'), modules, ['editions']);
  const hubs = new URL('./build-hubs.mjs', import.meta.url);
  if (existsSync(hubs)) await (await import(hubs.href)).buildHubs();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof DataFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
