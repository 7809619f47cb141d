import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../page/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  wasm: 'application/wasm',
};

/** A file of the built page; null where there is none of that name. Names hold no folders, so that nothing else can be read. */
export async function pageFile(
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const wanted = name === '' ? 'index.html' : name;
  const [, ending = ''] = /^[\w-]+(?:\.[\w-]+)*\.(html|js|css|wasm)$/.exec(wanted) ?? [];
  const type = TYPES[ending];
  if (type === undefined) return null;
  try {
    return { bytes: new Uint8Array(await readFile(FOLDER + wanted)), type };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
