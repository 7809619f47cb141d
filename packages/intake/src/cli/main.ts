import { Command, CommanderError, Option } from 'commander';
import { loadConfig } from '../config/load.js';
import type { Received } from '../desk/rows.js';
import { IntakeError } from '../errors.js';
import { proveDurability } from '../prove/prove.js';
import { startIntake } from '../start.js';
import { backupKey, backupTo, backupToOutput, besideBackup, copyKeys, KEY_COPY } from './backup.js';
import { openDesk } from './desk.js';
import type { OpenDesk } from './desk.js';
import { restoreFrom } from './restore.js';

interface Shared {
  readonly config: string;
}

/** Runs `maths-hubs-intake`; the exit code is 0 for done, 1 for what could not be done, 2 for a wrong call. */
export async function main(args: readonly string[]): Promise<void> {
  // Nothing that is written here is for other users of the machine.
  process.umask(0o077);
  const program = new Command('maths-hubs-intake')
    .description('Receives applications for Maths Hubs and hands them over.')
    .option('-c, --config <file>', 'configuration file', 'intake.config.json')
    .exitOverride();
  const configOf = (command: Command): ReturnType<typeof loadConfig> =>
    loadConfig(command.optsWithGlobals<Shared>().config, process.env);

  program
    .command('serve')
    .description('start the service; stop it with SIGTERM or Ctrl+C')
    .action((_, command: Command) => serve(configOf(command)));

  program
    .command('export')
    .description('write applications to standard output, oldest first')
    .option('--hub <id>', 'whose (needed when several are configured)')
    .option('--since <date>', 'received on or after this moment')
    .addOption(new Option('--format <format>', 'what to write').choices(['csv', 'json']).default('csv'))
    .action(async (options: { hub?: string; since?: string; format: string }, command: Command) => {
      await asking(configOf(command), `/export?${query(options)}`, {}, pipe);
    });

  program
    .command('list')
    .description('one line an application: reference, time, kind, phase, school')
    .option('--hub <id>', 'whose (needed when several are configured)')
    .option('--since <date>', 'received on or after this moment')
    .action(async (options: { hub?: string; since?: string }, command: Command) => {
      const path = `/export?${query({ ...options, format: 'json' })}`;
      await asking(configOf(command), path, {}, async (answer) => {
        const rows = (await answer.json()) as Received[];
        for (const { reference, receivedAt, application, probablyRepeats } of rows)
          write([
            reference,
            receivedAt,
            application.kind,
            application.answers.phase,
            application.answers.schoolName,
            ...(probablyRepeats === null ? [] : [`probably repeats ${probablyRepeats}`]),
          ]);
      });
    });

  program
    .command('show')
    .argument('<reference>')
    .description('one application, whole, with what became of its notices')
    .action(async (reference: string, _, command: Command) => {
      await asking(
        configOf(command),
        `/applications/${encodeURIComponent(reference)}`,
        {},
        async (answer) => {
          process.stdout.write(`${JSON.stringify(await answer.json(), null, 2)}\n`);
        },
      );
    });

  program
    .command('forget')
    .argument('<reference>')
    .description('erase an application for good: its key, its row and its messages')
    .action(async (reference: string, _, command: Command) => {
      const path = `/applications/${encodeURIComponent(reference)}`;
      await asking(configOf(command), path, { method: 'DELETE' }, async (answer) => {
        const { copiesBehind } = (await answer.json()) as { copiesBehind: string[] };
        write([`${reference} is erased.`]);
        for (const copy of copiesBehind)
          warn(
            `This copy of the keys could not be renewed, and can still open it: ${copy}. Replace or destroy it.`,
          );
      });
    });

  program
    .command('backup')
    .description('write everything stored to a file or standard output; sealed when BACKUP_KEY is set')
    .option('--out <file>', 'write to this file, readable by its owner alone')
    .option('--keys <file>', `where to copy the keys to (default: ${KEY_COPY} beside --out)`)
    .option('--no-keys', 'copy no keys')
    .action(async (options: { out?: string; keys: string | boolean }, command: Command) => {
      const key = backupKey(process.env);
      const desk = await openDesk(configOf(command));
      try {
        const { body } = await answered(desk, '/backup');
        if (body === null) throw new CommandFailed('The service sent no backup.');
        if (options.out === undefined) await backupToOutput(body, key);
        else await backupTo(options.out, body, key);
        const copy =
          typeof options.keys === 'string' ? options.keys : options.out && besideBackup(options.out);
        if (options.keys !== false && copy) await copyKeys(desk, copy);
      } finally {
        await desk.close();
      }
    });

  program
    .command('restore')
    .argument('<file>')
    .description('put a backup into an empty store, without what was erased since')
    .option(
      '--keys <file>',
      `the keys of its applications (default: where they belong, or ${KEY_COPY} beside the file)`,
    )
    .action(async (file: string, options: { keys?: string }, command: Command) => {
      const { applications, erased } = await restoreFrom(configOf(command), {
        file,
        keys: options.keys ?? null,
        backupKey: backupKey(process.env),
        now: new Date(),
      });
      write([`${applications} applications restored; ${erased} erased since stay out.`]);
    });

  program
    .command('notices')
    .description('messages that are not delivered; send them again, or try a webhook')
    .option('--hub <id>', 'of one hub')
    .option('--failed', 'only those that were given up')
    .option('--retry [message]', 'send again: one message or reference, or all that were given up')
    .option('--test', 'send a test event to the hub’s webhook')
    .action(async (options: NoticeOptions, command: Command) => notices(configOf(command), options));

  program
    .command('prove-durability')
    .description(
      'try on this disk and database that nothing acknowledged is lost: kills, a full disk, restarts',
    )
    .option('--kills <number>', 'how often the service is killed under load', '10')
    .action(async ({ kills }: { kills: string }, command: Command) => {
      const proven = await proveDurability(configOf(command), Number(kills), (line) => write([line]));
      if (!proven) process.exitCode = 1;
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof IntakeError || error instanceof CommandFailed) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}

class CommandFailed extends Error {}

async function serve(config: ReturnType<typeof loadConfig>): Promise<void> {
  const service = await startIntake(config);
  const asked = new Promise<'asked'>((resolve) => {
    process.once('SIGTERM', () => resolve('asked'));
    process.once('SIGINT', () => resolve('asked'));
  });
  // Whoever reads this may ask the service to end in the same moment.
  process.stdout.write(`Listening on ${service.url}\n`);
  const why = await Promise.race([asked, service.lost.then(() => 'lost' as const)]);
  if (why === 'lost')
    warn('The store was taken away or replaced under this service. It ends; start it again.');
  // Whatever still hangs, a service that was asked to end ends.
  setTimeout(() => process.exit(1), 4_900).unref();
  await service.close();
  process.exit(why === 'lost' ? 1 : 0);
}

async function asking(
  config: ReturnType<typeof loadConfig>,
  path: string,
  how: { method?: string },
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
async function answered(desk: OpenDesk, path: string, how: { method?: string } = {}): Promise<Response> {
  const answer = await desk.ask(path, how);
  if (answer.ok) return answer;
  const { message } = (await answer.json()) as { message: string };
  throw new CommandFailed(message);
}

interface NoticeOptions {
  readonly hub?: string;
  readonly failed?: boolean;
  readonly retry?: string | true;
  readonly test?: boolean;
}

async function notices(config: ReturnType<typeof loadConfig>, options: NoticeOptions): Promise<void> {
  const { hub, failed, retry, test } = options;
  if (test === true)
    return asking(config, `/notices/test?${query({ hub })}`, { method: 'POST' }, async (answer) => {
      const { url, status } = (await answer.json()) as { url: string; status: number };
      write([`${url} took the test: ${status}.`]);
    });
  if (retry !== undefined) {
    const id = retry === true ? undefined : retry;
    return asking(config, `/notices/retry?${query({ hub, id })}`, { method: 'POST' }, async (answer) => {
      const { again } = (await answer.json()) as { again: number };
      write([again === 0 ? 'No message was given up.' : `${again} to be sent again.`]);
    });
  }
  const wanted = query({ hub, ...(failed === true && { failed: 'true' }) });
  return asking(config, `/notices?${wanted}`, {}, async (answer) => {
    for (const notice of (await answer.json()) as Record<string, string | number | null>[])
      write([
        String(notice.id),
        String(notice.hub),
        String(notice.channel),
        String(notice.reference),
        `${notice.attempts} attempts`,
        notice.failed_at === null ? `next ${notice.due_at}` : `given up ${notice.failed_at}`,
        notice.why === null ? '' : String(notice.why),
      ]);
  });
}

async function pipe(answer: Response): Promise<void> {
  if (answer.body === null) return;
  for await (const chunk of answer.body)
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function query(options: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A line of cells for a terminal: what an applicant wrote cannot steer it. */
function write(cells: readonly (string | undefined)[]): void {
  process.stdout.write(`${cells.map((cell) => (cell ?? '').replace(/\p{C}/gu, '')).join('\t')}\n`);
}
