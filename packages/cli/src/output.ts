import { EXIT, InputError, UsageError } from './errors.js';

/** Every command has `--json`; main adds it. */
export interface OutputOptions {
  readonly json?: boolean;
}

/** Writes the answer to stdout: `data` as JSON with `--json`, else `text`. */
export function print<T>(options: OutputOptions, data: T, text: string | ((data: T) => string)): void {
  const shown = options.json ? JSON.stringify(data, null, 2) : typeof text === 'string' ? text : text(data);
  process.stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
}

/** Ends the command: what was given cannot be used (exit 1). The message names the place and the remedy. */
export function fail(message: string): never {
  throw new InputError(message);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'you have no right to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the disk cannot be written to',
};

/** Ends the command: the system would not read or write a file. Any other error is thrown on. */
export function failOnFile(verb: 'read' | 'write', path: string, error: unknown, remedy: string): never {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const reason = ('code' in error && REASONS[String(error.code)]) || error.message;
  return fail(`Cannot ${verb} ${path || 'a file with no name'}: ${reason}. ${remedy}`);
}

/** Ends the command: it was called wrongly (exit 2). */
export function misused(message: string): never {
  throw new UsageError(message);
}

/** The command did its work and found something wrong in what it was given: exit 1 after printing. */
export function finding(): void {
  process.exitCode = EXIT.finding;
}

/** What standard output cannot take, in a sentence; null when its reader has simply gone, which is no fault. */
export function outputFault(error: NodeJS.ErrnoException): string | null {
  if (error.code === 'EPIPE') return null;
  const reason = REASONS[error.code ?? ''] ?? error.message;
  return `Cannot write the answer: ${reason}. Make room, or write it elsewhere.`;
}

/** Columns to write in: the terminal's, or COLUMNS where there is none; within what is comfortable to read. */
export function width(): number {
  const columns = process.stdout.columns ?? Number(process.env['COLUMNS']);
  return Math.max(Math.min(columns || 100, 100), 30);
}

/** Breaks text at spaces for a first line that starts after the indent, and indents the others. */
export function wrap(text: string, columns = width(), indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > columns - indent.length) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** Aligned columns under their headings; the last column wraps. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const last = headings.length - 1;
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const indent = ' '.repeat(widths.slice(0, last).reduce((sum, each) => sum + each + 2, 0));
  const room = Math.max(width() - indent.length, 20);
  const rule = (column: number): string =>
    '-'.repeat(Math.min(widths[column] ?? 0, column === last ? room : Infinity));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === last ? wrap(cell, room + indent.length, indent) : cell.padEnd((widths[column] ?? 0) + 2),
      )
      .join('')
      .trimEnd();
  return [headings, headings.map((_, column) => rule(column)), ...rows].map(line).join('\n');
}
