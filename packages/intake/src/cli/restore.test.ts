import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, hub, newFolder, otherHub, post } from '../../test/intake.js';
import type { IntakeConfig } from '../config/config.js';
import { backup } from '../desk/backup.js';
import { rowsOf } from '../desk/rows.js';
import { createIntake } from '../intake.js';
import { rememberCopy } from '../keys/open-keys.js';
import { backupTo } from './backup.js';
import { restoreFrom } from './restore.js';

const scratch = mkdtempSync(join(tmpdir(), 'intake-restore-'));
const SEAL = 'a passphrase for backups';
const quiet = { log: () => undefined };
const from = newFolder();
const keyFile = `${from.location.folder}.keys`;
/** Copies of the keys: one that nobody knows of, one that a backup made; both from before the other hub came. */
const older = join(scratch, 'older.keys');
const copied = join(scratch, 'copied.keys');
let plain: string[];
let sealed: Buffer;

async function write(config: IntakeConfig, key: string | null): Promise<Buffer> {
  const intake = createIntake(config);
  const archive = await intake.ready;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const part of backup(archive)) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  const file = join(scratch, 'written');
  await backupTo(file, body, key);
  await intake.close();
  return readFileSync(file);
}

beforeAll(async () => {
  const config = { hubs: [hub], store: from.location, ...quiet };
  const one = createIntake(config);
  for (let count = 0; count < 3; count += 1) await one.fetch(post(answering({ name: `Person ${count}` })));
  const parts = await one.ready;
  for (const path of [older, copied]) writeFileSync(path, parts.keys.copy());
  await rememberCopy(parts.store, copied);
  await one.close();
  const both = { ...config, hubs: [hub, otherHub] };
  const two = createIntake(both);
  const origin = 'https://other.example';
  await two.fetch(post({ ...answering({ name: 'Of the other' }), hub: otherHub.id }, { origin }));
  await two.close();
  plain = (await write(both, null)).toString().split(/(?<=\n)/);
  sealed = await write(both, SEAL);
});
afterAll(() => {
  from.remove();
  rmSync(scratch, { recursive: true });
});

/** Folders that outlast one restore. */
const kept: ReturnType<typeof newFolder>[] = [];

/** Into a new folder, and how many can be read there afterwards. */
async function restored(content: string | Buffer, keys: string, store = newFolder()): Promise<number> {
  const file = join(scratch, 'restored');
  writeFileSync(file, content);
  const config = { hubs: [hub, otherHub], store: store.location, ...quiet };
  try {
    await restoreFrom(config, { file, keys, backupKey: SEAL, now: new Date() });
    const intake = createIntake(config);
    const archive = await intake.ready;
    let count = 0;
    for (const { id } of [hub, otherHub])
      for await (const row of rowsOf(archive, id, null)) count += row ? 1 : 0;
    await intake.close();
    return count;
  } finally {
    if (!kept.includes(store)) store.remove();
  }
}

describe('a backup', () => {
  it('is restored whole, plain or sealed, with the copy of the keys that a backup made before a hub came', async () => {
    expect(await restored(plain.join(''), keyFile)).toBe(4);
    expect(await restored(sealed, copied)).toBe(4);
  });

  it('is not restored with keys from before a hub came, and is afterwards with the newest', async () => {
    const store = newFolder();
    kept.push(store);
    await expect(restored(plain.join(''), older, store)).rejects.toThrow(
      /do not open the applications of other-hub.+restore --keys/,
    );
    expect(await restored(plain.join(''), keyFile, store)).toBe(4);
    store.remove();
  });

  it.each([
    ['written twice', () => [...plain, ...plain].join(''), /Line \d+ stands after the end/],
    [
      'with a line twice',
      () => [plain[0], plain[1], plain[1], ...plain.slice(2)].join(''),
      /Lines 2 to \d+.+twice/,
    ],
    ['with a line less', () => [plain[0], ...plain.slice(2)].join(''), /not a whole backup/],
    ['cut in a line', () => plain.join('').slice(0, 900), /Line \d+ of the backup cannot be read/],
    ['cut after a line', () => plain.slice(0, -1).join(''), /not a whole backup/],
    ['of an older format', () => plain.join('').replace('backup/2', 'backup/1'), /not a backup of an intake/],
    [
      'with another year',
      () => plain.join('').replace('"school_year":"2099/00"', '"school_year":"2098/99"'),
      /changed since it was written/,
    ],
    ['that is empty', () => '', /not a backup of an intake/],
    ['sealed and cut', () => sealed.subarray(0, -100), /cut short or changed since it was sealed/],
    [
      'sealed and changed',
      () => sealed.map((byte, at) => (at === sealed.length - 50 ? byte ^ 1 : byte)),
      /cut short or changed/,
    ],
  ])('%s is refused with why', async (_, content, why) => {
    await expect(restored(Buffer.from(content()), keyFile)).rejects.toThrow(why);
  });
});
