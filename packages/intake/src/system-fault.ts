/** What the system refused, in words: a file, a folder or a port. Null for every other error. */
export function systemFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : ` (${path})`;
  const remedy = REMEDIES[String(code)];
  return remedy === undefined ? `${error.message}.` : `${remedy}${where}: ${String(code)}.`;
}

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'This user may not do that. Run it as the user that the service runs as, or give it the right',
  EPERM: 'This user may not do that. Run it as the user that the service runs as, or give it the right',
  ENOENT: 'There is no such file or folder. Check the path, and make the folder it is to be in',
  ENOTDIR: 'A part of this path is not a folder. Check the path',
  EISDIR: 'This is a folder where a file is needed. Name a file in it',
  ENOSPC: 'The disk is full. Free some of it, and do it again',
  EDQUOT: 'This user may not use more of the disk. Free some of it, and do it again',
  EROFS: 'This disk may only be read. Name a place that can be written',
  EADDRINUSE: 'Another program listens on this port already. End it, or choose another port',
  EADDRNOTAVAIL: 'This machine has no such address. Check “host” in the configuration',
  ENOTFOUND: 'There is no machine of that name. Check “host” in the configuration',
  EAI_AGAIN: 'The name of the machine cannot be looked up now. Check “host” in the configuration',
};
