import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

/** What a command wrote, and a folder of its own; fresh for every test of the file that calls this. */
export function useTerminal(): { readonly folder: string; out: string; err: string } {
  const terminal = { folder: '', out: '', err: '' };
  beforeEach(async () => {
    terminal.folder = await mkdtemp(join(tmpdir(), 'maths-hubs-'));
    terminal.out = '';
    terminal.err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((terminal.out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((terminal.err += String(text)), true));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    process.exitCode = 0;
    await rm(terminal.folder, { recursive: true });
  });
  return terminal;
}
