import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { ROOMS } from './rooms.mjs';

/** Where the build puts every file but the loader. */
export const PARTS = 'parts';
const RUNTIME = 'rolldown-runtime';
/**
 * Shared files that are asked for together with a tag's own. With these a widget is there in two round trips: what else it is made of
 * comes in the second, beside the data that these ask for.
 */
const FIRST = ['shared', 'edition', 'forms'];
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
  await writeFile(`${folder}/embed.js`, withNeeds(loader, manifest, named));
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
  if (!body) throw new Error(`${file} is not what it was: ${runtime}`);
  for (const name of await readdir(folder)) {
    const text = await readFile(`${folder}/${name}`, 'utf8');
    const inlined = text.replace(
      /import\{\w+ as (\w+)\}from"\.\/rolldown-runtime\.js";|import\{(\w+)\}from"\.\/rolldown-runtime\.js";/,
      (_, alias, same) => `const ${alias ?? same}=(${define}=>${body})(Object.defineProperty);`,
    );
    if (inlined !== text) await writeFile(`${folder}/${name}`, inlined);
  }
  await rm(`${folder}/${file}`);
}

/** The loader with the table of `tags.ts` written short. */
function withNeeds(loader, manifest, folder) {
  const table = /\{"mh-settings":.*?\)\}(?=[,;])/.exec(loader)?.[0];
  if (!table) throw new Error('The table of tags is not found in the built loader.');
  const tags = [...table.matchAll(/"mh-([a-z-]+)":/g)].map(([, name]) => name);
  const lines = linesOf(tags, manifest, folder);
  // A line is a tag, a letter for its room on either width, and the letters of the files it shares with others.
  const file = `i?\`${FIRST.join(' ')}\`.split(\` \`)[c]:c`;
  const load = `()=>Promise.all([n,...f.slice(2)].map((c,i)=>import(\`./${folder}/\${${file}}.js\`)))`;
  const short = `Object.fromEntries(\`${lines.join(' ')}\`.split(\` \`).map(l=>l.split(\`.\`)).map(([n,f])=>[\`mh-\`+n,Object.assign(${load},{room:f})]))`;
  return loader
    .replace(table, () => short)
    .replaceAll('/* @__PURE__ */ ', '')
    .replaceAll(`./${PARTS}/`, `./${folder}/`);
}

function linesOf(tags, manifest, folder) {
  const chunks = Object.values(manifest);
  const nameOf = (file) => file.slice(folder.length + 1, -'.js'.length);
  return tags.map((name) => {
    const entry = chunks.find(({ src }) => src?.endsWith(`src/${name}/define.ts`));
    if (!entry || nameOf(entry.file) !== name) throw new Error(`<mh-${name}> has no file of its name.`);
    const files = new Set();
    const walk = ({ imports = [] }) => {
      for (const key of imports.filter((each) => !files.has(nameOf(manifest[each].file)))) {
        files.add(nameOf(manifest[key].file));
        walk(manifest[key]);
      }
    };
    walk(entry);
    const needs = FIRST.flatMap((file, index) => (files.has(file) ? [index] : [])).join('');
    const room = (ROOMS[name] ?? [0, 0])
      .map((pixels) => Math.min(Math.floor(pixels / STEP), MOST).toString(36))
      .join('');
    return `${name}.${room}${needs}`;
  });
}
