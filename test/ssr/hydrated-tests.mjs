import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = 'packages/components/src';

/** Files of tests that are not run on what a server drew, each with its reason. */
const FILES = {
  'foundation/contrast.long.test.ts':
    'takes apart what was drawn and measures its colours: the same whoever drew it, and the longest of all',
};

/** The same for single tests, by file. Terms in hand, as a server's are, win over what the page's settings name. */
const TESTS = {
  'settings/settings.test.ts': [
    'carry the hub’s own terms once for every widget of the page',
    'say of terms that cannot be read what is wrong, in the widget',
    'speak for the whole page when they stand alone',
    'stop at their own children',
    'take a setting away again',
  ],
  'journey-map/journey-map.test.ts': [
    'takes its year from the settings around it, even when they arrive later',
  ],
};

/** A pattern of the titles that are left out. */
export const leftOut = Object.values(TESTS)
  .flat()
  .map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  .join('|');

/** Tests that mount a widget: in the others there is nothing that a server could have drawn. */
export async function hydratedTests() {
  const tests = (await readdir(SOURCES, { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const texts = new Map(
    await Promise.all(
      tests.map(async (name) => /** @type {const} */ ([name, await readFile(join(SOURCES, name), 'utf8')])),
    ),
  );
  for (const [name, titles] of Object.entries({
    ...TESTS,
    ...Object.fromEntries(Object.keys(FILES).map((file) => [file, []])),
  }))
    for (const title of ['', ...titles])
      if (!texts.get(name)?.includes(title))
        throw new Error(
          `test/ssr/hydrated-tests.mjs leaves out “${title}” of ${name}, which is no test. Take it off the list.`,
        );
  return tests
    .filter(
      (name) =>
        !(name in FILES) &&
        /\bmount\b.*elements\.js'|support\/(?:apply-form|find-a-hub)\.js'/s.test(texts.get(name) ?? ''),
    )
    .map((name) => join(SOURCES, name))
    .sort();
}
