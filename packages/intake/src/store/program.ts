import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * How the database's program is compiled: quickly, each part when it is first needed, and not a second time. What V8
 * takes to optimise its largest parts (up to 40 MB each, several at once) stays with the process, and is 80 MB of what
 * the service holds; half of what a start costs goes into it, and an application costs hardly less afterwards.
 */
export const PLAINLY = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'] as const;

let program: Promise<WebAssembly.Module> | undefined;

/** The database's program, compiled once. PGlite would keep the bytes it is made of as well. */
export function databaseProgram(): Promise<WebAssembly.Module> {
  program ??= compile();
  return program;
}

async function compile(): Promise<WebAssembly.Module> {
  for (const flag of PLAINLY) setFlagsFromString(flag);
  return WebAssembly.compile(
    await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite/pglite.wasm')),
  );
}
