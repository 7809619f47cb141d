import type { loadConfig } from '../config/load.js';
import { openDesk } from './desk.js';
import type { Asked, OpenDesk } from './desk.js';
import { put } from './output.js';

export type Config = ReturnType<typeof loadConfig>;

/** What could not be done, in words for whoever gave the command. */
export class CommandFailed extends Error {}

/** Asks the desk of the running service, or one opened for this command. */
export async function asking(
  config: Config,
  path: string,
  how: Asked,
  use: (answer: Response) => Promise<void> | void,
): Promise<void> {
  const desk = await openDesk(config);
  try {
    await use(await answered(desk, path, how));
  } finally {
    await desk.close();
  }
}

/** @throws {CommandFailed} with what the desk said */
export async function answered(desk: OpenDesk, path: string, how: Asked = {}): Promise<Response> {
  const answer = await desk.ask(path, how);
  if (answer.ok) return answer;
  const { message } = (await answer.json()) as { message: string };
  throw new CommandFailed(message);
}

/** Writes an answer to standard output as it comes. */
export async function pipe(answer: Response): Promise<void> {
  if (answer.body === null) return;
  for await (const chunk of answer.body) await put(chunk);
}

export function query(options: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}

export function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A line of cells for a terminal: what an applicant wrote cannot steer it. */
export function write(cells: readonly (string | undefined)[]): void {
  process.stdout.write(`${cells.map((cell) => (cell ?? '').replace(/\p{C}/gu, '')).join('\t')}\n`);
}
