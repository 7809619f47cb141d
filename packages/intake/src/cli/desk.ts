import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { IntakeConfig } from '../config/config.js';
import { createDesk } from '../desk/desk.js';
import { openParts } from '../intake.js';
import { deskOf } from '../store/lock.js';
import type { DeskAddress } from '../store/lock.js';
import { StoreUnavailableError } from '../errors.js';

/** How long a service may take to say that it is there, and how long it may say nothing in the middle of an answer. */
const GREETING = 5_000;
const SILENCE = 120_000;

export interface Asked {
  readonly method?: string;
  readonly body?: string;
}

/** A way to ask the desk: of the running service where it owns the store, else of one opened for this command. */
export interface OpenDesk {
  ask(path: string, asked?: Asked): Promise<Response>;
  close(): Promise<void>;
}

/** @throws {StoreInUseError} when another process holds the folder and answers no commands */
export async function openDesk(config: IntakeConfig): Promise<OpenDesk> {
  const owner = 'folder' in config.store ? deskOf(config.store.folder) : null;
  // An owner that ended without a word has left its card; the kernel knows better who holds the folder.
  if (owner !== null && (await answers(owner)))
    return { ask: (path, asked) => askOwner(owner, path, asked), close: () => Promise.resolve() };
  const parts = await openParts(config);
  // A command says itself what broke off.
  const desk = createDesk({ ...parts, now: () => new Date(), token: null, log: () => undefined });
  return {
    ask: async (path, asked) => desk.request(path, asked),
    close: () => parts.store.close(),
  };
}

async function answers(owner: DeskAddress): Promise<boolean> {
  try {
    const answer = await askOwner(owner, '/', {}, GREETING);
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

function askOwner(
  { socket, port, token }: DeskAddress,
  path: string,
  { method = 'GET', body }: Asked = {},
  patience = SILENCE,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...(socket === undefined ? { host: '127.0.0.1', port } : { socketPath: socket }),
        path,
        method,
        headers: { authorization: `Bearer ${token}`, host: 'desk' },
      },
      (answer) => {
        const whole = Readable.from(wholeOf(answer));
        // One that is given up unread would hold its connection, and this process with it, until the service closes it.
        whole.once('close', () => answer.destroy());
        resolve(
          new Response(Readable.toWeb(whole) as ReadableStream, {
            status: answer.statusCode ?? 500,
            headers: { 'content-type': answer.headers['content-type'] ?? '' },
          }),
        );
      },
    );
    asking.setTimeout(patience, () =>
      asking.destroy(
        new StoreUnavailableError('The service does not answer. See whether it hangs, and end it if so.'),
      ),
    );
    asking.once('error', reject);
    asking.end(body);
  });
}

async function* wholeOf(answer: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* answer;
  } catch (cause) {
    throw new StoreUnavailableError(
      'The service broke off before it had sent everything: it ended, or its log says why (desk-broke-off).',
      { cause },
    );
  }
}
