import { closeSync, createReadStream, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { readSecret } from '../config/load.js';
import { RestoreError } from '../desk/restore.js';
import { replaceFile } from '../keys/vault.js';
import type { OpenDesk } from './desk.js';
import { put } from './output.js';

/** What the copy of the keys beside backups is called: one for all of them, always the newest. */
export const KEY_COPY = 'intake.keys';

/**
 * The key that backups are sealed with, from `BACKUP_KEY` or the file in `BACKUP_KEY_FILE`: an age recipient
 * (`age1…`), an age identity (`AGE-SECRET-KEY-1…`), or any other text as a passphrase.
 */
export function backupKey(env: Readonly<Record<string, string | undefined>>): string | null {
  const file = env.BACKUP_KEY_FILE;
  const text = env.BACKUP_KEY || (file ? readSecret(file) : null) || null;
  // A file that age-keygen made says in remarks what it is.
  return /^(?:AGE-SECRET-KEY-1|age1)\w+$/m.exec(text ?? '')?.[0] ?? text;
}

/** Writes a whole backup to a file that only its owner may read, or leaves what was there. */
export async function backupTo(
  path: string,
  backup: ReadableStream<Uint8Array>,
  key: string | null,
): Promise<void> {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  const file = await open(part, 'wx', 0o600);
  try {
    const whole = untilItsEnd(backup);
    // Not `write`, which takes a part where the disk is nearly full, and says so by a number alone.
    for await (const chunk of key === null ? whole : await sealed(whole, key)) await file.writeFile(chunk);
    await file.sync();
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  renameSync(part, path);
  const folder = openSync(dirname(resolve(path)), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** The same to standard output. */
export async function backupToOutput(backup: ReadableStream<Uint8Array>, key: string | null): Promise<void> {
  const whole = untilItsEnd(backup);
  for await (const chunk of key === null ? whole : await sealed(whole, key)) await put(chunk);
}

/** Copies the keys, and has the service renew the copy whenever it destroys one. */
export async function copyKeys(desk: OpenDesk, path: string): Promise<void> {
  const answer = await desk.ask('/keys');
  replaceFile(resolve(path), await answer.text());
  await (await desk.ask('/keys/copies', { method: 'POST', body: resolve(path) })).arrayBuffer();
}

/** Where the keys may be that belong to a backup, in words for who looks for them. */
export function besideBackup(path: string): string {
  return join(dirname(resolve(path)), KEY_COPY);
}

/** The lines of a backup file, opened with the key when it is sealed. */
export async function* backupLines(path: string, key: string | null): AsyncGenerator<string> {
  const first = readFirst(path);
  const file = createReadStream(path);
  const sealedFile = first.startsWith('age-encryption.org/');
  if (sealedFile && key === null)
    throw new RestoreError(`${path} is sealed. Set BACKUP_KEY (or BACKUP_KEY_FILE) to its key.`);
  const plain = sealedFile && key !== null ? Readable.fromWeb((await unsealed(file, key)) as never) : file;
  try {
    yield* createInterface({ input: plain, crlfDelay: Infinity });
  } catch (cause) {
    throw new RestoreError(
      sealedFile
        ? `${path} was cut short or changed since it was sealed. Nothing was restored.`
        : `${path} cannot be read to its end. Nothing was restored.`,
      { cause },
    );
  }
}

function readFirst(path: string): string {
  try {
    const file = openSync(path, 'r');
    const head = Buffer.alloc(40);
    const length = readSync(file, head, 0, head.length, 0);
    closeSync(file);
    return head.toString('latin1', 0, length);
  } catch (cause) {
    throw new RestoreError(`${path} cannot be read.`, { cause });
  }
}

/** A backup that broke off is none. */
function untilItsEnd(backup: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let tail = Buffer.alloc(0);
  return backup.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        tail = Buffer.concat([tail, chunk]).subarray(-200);
        controller.enqueue(chunk);
      },
      flush(controller) {
        if (!/\{"end":"[^"]+","applications":\d+,"sha256":"\w+"\}\n$/.test(tail.toString()))
          controller.error(new RestoreError('The backup broke off. What was written of it is of no use.'));
      },
    }),
  );
}

async function sealed(plain: ReadableStream<Uint8Array>, key: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if (key.startsWith('age1')) encrypter.addRecipient(key);
  else if (key.startsWith('AGE-SECRET-KEY-')) encrypter.addRecipient(await identityToRecipient(key));
  else encrypter.setPassphrase(key);
  return encrypter.encrypt(plain);
}

async function unsealed(file: Readable, key: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  if (key.startsWith('age1'))
    throw new RestoreError(
      'BACKUP_KEY is the public half, which only seals. Give the secret half (AGE-SECRET-KEY-1…).',
    );
  if (key.startsWith('AGE-SECRET-KEY-')) decrypter.addIdentity(key);
  else decrypter.addPassphrase(key);
  try {
    return await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
  } catch (cause) {
    throw new RestoreError('The backup is sealed with another key than BACKUP_KEY.', { cause });
  }
}
