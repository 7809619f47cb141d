import { statfsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleeting } from './lasting.js';

const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;

function isMemory(): boolean {
  try {
    return statfsSync(MEMORY).type === TMPFS;
  } catch {
    return false;
  }
}

it.runIf(isMemory())('knows a folder in memory from one on a disk', () => {
  const folder = mkdtempSync(join(MEMORY, 'intake-lasting-'));
  expect(fleeting(folder)).toBe('in memory (tmpfs)');
  expect(fleeting(import.meta.dirname)).not.toBe('in memory (tmpfs)');
  rmSync(folder, { recursive: true });
});
