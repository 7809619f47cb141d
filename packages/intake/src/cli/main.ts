import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { loadConfig } from '../config/load.js';
import { IntakeError } from '../errors.js';
import { proveDurability } from '../prove/prove.js';
import { startIntake } from '../start.js';
import { systemFault } from '../system-fault.js';
import { applicationCommands } from './applications.js';
import { answered, asking, CommandFailed, query, warn, write } from './ask.js';
import type { Config } from './ask.js';
import { backupKey, backupTo, backupToOutput, besideBackup, copyKeys, KEY_COPY } from './backup.js';
import { openDesk } from './desk.js';
import { OutputClosed, OutputFailed, put, watchOutput } from './output.js';
import { restoreFrom } from './restore.js';

interface Shared {
  readonly config: string;
}

/** Runs `maths-hubs-intake`; the exit code is 0 for done, 1 for what could not be done, 2 for a wrong call. */
export async function main(args: readonly string[]): Promise<void> {
  // Nothing that is written here is for other users of the machine.
  process.umask(0o077);
  watchOutput();
  const program = new Command('maths-hubs-intake')
    .description('Receives applications for Maths Hubs and hands them over.')
    .option('-c, --config <file>', 'configuration file', 'intake.config.json')
    .exitOverride();
  const configOf = (command: Command): Config =>
    loadConfig(command.optsWithGlobals<Shared>().config, process.env);

  program
    .command('serve')
    .description('start the service; stop it with SIGTERM or Ctrl+C')
    .action((_, command: Command) => serve(configOf(command)));

  applicationCommands(program, configOf);

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
    await put('');
  } catch (error) {
    if (error instanceof OutputClosed) return;
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      const why = whyFailed(error);
      if (why === null) throw error;
      warn(why);
      process.exitCode = 1;
    }
  }
}

/** What somebody can do something about, in words; null for a mistake of ours. */
function whyFailed(error: unknown): string | null {
  if (error instanceof IntakeError || error instanceof CommandFailed || error instanceof OutputFailed)
    return error.message;
  return systemFault(error);
}

async function serve(config: Config): Promise<void> {
  // Beside a database in its own memory, what is done with is collected when it is half as much again as what is needed,
  // in 10 ms, rather than three times. It takes a rush 7 % of the processor, which is better spent where there is room.
  if ('folder' in config.store) setFlagsFromString('--heap-growing-percent=50');
  // Threads that help to collect take the processor from the database, and are waited for when they do not get it.
  setFlagsFromString('--no-parallel-scavenge');
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

interface NoticeOptions {
  readonly hub?: string;
  readonly failed?: boolean;
  readonly retry?: string | true;
  readonly test?: boolean;
}

async function notices(config: Config, options: NoticeOptions): Promise<void> {
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
      write([
        again === 0
          ? 'No message was given up. What was switched off is on again.'
          : `${again} to be sent again.`,
      ]);
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
