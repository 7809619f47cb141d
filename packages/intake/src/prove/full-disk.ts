import { createRequire, syncBuiltinESMExports } from 'node:module';

/** Loaded into a service that is tried: from one SIGUSR2 to the next every write to a file is refused, as on a full disk. */
const disk = createRequire(import.meta.url)('node:fs') as { writeSync: (...args: never[]) => number };
const { writeSync } = disk;
let full = false;

process.on('SIGUSR2', () => {
  full = !full;
});
disk.writeSync = (...args) => {
  if (full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  return writeSync(...args);
};
syncBuiltinESMExports();
