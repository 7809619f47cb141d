import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Every module that a bundle of this entry holds. */
async function modulesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    treeShaking: false,
    metafile: true,
    write: false,
    outdir: 'unwritten',
    splitting: true,
  });
  return Object.keys(metafile.inputs);
}

describe('the public surface', () => {
  it('reaches no schema library, from any room', async () => {
    expect((await modulesOf('./index.ts')).filter((path) => path.includes('/zod/'))).toEqual([]);
  });

  it('leaves the schema library to the entry that reads a hub’s own file', async () => {
    expect((await modulesOf('./programme/schema.ts')).some((path) => path.includes('/zod/'))).toBe(true);
  });
});
