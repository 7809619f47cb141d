import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openPGlite } from '../src/store/embedded.js';
import { programs, startCluster } from './postgres.js';

/**
 * What all test files share: one PostgreSQL, where it is installed, in which each file makes databases of its own; and
 * an embedded database that is new, to copy, since making one takes three seconds of a processor and copying it none.
 */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'intake-new-'));
  const embedded = await openPGlite(folder);
  await embedded.close();
  provide('newDatabase', join(folder, 'database'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (programs === null) {
    console.warn(
      'PostgreSQL is not installed: its tests are not registered. Install Debian\'s "postgresql" to run them.',
    );
    provide('postgres', null);
    return remove;
  }
  const cluster = await startCluster();
  provide('postgres', cluster.url);
  return () => {
    remove();
    cluster.remove();
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string | null;
    /** Folder of an embedded database that nothing has been written to. */
    newDatabase: string;
  }
}
