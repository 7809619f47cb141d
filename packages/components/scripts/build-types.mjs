/**
 * Writes types of every tag for React, Preact, Vue and Svelte, and data for VS Code and JetBrains editors,
 * from the custom-elements manifest into `dist/types`. Run it after the manifest and `tsc -b`.
 */
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { frameworkTypes } from './framework-types.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../dist/types');

const manifest = JSON.parse(await readFile(here('../custom-elements.json'), 'utf8'));
const surface = await readFile(here('../src/index.ts'), 'utf8');

const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => a.tagName.localeCompare(b.tagName));

await mkdir(out, { recursive: true });
await writeFile(`${out}/elements.d.ts`, declarations());
const frameworks = frameworkTypes(elements.map(({ tagName }) => tagName));
for (const [name, text] of Object.entries(frameworks)) await writeFile(`${out}/${name}.d.ts`, text);
generateVsCodeCustomElementData(manifest, { outdir: out, hideLogs: true });
generateJetBrainsWebTypes(manifest, { outdir: out, packageJson: false, hideLogs: true });

function declarations() {
  const names = [
    ...new Set(elements.flatMap(({ name, events = [] }) => [name, ...events.map(typeOf)])),
  ].sort();
  const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(surface));
  if (missing.length > 0)
    throw new Error(
      `Export from packages/components/src/index.ts what the manifest names: ${missing.join(', ')}.`,
    );
  return `import type {\n${names.map((name) => `  ${name},`).join('\n')}\n} from '../index.js';

/** What an attribute takes that is read as a number or a flag. */
type Attribute<T> = T extends number ? T | \`\${number}\` : T extends boolean ? T | '' : T;

/** Every tag: its class, what can be set on it, and the events that it fires. */
export interface MhElements {
${elements.map(entry).join('\n')}
}

export type EventsOf<T extends keyof MhElements> = MhElements[T]['events'];

/** Listeners as React, Preact and Svelte name them: \`onmh-phase-toggle\`. */
export type Handlers<T extends keyof MhElements> = {
  [E in keyof EventsOf<T> & string as \`on\${E}\`]?: (event: EventsOf<T>[E]) => void;
};
`;
}

function entry({ tagName, name, summary, members = [], events = [] }) {
  const settable = members.filter(
    (member) => member.kind === 'field' && !member.privacy && !member.readonly && !member.static,
  );
  const lines = settable.flatMap((member) => {
    const type = `${name}['${member.name}']`;
    const note = member.description ? [`      /** ${member.description.replace(/\s+/g, ' ')} */`] : [];
    const attribute =
      member.attribute && member.attribute !== member.name
        ? [...note, `      '${member.attribute}'?: Attribute<${type}> | undefined;`]
        : [];
    const value = member.attribute === member.name ? `Attribute<${type}>` : type;
    return [...note, `      ${member.name}?: ${value} | undefined;`, ...attribute];
  });
  const fired = events.map(
    (event) => `      /** ${event.description} */\n      '${event.name}': ${typeOf(event)};`,
  );
  return `  /** ${summary} */
  '${tagName}': {
    element: ${name};
    props: {
${lines.join('\n')}
    };
    events: {
${fired.join('\n')}
    };
  };`;
}

function typeOf({ type }) {
  return type.text;
}
