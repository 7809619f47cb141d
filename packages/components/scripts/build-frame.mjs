import { copyFile, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Every tag that the loader knows, from the one table of tags. */
export async function tags() {
  const table = await readFile(here('../src/embed/tags.ts'), 'utf8');
  return [...table.matchAll(/^\s*'(mh-[a-z-]+)':/gm)].map(([, tag]) => tag);
}

/** Builds what an iframe needs beside the embed: its page, its script, and the script for the page that holds it. */
export async function buildFrame(outdir) {
  const widgets = (await tags()).filter((tag) => tag !== 'mh-settings').map((tag) => tag.slice('mh-'.length));
  await build({
    entryPoints: { frame: here('../src/embed/frame.ts'), 'frame-host': here('../src/embed/frame-host.ts') },
    outdir,
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    define: { FRAME_WIDGETS: JSON.stringify(widgets) },
  });
  await copyFile(here('../src/embed/embed.html'), `${outdir}/embed.html`);
}
