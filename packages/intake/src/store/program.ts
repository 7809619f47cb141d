import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * How the database's program is compiled: quickly, each part when it is first needed, and not a second time. What V8
 * takes to optimise its largest parts (up to 40 MB each, several at once) stays with the process, and is 80 MB of what
 * the service holds; half of what a start costs goes into it. An application costs a quarter more without it.
 */
export const PLAINLY = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'] as const;

/** Bytes in a page of WebAssembly's memory. */
const PAGE = 65_536;

let program: Promise<WebAssembly.Module> | undefined;

/** The database's program, compiled once. PGlite would keep the bytes it is made of as well. */
export function databaseProgram(): Promise<WebAssembly.Module> {
  program ??= compile();
  return program;
}

async function compile(): Promise<WebAssembly.Module> {
  for (const flag of PLAINLY) setFlagsFromString(flag);
  return WebAssembly.compile(
    readAside(createRequire(import.meta.url).resolve('@electric-sql/pglite/pglite.wasm')),
  );
}

/**
 * A file in memory that goes back to the machine. The C library takes 9 MB that are freed for a sign that such pieces
 * come and go, and keeps twice as much at hand ever after.
 */
function readAside(path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const { buffer } = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    const bytes = new Uint8Array(buffer as ArrayBuffer, 0, size);
    for (let at = 0; at < size;) {
      const read = readSync(file, bytes, at, size - at, at);
      if (read === 0) throw new Error(`${path} ended while it was read`);
      at += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
