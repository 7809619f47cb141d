import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { ROOMS } from './rooms.mjs';

/** Where the build puts every file but the loader. */
export const PARTS = 'parts';
const RUNTIME = 'rolldown-runtime';
/** What every widget needs. */
const SHARED = 'shared';
/** Stands for the data of the school year that the page names, or of our own. */
const YEAR = 'year';
/** In their place where the page's settings name the hub's own file: asks for that, and for what reads it. */
const OWN = 'own';
/**
 * Shared files that are asked for together with a tag's own: code and data, so that one round trip after the loader there is all that
 * a widget is drawn from.
 */
const FIRST = ['edition', YEAR, 'hubs'];
/** Data that a widget cannot be drawn without, by what in its source asks for them. */
const DATA = { [YEAR]: /\bEdition(Widget|Controller)\b/, hubs: /\bDirectoryController\b/ };
/** Data that a widget always asks for once it runs, for which the loader has no room: asked for with the files that the widget imports. */
const AHEAD = { 'mastery-guide': 'generated/programme.js', 'specialist-path': 'generated/wider.js' };
/** As in `embed.ts`. */
const STEP = 125;
/** One letter holds no more; what is taller keeps this, which is below any window's end. */
const MOST = 35;

/**
 * Names the folder of the built files after what is in them, so that a site may cache it for ever, and writes into the loader what each
 * tag needs: its files, to be asked for at once and not one after another, and the room to keep. One name for all costs the loader a
 * sixth of what a hash a file would.
 * @param folder  the built `cdn`
 */
export async function nameFiles(folder) {
  await inlineRuntime(`${folder}/${PARTS}`);
  await importAtOnce(folder);
  await writeOwnTerms(folder);
  const hash = createHash('sha256');
  for (const name of (await readdir(`${folder}/${PARTS}`)).sort())
    hash.update(name).update(await readFile(`${folder}/${PARTS}/${name}`));
  const named = hash.digest('hex').slice(0, 8);
  await rename(`${folder}/${PARTS}`, `${folder}/${named}`);

  const manifest = JSON.parse(
    (await readFile(`${folder}/manifest.json`, 'utf8')).replaceAll(`"${PARTS}/`, `"${named}/`),
  );
  for (const [key, { imports = [] }] of Object.entries(manifest)) {
    if (key.includes(RUNTIME)) delete manifest[key];
    else if (imports.length > 0) manifest[key].imports = imports.filter((each) => !each.includes(RUNTIME));
  }
  await writeFile(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  const loader = await readFile(`${folder}/embed.js`, 'utf8');
  await writeFile(`${folder}/embed.js`, await withNeeds(loader, manifest, named));
}

/**
 * What a widget needs in place of a year's data where settings name a file of the hub's: without it, that is asked for once the settings'
 * code runs, and what checks it only then. The browser keeps what is loaded ahead for whoever asks next.
 */
async function writeOwnTerms(folder) {
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
  const reader = Object.values(manifest).find(({ src }) => src?.endsWith('edition/own-edition.ts'));
  if (!reader) throw new Error('What reads a file of terms is in no file of its own.');
  const files = [reader.file, ...filesBelow(reader, manifest)]
    .map((file) => nameOf(file, PARTS))
    .filter((name) => name !== SHARED && name !== 'edition' && !name.includes(RUNTIME));
  await writeFile(
    `${folder}/${PARTS}/${OWN}.js`,
    `const l=document.createElement('link');Object.assign(l,{rel:'preload',as:'fetch',crossOrigin:'',href:document.querySelector('mh-settings[src]').getAttribute('src')});document.head.append(l);for(const f of ['${files.join("','")}'])import(\`./\${f}.js\`).catch(()=>{});\n`,
  );
}

/** Lets a tag's own file name all that is below it, so that a chain of imports is one round trip and not one for each link. */
async function importAtOnce(folder) {
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
  for (const entry of Object.values(manifest)) {
    const [, tag] = /src\/([a-z-]+)\/define\.ts$/.exec(entry.src ?? '') ?? [];
    if (!tag) continue;
    const text = await readFile(`${folder}/${entry.file}`, 'utf8');
    const ahead = Object.values(manifest).filter(({ src }) => AHEAD[tag] && src?.endsWith(AHEAD[tag]));
    if (AHEAD[tag] && ahead.length !== 1) throw new Error(`<mh-${tag}> asks for no ${AHEAD[tag]} any more.`);
    const missing = [...filesBelow(entry, manifest), ...ahead.map(({ file }) => file)]
      .map((file) => nameOf(file, PARTS))
      .filter((name) => !name.includes(RUNTIME) && !text.includes(`"./${name}.js"`));
    await writeFile(
      `${folder}/${entry.file}`,
      missing.map((name) => `import"./${name}.js";`).join('') + text,
    );
  }
}

/** Puts the few bytes that the bundler keeps in a file of their own into those that use them: a request less for every widget. */
async function inlineRuntime(folder) {
  const file = `${RUNTIME}.js`;
  const runtime = await readFile(`${folder}/${file}`, 'utf8').catch(() => undefined);
  if (runtime === undefined) return;
  const code =
    /^(?:\/\/.*\n)*var (\w+)=Object\.defineProperty,(\w+)=(.*);export\{\2 as (\w+)\};?\s*$|^var (\w+)=Object\.defineProperty,(\w+)=(.*);export\{\6\};?\s*$/s.exec(
      runtime,
    );
  const [define, body] = [code?.[1] ?? code?.[5], code?.[3] ?? code?.[7]];
  // Names that a page's library has put on every object are none of a module's.
  const own = body?.replace(/for\(var (\w+) in (\w+)\)/, 'for(var $1 of Object.keys($2))');
  if (!own || own === body) throw new Error(`${file} is not what it was: ${runtime}`);
  for (const name of await readdir(folder)) {
    const text = await readFile(`${folder}/${name}`, 'utf8');
    const inlined = text.replace(
      /import\{\w+ as (\w+)\}from"\.\/rolldown-runtime\.js";|import\{(\w+)\}from"\.\/rolldown-runtime\.js";/,
      (_, alias, same) => `const ${alias ?? same}=(${define}=>${own})(Object.defineProperty);`,
    );
    if (inlined !== text) await writeFile(`${folder}/${name}`, inlined);
  }
  await rm(`${folder}/${file}`);
}

/** The loader with the table of `tags.ts` written short. */
async function withNeeds(loader, manifest, folder) {
  const table = /\{"mh-settings":.*?\}\}(?=[,;])/.exec(loader)?.[0];
  if (!table) throw new Error('The table of tags is not found in the built loader.');
  const tags = [...table.matchAll(/"mh-([a-z-]+)":/g)].map(([, name]) => name);
  const lines = linesOf(tags, manifest, folder);
  // A line is a tag, the digits of the files that it shares with others, and a letter for its room on either width.
  const find = 'document.querySelector';
  const year = `y=parseInt(${find}(\`[edition]\`)?.getAttribute(\`edition\`))||${await defaultYear()}`;
  const data = `\${${find}(\`mh-settings[src]\`)?\`${OWN}\`:y+\`-\`+(y-1999)}`;
  const file = `\`${FIRST.join(' ').replace(YEAR, () => data)}\`.split(\` \`)[c]||c`;
  const load = `(${year})=>Promise.all([\`${SHARED}\`,n,...f].map(c=>import(\`./${folder}/\${${file}}.js\`)))`;
  const short = `Object.fromEntries(\`${lines.join(' ')}\`.split(\` \`).map(l=>l.split(\`.\`)).map(([n,f,room])=>[\`mh-\`+n,{room,load:${load}}]))`;
  return loader
    .replace(table, () => short)
    .replaceAll('/* @__PURE__ */ ', '')
    .replaceAll(`./${PARTS}/`, `./${folder}/`);
}

/** Every file that a chunk imports at once. */
function filesBelow({ imports = [] }, manifest, files = new Set()) {
  for (const { file, ...chunk } of imports.map((key) => manifest[key]))
    if (!files.has(file)) filesBelow(chunk, manifest, files.add(file));
  return files;
}

const nameOf = (file, folder) => file.slice(folder.length + 1, -'.js'.length);

function linesOf(tags, manifest, folder) {
  const chunks = Object.values(manifest);
  return tags.map((name) => {
    const entry = chunks.find(({ src }) => src?.endsWith(`src/${name}/define.ts`));
    if (!entry || nameOf(entry.file, folder) !== name)
      throw new Error(`<mh-${name}> has no file of its name.`);
    const files = new Set([...filesBelow(entry, manifest)].map((file) => nameOf(file, folder)));
    const source = readFileSync(new URL(`../src/${name}/${name}.ts`, import.meta.url), 'utf8');
    for (const [file, asks] of Object.entries(DATA)) if (asks.test(source)) files.add(file);
    const needs = FIRST.flatMap((file, index) => (files.has(file) ? [index] : [])).join('');
    const room = (ROOMS[name] ?? [0, 0])
      .map((pixels) => Math.min(Math.floor(pixels / STEP), MOST).toString(36))
      .join('');
    return `${name}.${needs}.${room}`;
  });
}

/** First calendar year of the terms that are shown where a page names no year. */
async function defaultYear() {
  const source = new URL('../src/foundation/edition/edition-controller.ts', import.meta.url);
  const year = /DEFAULT_YEAR = '(\d{4})\/\d\d'/.exec(await readFile(source, 'utf8'))?.[1];
  if (!year)
    throw new Error('The year that is shown where a page names none is not found in edition-controller.ts.');
  return year;
}
