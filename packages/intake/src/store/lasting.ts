import { statfsSync } from 'node:fs';

/** File systems in memory, and the layer of a container: gone with the machine's next start, or the container's. @source Linux, statfs(2) */
const FLEETING = new Map([
  [0x01021994, 'in memory (tmpfs)'],
  [0x858458f6, 'in memory (ramfs)'],
  [0x794c7630, 'in the layer of a container (overlay)'],
]);

/** Where a folder lies that will not last; null where nothing is known against it. */
export function fleeting(folder: string): string | null {
  return FLEETING.get(statfsSync(folder).type) ?? null;
}
