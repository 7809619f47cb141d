import type { LogEntry } from './config/log-entry.js';

let lines = '';
let heard = false;

function write(): void {
  if (lines === '') return;
  const text = lines;
  lines = '';
  process.stderr.write(text);
}

/**
 * A line of JSON on the standard error. Lines of the same moment go out in one write, before the program turns to
 * anything else or ends: a rush that shares a commit shares this too.
 */
export function writeLog(entry: LogEntry): void {
  if (!heard) process.once('exit', write);
  heard = true;
  if (lines === '') process.nextTick(write);
  lines += `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`;
}
