import { fstatSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { LogEntry } from './config/log-entry.js';

let lines = '';
let heard = false;
/** Lines that nobody took: the disk was full, or whoever reads the log had ended. */
let lost = 0;

function write(): void {
  if (lines === '') return;
  const text = lost === 0 ? lines : `${line({ level: 'warn', event: 'log-lost', lines: lost })}${lines}`;
  const count = lines.split('\n').length - 1;
  lines = '';
  try {
    put(text);
    lost = 0;
  } catch {
    // There is nowhere else to say it. An application is not refused because its line of the log is lost.
    lost += count;
  }
}

let direct: boolean | null = null;

/** To a file directly: Node's own stream to it gives up for good after one fault. */
function put(text: string): void {
  direct ??= !isatty(2) && !isPipe();
  if (direct) writeFileSync(2, text);
  else process.stderr.write(text);
}

function isPipe(): boolean {
  const stat = fstatSync(2);
  return stat.isFIFO() || stat.isSocket();
}

function line(entry: LogEntry): string {
  // To copy an entry behind its time takes longer than to write it.
  return `{"time":"${new Date().toISOString()}",${JSON.stringify(entry).slice(1)}\n`;
}

/**
 * A line of JSON on the standard error. Lines of the same moment go out in one write, before the program reads what
 * comes next or ends: a rush that shares a commit shares this too.
 */
export function writeLog(entry: LogEntry): void {
  if (!heard) {
    process.once('exit', write);
    // A pipe whose reader has ended would end the service.
    process.stderr.on('error', () => undefined);
  }
  heard = true;
  if (lines === '') setImmediate(write);
  lines += line(entry);
}
