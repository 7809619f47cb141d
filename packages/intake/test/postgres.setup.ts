import type { TestProject } from 'vitest/node';
import { programs, startCluster } from './postgres.js';

/** One PostgreSQL for all test files, where it is installed; each file makes databases of its own in it. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  if (programs === null) {
    console.warn(
      'PostgreSQL is not installed: its tests are not registered. Install Debian\'s "postgresql" to run them.',
    );
    provide('postgres', null);
    return () => undefined;
  }
  const cluster = await startCluster();
  provide('postgres', cluster.url);
  return () => cluster.remove();
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string | null;
  }
}
