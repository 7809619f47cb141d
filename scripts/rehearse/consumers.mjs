import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readJson } from '../lib/packages.mjs';
import { root } from '../lib/run.mjs';

const tools = readJson(join(root, 'package.json')).devDependencies;
const pick = (...names) => Object.fromEntries(names.map((name) => [name, tools[name]]));

const DECIDE = `import { decide } from '@maths-hubs/sdk/eligibility';
import { loadEdition } from '@maths-hubs/sdk/programme';

const edition = await loadEdition('2024/25');
const school = { inEngland: true, stateFunded: true, teachesPrimary: true, development: 'never' };
const { outcome, findings } = decide(edition, 'development', school);
console.log(outcome, findings.length);
`;
const TYPED = `import '@maths-hubs/components/journey-map/define';
import type { PhaseToggleEvent } from '@maths-hubs/components';
import { decide } from '@maths-hubs/sdk/eligibility';
import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';

export async function verdictOf(phase: string): Promise<string> {
  const edition: Edition = await loadEdition('2024/25');
  return decide(edition, phase, {}).outcome;
}
document.querySelector('mh-journey-map')?.addEventListener('mh-phase-toggle', (event) => {
  const { phase, open }: PhaseToggleEvent = event;
  console.log(phase.toUpperCase(), open);
});
// @ts-expect-error A year is text.
await loadEdition(2024);
`;
const tsconfig = (module, moduleResolution) =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      module,
      moduleResolution,
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files: ['main.ts'],
  });

/** A page of an example, built by the tool that was installed with it, and opened. */
const page = (name, ...needs) => ({
  name: `Vite and ${name}`,
  packages: ['@maths-hubs/sdk', '@maths-hubs/components'],
  needs: pick('vite', ...needs),
  prepare: (folder) => cpSync(join(root, 'examples', name.toLowerCase()), folder, { recursive: true }),
  async run({ exec, open }) {
    const said = await exec('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
    if (said.trim() !== '') throw new Error(`The build warns: ${said}`);
    await open('Terms for 2020/21');
  },
});

/**
 * Whoever uses what is published: what they install, what they write, and what must come out.
 * `run` gets `exec` (a program of Node in the consumer's folder), `open` (its built page, in a browser) and `folder`.
 */
export const consumers = [
  {
    name: 'Node, as modules',
    packages: ['@maths-hubs/sdk'],
    files: { 'main.mjs': DECIDE },
    async run({ exec }) {
      const said = (await exec('main.mjs')).trim();
      if (!/^undetermined [1-9]/.test(said)) throw new Error(`decide says "${said}".`);
    },
  },
  {
    name: 'the command line',
    packages: ['maths-hubs'],
    async run({ exec }) {
      const bin = 'node_modules/maths-hubs/bin/maths-hubs.js';
      JSON.parse(await exec(bin, 'edition', '2024/25', '--json'));
      return `maths-hubs ${(await exec(bin, '--version')).trim()}`;
    },
  },
  ...[
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
  ].map(([module, resolution]) => ({
    name: `TypeScript, strict, ${resolution.toLowerCase()}, libraries checked`,
    packages: ['@maths-hubs/sdk', '@maths-hubs/components'],
    needs: pick('typescript'),
    files: { 'main.ts': TYPED, 'tsconfig.json': tsconfig(module, resolution) },
    run: ({ exec }) => exec('node_modules/typescript/bin/tsc', '-p', '.'),
  })),
  page('React', 'react', 'react-dom'),
  page('Vue', 'vue', '@vitejs/plugin-vue'),
  page('Svelte', 'svelte', '@sveltejs/vite-plugin-svelte'),
  {
    name: 'Next',
    packages: ['@maths-hubs/sdk', '@maths-hubs/components'],
    needs: { next: '16.4.6', ...pick('react', 'react-dom') },
    files: {
      'next.config.mjs': `export default { output: 'export' };\n`,
      'app/layout.jsx': `export default ({ children }) => <html lang="en-GB"><body>{children}</body></html>;\n`,
      'app/journey.jsx': `'use client';
import { useEffect } from 'react';
export default function Journey() {
  useEffect(() => void import('@maths-hubs/components/journey-map/define'), []);
  return <mh-journey-map edition="2020/21"><p>Ask your hub about its phases.</p></mh-journey-map>;
}
`,
      'app/page.jsx': `import { loadEdition } from '@maths-hubs/sdk/programme';
import Journey from './journey.jsx';
export default async function Page() {
  const { edition } = await loadEdition('2024/25');
  return <main><h1>Terms of {String(edition)}</h1><Journey /></main>;
}
`,
    },
    async run({ exec, open }) {
      await exec('node_modules/next/dist/bin/next', 'build');
      await open('Terms for 2020/21', 'out');
    },
  },
  {
    name: 'a bundle of decide alone',
    packages: ['@maths-hubs/sdk'],
    files: { 'main.js': `export { decide } from '@maths-hubs/sdk/eligibility';\n` },
    async run({ folder }) {
      const { outputFiles, warnings } = await build({
        absWorkingDir: folder,
        entryPoints: ['main.js'],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        platform: 'browser',
      });
      if (warnings.length > 0) throw new Error(`esbuild warns: ${warnings[0].text}`);
      return `${(gzipSync(outputFiles[0].contents).length / 1000).toFixed(1)} KB gzip`;
    },
  },
];

/** Writes a consumer's files. A version of ours is the one that was just published. */
export function write(consumer, folder, version) {
  mkdirSync(folder, { recursive: true });
  consumer.prepare?.(folder);
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries(consumer.packages.map((name) => [name, version])),
      ...consumer.needs,
    },
  };
  for (const [name, text] of Object.entries({
    'package.json': JSON.stringify(manifest),
    ...consumer.files,
  })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** What was installed says where it came from: our packages must have come from the registry of the rehearsal. */
export function cameFrom(folder, address) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const ours = Object.entries(packages).filter(([path]) =>
    /node_modules\/(@maths-hubs\/[\w-]+|maths-hubs)$/.test(path),
  );
  const strange = ours.find(([, { resolved }]) => !resolved?.startsWith(address));
  if (ours.length === 0 || strange)
    throw new Error(`Not from the rehearsal's registry: ${strange?.[0] ?? 'nothing'}`);
}
