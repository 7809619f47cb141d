import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

/**
 * A program whose files may hold 4,096 bytes: a longer write takes that much and is no error, as on a disk with so much
 * room; only the next one fails. (Where a file may not grow, the system would otherwise end the program.)
 */
function onNearlyFullDisk(program: string): string {
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1"`,
      process.execPath,
      `${program.replace('RUN', 'await run().then(() => console.log("written"), ({ code }) => console.log(code));')}`,
    ],
    { encoding: 'utf8' },
  );
  return stdout.trim() || stderr;
}

describe('a disk that has room for a part', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-part-'));
  const path = join(folder, 'file');
  beforeEach(() => writeFileSync(path, 'what was there'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves the keys that were there', () => {
    const said = onNearlyFullDisk(`
      import { replaceFile } from ${JSON.stringify(built('keys/vault.js'))};
      const run = async () => replaceFile(${JSON.stringify(path)}, 'k'.repeat(6_000));
      RUN`);
    expect(said).toBe('EFBIG');
    expect(readFileSync(path, 'utf8')).toBe('what was there');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leaves the backup that was there', () => {
    const said = onNearlyFullDisk(`
      import { backupTo } from ${JSON.stringify(built('cli/backup.js'))};
      const whole = 'b'.repeat(6_000) + '{"end":"f","applications":0,"sha256":"0"}\\n';
      const run = () => backupTo(${JSON.stringify(path)}, new Blob([whole]).stream(), null);
      RUN`);
    expect(said).toBe('EFBIG');
    expect(readFileSync(path, 'utf8')).toBe('what was there');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
