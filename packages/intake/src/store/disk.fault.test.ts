import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answering, hub, newFolder, post } from '../../test/intake.js';
import { createIntake } from '../intake.js';
import type { Intake } from '../intake.js';

/** The module object that the database writes through. */
const disk = createRequire(import.meta.url)('node:fs') as { writeSync: typeof writeSync };

/** A small file system of its own, where this process may make one. */
const small: string | null = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-disk-'));
  try {
    execFileSync('/usr/bin/mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
})();
afterAll(() => {
  if (small === null) return;
  execFileSync('/usr/bin/umount', ['-l', small]);
  rmdirSync(small);
});

/** Sends until the disk is full and beyond, frees it, and counts what was acknowledged and what is there. */
async function through(intake: Intake, fill: () => void, free: () => void) {
  const references: string[] = [];
  let next = 0;
  const send = async (): Promise<number> => {
    const response = await intake.fetch(
      post(answering({ name: `Person ${(next += 1)}`, role: 'x'.repeat(190) })),
    );
    const { reference } = (await response.json()) as { reference?: string };
    if (response.status === 201) references.push(reference!);
    return response.status;
  };
  for (let count = 0; count < 50; count += 1) expect(await send()).toBe(201);
  fill();
  const full: number[] = [];
  while (full.filter((status) => status !== 201).length < 10 && full.length < 30_000) full.push(await send());
  const refused = full.filter((status) => status === 503).length;
  expect(refused).toBe(10);
  expect(full.every((status) => status === 201 || status === 503)).toBe(true);
  free();
  const statuses = [await send(), await send(), await send()];
  const { store } = await intake.ready;
  const rows = await store.run((db) => db.selectFrom('applications').select('reference').execute());
  const stored = new Set(rows.map(({ reference }) => reference));
  return {
    after: statuses,
    acknowledged: references.length,
    stored: stored.size,
    lost: references.filter((reference) => !stored.has(reference)).length,
    refused,
  };
}

const config = { hubs: [hub], log: () => undefined, limits: { burst: 1e6 } };

describe('the embedded store on a full disk', () => {
  it.runIf(small !== null)(
    'refuses with 503 while a file system is full, and goes on when there is room',
    async () => {
      const filler = join(small!, 'filler');
      const intake = createIntake({ ...config, store: { folder: join(small!, 'store') } });
      const result = await through(
        intake,
        () => {
          const file = openSync(filler, 'w');
          try {
            for (;;) writeSync(file, Buffer.alloc(65_536));
          } catch (error) {
            expect(error).toMatchObject({ code: 'ENOSPC' });
          } finally {
            closeSync(file);
          }
        },
        () => rmSync(filler),
      );
      console.warn(`File system full: ${JSON.stringify(result)}`);
      expect(result).toMatchObject({ after: [201, 201, 201], lost: 0 });
      await intake.close();
    },
  );

  it('refuses with 503 while every write fails with ENOSPC, and goes on when they succeed', async () => {
    const place = newFolder();
    const intake = createIntake({ ...config, store: place.location });
    const write = disk.writeSync;
    try {
      const result = await through(
        intake,
        () => {
          disk.writeSync = () => {
            throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
          };
        },
        () => {
          disk.writeSync = write;
        },
      );
      console.warn(`Every write refused: ${JSON.stringify(result)}`);
      expect(result).toMatchObject({ after: [201, 201, 201], lost: 0 });
    } finally {
      disk.writeSync = write;
    }
    await intake.close();
    place.remove();
  });
});
