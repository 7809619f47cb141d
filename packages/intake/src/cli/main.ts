import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { loadConfig } from '../config/load.js';
import { restore } from '../desk/backup.js';
import type { Received } from '../desk/rows.js';
import { IntakeError } from '../errors.js';
import { openParts } from '../intake.js';
import { startIntake } from '../start.js';
import { openDesk } from './desk.js';

interface Shared {
  readonly config: string;
}

/** Runs `maths-hubs-intake`; the exit code is 0 for done, 1 for what could not be done, 2 for a wrong call. */
export async function main(args: readonly string[]): Promise<void> {
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
      await asking(configOf(command), `/export?${query(options)}`, pipe);
    });

  program
    .command('list')
    .description('one line an application: reference, time, kind, phase, school')
    .option('--hub <id>', 'whose (needed when several are configured)')
    .option('--since <date>', 'received on or after this moment')
    .action(async (options: { hub?: string; since?: string }, command: Command) => {
      await asking(configOf(command), `/export?${query({ ...options, format: 'json' })}`, async (answer) => {
        const rows = (await answer.json()) as Received[];
        for (const { reference, receivedAt, application } of rows)
          write([
            reference,
            receivedAt,
            application.kind,
            application.answers.phase,
            application.answers.schoolName,
          ]);
      });
    });

  program
    .command('show')
    .argument('<reference>')
    .description('one application, whole, with what became of its notices')
    .action(async (reference: string, _, command: Command) => {
      await asking(configOf(command), `/applications/${encodeURIComponent(reference)}`, async (answer) => {
        process.stdout.write(`${JSON.stringify(await answer.json(), null, 2)}\n`);
      });
    });

  program
    .command('forget')
    .argument('<reference>')
    .description('erase an application, its keys and its notices, for good')
    .action(async (reference: string, _, command: Command) => {
      const path = `/applications/${encodeURIComponent(reference)}`;
      await asking(configOf(command), path, () => write([`${reference} is erased.`]), 'DELETE');
    });

  program
    .command('backup')
    .description('write everything stored to standard output')
    .action(async (_, command: Command) => asking(configOf(command), '/backup', pipe));

  program
    .command('restore')
    .argument('<file>')
    .description('put a backup into an empty store, then erase again what was erased since')
    .action(async (file: string, _, command: Command) => {
      const { store, erasures } = await openParts(configOf(command));
      try {
        const restored = await restore(store, readFileSync(file, 'utf8'));
        const erased = await erasures.reapply();
        write([`${restored} applications restored, ${erased} of them erased again.`]);
      } finally {
        await store.close();
      }
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
  process.stdout.write(`Listening on ${service.url}\n`);
  await new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await service.close();
}

async function asking(
  config: ReturnType<typeof loadConfig>,
  path: string,
  use: (answer: Response) => Promise<void> | void,
  method = 'GET',
): Promise<void> {
  const desk = await openDesk(config);
  try {
    const answer = await desk.ask(path, { method });
    if (!answer.ok) {
      const { message } = (await answer.json()) as { message: string };
      throw new CommandFailed(message);
    }
    await use(answer);
  } finally {
    await desk.close();
  }
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

/** A line of cells for a terminal: what an applicant wrote cannot steer it. */
function write(cells: readonly (string | undefined)[]): void {
  process.stdout.write(`${cells.map((cell) => (cell ?? '').replace(/\p{C}/gu, '')).join('\t')}\n`);
}
