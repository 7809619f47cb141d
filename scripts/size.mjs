/** Measures what a page loads against `size-budgets.json`, on the built files; exits 1 where a budget is broken. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { root } from './lib/run.mjs';

const KB = 1024;

/** @returns rows `{ what, kb, budget, ok }`, and faults that are no matter of size */
export function measure() {
  const cdn = `${root}packages/components/dist/cdn/`;
  const manifest = JSON.parse(readFileSync(`${cdn}manifest.json`, 'utf8'));
  const budgets = JSON.parse(readFileSync(`${root}size-budgets.json`, 'utf8'));
  const text = (file) => readFileSync(cdn + file, 'utf8');
  const kb = (files) =>
    [...files].reduce((sum, file) => sum + gzipSync(text(file), { level: 9 }).length, 0) / KB;

  const chunk = (test) => Object.values(manifest).filter((each) => test(each));
  /** A chunk and everything it imports at once, by file. */
  const closure = (entry, seen = new Set()) => {
    if (seen.has(entry.file)) return seen;
    seen.add(entry.file);
    for (const key of entry.imports ?? []) closure(manifest[key], seen);
    return seen;
  };
  const [loader] = chunk((each) => each.isEntry);
  const [shared] = chunk((each) => each.name === 'shared');
  const always = new Set([...closure(loader), ...closure(shared)]);
  const widgetOf = (tag) => {
    const name = tag.slice('mh-'.length);
    const [entry] = chunk((each) => each.src?.endsWith(`src/${name}/define.ts`));
    if (!entry) throw new Error(`${tag} has no built chunk; size-budgets.json names it.`);
    return entry;
  };
  const own = (tag) => new Set([...closure(widgetOf(tag))].filter((file) => !always.has(file)));
  /** What several widgets share beyond the shared chunk, each counted once: what is over an edition, rooms of the SDK. */
  const beside = new Set(always);
  const common = Object.entries(budgets.common).map(([name, { chunk: of, kb: budget }]) => {
    const [entry] = chunk((each) => each.name === of);
    if (!entry) throw new Error(`No built chunk is called ${of}; size-budgets.json names it.`);
    const files = [...closure(entry)].filter((file) => !beside.has(file));
    for (const file of files) beside.add(file);
    return { name, budget, files };
  });
  // A widget's own copy of a part has its name after a question mark.
  const data = (test) => chunk((each) => test.test((each.src ?? each.name ?? '').split('?')[0]));

  const rows = [];
  const row = (what, size, budget) => rows.push({ what, kb: size, budget, ok: size <= budget });
  const faults = [];

  row('loader', kb(closure(loader)), budgets.loader);
  row('shared chunk', kb([...closure(shared)]), budgets.shared);
  for (const { name, budget, files } of common) row(name, kb(files), budget);
  const code = new Set(beside);
  for (const [tag, budget] of Object.entries(budgets.widgets)) {
    row(`<${tag}>`, kb([...own(tag)].filter((file) => !beside.has(file))), budget);
    for (const file of closure(widgetOf(tag))) {
      code.add(file);
      if (/_zod\b/.test(text(file)) && !budgets.schemaAllowed?.includes(tag))
        faults.push(`${file}, loaded by every <${tag}>, carries the schema library.`);
    }
  }
  const { widgets: main, kb: mainBudget } = budgets.main;
  row(
    `all of ${main.map((tag) => `<${tag}>`).join(', ')}`,
    kb(new Set([...always, ...main.flatMap((tag) => [...own(tag)])])),
    mainBudget,
  );
  const editions = data(/generated\/editions\/\d{4}-\d\d\.js$/);
  const largest = Math.max(...editions.map((each) => kb([each.file])));
  row('one edition (the largest)', largest, budgets.data.edition);
  for (const [what, { files, kb: budget }] of Object.entries(budgets.dataFiles ?? {})) {
    const found = data(new RegExp(files));
    if (found.length === 0) throw new Error(`No built chunk is ${files}; size-budgets.json names it.`);
    const all = new Set(found.flatMap((each) => [...closure(each)]).filter((file) => !code.has(file)));
    row(what, kb(all), budget);
  }
  const schema = data(/own-edition/);
  row(
    'schema, to read a hub’s own JSON',
    kb(new Set(schema.flatMap((each) => [...closure(each)]).filter((file) => !code.has(file)))),
    budgets.data.schema,
  );
  for (const [tag, budget] of Object.entries(budgets.firstView))
    row(
      `first view of <${tag}>, code and data`,
      kb(new Set([...always, ...own(tag)])) + firstData(tag),
      budget,
    );
  row("the editor's page, its own code", editorKb(), budgets.editor);
  return { rows, faults };

  /** The page's script and style, and what it fetches later of its own; not the SDK's schema, proof and data. */
  function editorKb() {
    const page = `${root}packages/editor/dist/page/`;
    // Written by the page's build: the manifest names no source for files that several others share.
    const ofSdk = new Set(JSON.parse(readFileSync(`${page}../sdk-files.json`, 'utf8')));
    const files = Object.values(JSON.parse(readFileSync(`${page}manifest.json`, 'utf8')))
      .filter(({ file, src = '' }) => !ofSdk.has(file) && !src.includes('virtual:texts'))
      .flatMap(({ file, css = [] }) => [file, ...css]);
    const size = (file) => gzipSync(readFileSync(page + file), { level: 9 }).length;
    return [...new Set([...files, 'offline.js'])].reduce((sum, file) => sum + size(file), 0) / KB;
  }

  /** What a widget reads before it is drawn: an edition, unless the budgets name other data. */
  function firstData(tag) {
    const files = budgets.firstViewData?.[tag];
    if (!files) return largest;
    return kb(
      new Set(
        data(new RegExp(files))
          .flatMap((each) => [...closure(each)])
          .filter((file) => !code.has(file)),
      ),
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { rows, faults } = measure();
  for (const { what, kb, budget, ok } of rows)
    console.log(`${ok ? '  ' : '✗ '}${what.padEnd(52)} ${kb.toFixed(2).padStart(6)} of ${budget} KB`);
  for (const fault of faults) console.log(`✗ ${fault}`);
  const failed = rows.filter(({ ok }) => !ok).length + faults.length;
  console.log(`${rows.length + faults.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
