import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';
import { messageOf } from '@maths-hubs/sdk/evidence';
import { sourceFault } from './source-fault.js';

/** One file of a source. What is not read of it is passed over. */
export interface SourceFile {
  /** Its path inside the zip or folder, or as it was given. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Says how much of a source has been read: 0 to 1. */
export type OnRead = (share: number) => void;

/** A zip starts so, whatever its name. */
const ZIP = [0x50, 0x4b];

/** Tables of postcodes: not what the documents beside them hold. */
const isWanted = (path: string): boolean =>
  /\.(?:csv|txt)$/i.test(path) && !/(?:^|\/)(?:user guide|__macosx)\//i.test(path.replaceAll('\\', '/'));

/**
 * The files of a source, one after another: of a zip as it was downloaded, of a folder, or a CSV file alone.
 * @throws {InvalidDataError} when there is nothing there, or the zip cannot be read
 */
export async function* readFiles(path: string, onRead: OnRead): AsyncGenerator<SourceFile> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw sourceFault(path, 'no such file or folder', 'a zip, a folder or a CSV file', 'Check the path.');
  if (found.isDirectory()) yield* readFolder(path, onRead);
  else if (await isZip(path)) yield* readZip(path, found.size, onRead);
  else yield { name: path, bytes: counted(createReadStream(path), (read) => onRead(read / found.size)) };
}

async function isZip(path: string): Promise<boolean> {
  if (/\.zip$/i.test(path)) return true;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return ZIP.every((byte, index) => buffer[index] === byte);
  } finally {
    await file.close();
  }
}

async function* readFolder(folder: string, onRead: OnRead): AsyncGenerator<SourceFile> {
  const paths = (await readdir(folder, { recursive: true })).sort().filter(isWanted);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [index, path] of paths.entries()) {
    const start = before;
    const bytes = counted(createReadStream(join(folder, path)), (read) => onRead((start + read) / total));
    yield { name: join(folder, path), bytes };
    before += sizes[index] ?? 0;
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    onRead(read);
    yield piece;
  }
}

interface Piece {
  readonly name: string;
  readonly data: Uint8Array;
  readonly last: boolean;
}

/** Unpacks a zip as it is read, so that a file of a gigabyte is never in memory whole. */
async function* readZip(path: string, size: number, onRead: OnRead): AsyncGenerator<SourceFile> {
  const pieces = unzip(path, size, onRead);
  for (;;) {
    const { value: first, done } = await pieces.next();
    if (done) return;
    let ended = first.last;
    const rest = async function* (): AsyncGenerator<Uint8Array> {
      yield first.data;
      while (!ended) {
        const { value, done: short } = await pieces.next();
        if (short) throw brokenZip(path, `${first.name} ends too soon`);
        ended = value.last;
        yield value.data;
      }
    };
    yield { name: first.name, bytes: rest() };
    // What the reader left unread still comes before the next file.
    while (!ended) {
      const { value, done: short } = await pieces.next();
      if (short) return;
      ended = value.last;
    }
  }
}

async function* unzip(path: string, size: number, onRead: OnRead): AsyncGenerator<Piece, undefined> {
  const ready: Piece[] = [];
  const faults: string[] = [];
  let files = 0;
  const unzipper = new Unzip((file) => {
    files += 1;
    if (!isWanted(file.name)) return;
    file.ondata = (error, data, last) => {
      if (error) faults.push(error.message);
      else ready.push({ name: file.name, data, last });
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  let read = 0;
  const check = (): void => {
    const [fault] = faults;
    if (fault !== undefined) throw brokenZip(path, fault);
  };
  for await (const piece of createReadStream(path)) {
    read += piece.length;
    onRead(read / size);
    try {
      unzipper.push(piece as Uint8Array, read >= size);
    } catch (error) {
      throw brokenZip(path, messageOf(error));
    }
    check();
    while (ready.length > 0) {
      const next = ready.shift();
      if (next !== undefined) yield next;
    }
  }
  if (files === 0) throw brokenZip(path, 'no file in it');
  return undefined;
}

function brokenZip(path: string, why: string): Error {
  return sourceFault(path, `not a zip that can be read (${why})`, 'a zip file', 'Download it again.');
}
