import { GiasFileError } from '../errors.js';

/** Bytes of a file, piece by piece: a Node stream, a browser's `file.stream()`, or anything like them. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ReadableStream<Uint8Array>;

/** Whole lines of text, and the number of the first. */
export interface Lines {
  readonly first: number;
  readonly lines: readonly string[];
  /** Set for a line that was too long to keep. */
  readonly tooLong?: true;
}

const LF = 0x0a;
const CR = 0x0d;
/** Ctrl-Z, with which old programs end a file. */
const END_OF_FILE = '\u001a';

/** No GIAS row is nearly as long; a longer line is not a row, and would waste memory. */
const LONGEST_LINE = 1 << 20;

/**
 * Cuts bytes into whole lines of text, as they arrive.
 * A byte order mark means UTF-8. Without one, a piece that is valid UTF-8 is read as such, any other as
 * windows-1252, which is what GIAS writes.
 */
export async function* readLines(source: ByteSource): AsyncGenerator<Lines> {
  let pending = new Uint8Array(0);
  let first = 1;
  let started = false;
  let skipping = false;
  let decode = guess;
  for await (const piece of withLineFeeds(iterate(source))) {
    let bytes = pending.length === 0 ? piece : concat(pending, piece);
    if (!started && bytes.length >= 4) {
      ({ bytes, decode } = start(bytes));
      started = true;
    }
    const end = bytes.lastIndexOf(LF) + 1;
    pending = bytes.slice(end);
    if (end > 0) {
      let whole = bytes.subarray(0, end - 1);
      if (skipping) {
        yield { first, lines: [''], tooLong: true };
        const rest = whole.indexOf(LF) + 1;
        whole = rest > 0 ? whole.subarray(rest) : whole.subarray(whole.length);
        first += 1;
        skipping = false;
        if (rest === 0) continue;
      }
      const lines = split(decode(whole));
      yield { first, lines };
      first += lines.length;
    }
    if (skipping || pending.length > LONGEST_LINE) {
      skipping = true;
      pending = new Uint8Array(0);
    }
  }
  if (skipping) yield { first, lines: [''], tooLong: true };
  else if (pending.length > 0) {
    if (!started) ({ bytes: pending, decode } = start(pending));
    yield { first, lines: split(decode(pending)) };
  }
}

function split(text: string): string[] {
  return text.split('\n').map((line) => {
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    return whole.endsWith(END_OF_FILE) ? whole.slice(0, -1) : whole;
  });
}

/** Finds the encoding from the first bytes of a file, or that it is not a CSV file. */
function start(bytes: Uint8Array): { bytes: Uint8Array<ArrayBuffer>; decode: (bytes: Uint8Array) => string } {
  const starts = (...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    throw new GiasFileError(
      'This file is a zip archive or a workbook. Unzip it, or save it as CSV, and give the CSV file.',
    );
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new GiasFileError('This file is a workbook. Save it as CSV, and give the CSV file.');
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) {
    throw new GiasFileError('This file is a PDF. Give the CSV file that it was made from.');
  }
  if (starts(0x1f, 0x8b)) {
    throw new GiasFileError('This file is packed with gzip. Unpack it, and give the CSV file.');
  }
  // Without its mark too: every other byte of plain letters is nought.
  const isWide = [0, 1].some((at) => bytes[at] === 0 && bytes[at + 2] === 0 && bytes[1 - at] !== 0);
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff) || isWide) {
    throw new GiasFileError('This file is in UTF-16. Save it as "CSV UTF-8" and give that file.');
  }
  return starts(0xef, 0xbb, 0xbf)
    ? { bytes: bytes.slice(3), decode: (rest) => new TextDecoder('utf-8').decode(rest) }
    : { bytes: bytes.slice(), decode: guess };
}

function guess(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // `stream` because Node 20 decodes windows-1252 in one go as Latin-1, losing curly quotes.
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}

/**
 * Turns lone carriage returns at line ends, as in Excel's "CSV (Macintosh)", into line feeds.
 * The first line of a file shows which it has.
 */
async function* withLineFeeds(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array(0);
  let ends: number | undefined;
  for await (const piece of pieces) {
    if (ends === LF) yield piece;
    else if (ends === CR) yield lineFeeds(piece);
    else {
      const whole = head.length === 0 ? piece : concat(head, piece);
      ends = lineEnd(whole, false);
      if (ends === undefined) head = whole.slice();
      else yield ends === CR ? lineFeeds(whole) : whole;
    }
  }
  if (ends === undefined && head.length > 0) yield lineEnd(head, true) === CR ? lineFeeds(head) : head;
}

/** How the first line ends; undefined while unknown. */
function lineEnd(bytes: Uint8Array, isLast: boolean): number | undefined {
  const at = bytes.findIndex((byte) => byte === CR || byte === LF);
  if (at < 0) return isLast || bytes.length > LONGEST_LINE ? LF : undefined;
  if (bytes[at] === LF) return LF;
  const next = bytes[at + 1];
  if (next === undefined) return isLast ? CR : undefined;
  return next === LF ? LF : CR;
}

function lineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte === CR ? LF : byte));
}

function concat(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

/** Reads browsers' streams with a reader, since not every browser can iterate them. */
async function* iterate(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
