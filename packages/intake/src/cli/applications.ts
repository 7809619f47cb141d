import { readFileSync } from 'node:fs';
import { jsonFault } from '@maths-hubs/sdk/evidence';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Found } from '../desk/find.js';
import type { Received } from '../desk/rows.js';
import { answered, asking, CommandFailed, pipe, query, warn, write } from './ask.js';
import type { Config } from './ask.js';
import { openDesk } from './desk.js';

interface Wanted {
  readonly hub?: string;
  readonly since?: string;
  /** True for those that are set aside alone, false for the others alone. */
  readonly setAside?: boolean;
}

/** What a hub's people do with applications: read, find, release, erase. */
export function applicationCommands(program: Command, configOf: (command: Command) => Config): void {
  const reading = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--hub <id>', 'whose (needed when several are configured)')
      .option('--since <date>', 'received on or after this moment')
      .option('--set-aside', 'only what is set aside as beyond what a day brings')
      .option('--no-set-aside', 'only what is not');

  reading('export', 'write applications to standard output, oldest first')
    .addOption(new Option('--format <format>', 'what to write').choices(['csv', 'json']).default('csv'))
    .action(async (options: Wanted & { format: string }, command: Command) => {
      await asking(configOf(command), `/export?${asked(options, options.format)}`, {}, pipe);
    });

  reading('list', 'one line an application: reference, time, kind, phase, school').action(
    async (options: Wanted, command: Command) => {
      await asking(configOf(command), `/export?${asked(options, 'json')}`, {}, async (answer) => {
        for await (const { reference, receivedAt, application, ...marks } of rowsIn<Received>(answer))
          write([
            reference,
            receivedAt,
            application.kind,
            application.answers.phase,
            application.answers.schoolName,
            ...(marks.probablyRepeats === null ? [] : [`probably repeats ${marks.probablyRepeats}`]),
            ...(marks.setAsideAt === null ? [] : ['set aside']),
          ]);
      });
    },
  );

  program
    .command('show')
    .argument('<reference>')
    .description('one application, whole, with what became of its notices')
    .action(async (reference: string, _, command: Command) => {
      const path = `/applications/${encodeURIComponent(reference)}`;
      await asking(configOf(command), path, {}, async (answer) => {
        process.stdout.write(`${JSON.stringify(await answer.json(), null, 2)}\n`);
      });
    });

  program
    .command('find')
    .argument('<text...>', 'an e-mail address, a name, a school, a telephone number, a reference')
    .description(
      'applications that hold a text, of every hub: reference, hub, time, who, school, where it stands',
    )
    .option('--hub <id>', 'of one hub')
    .addOption(
      new Option('--format <format>', 'lines, or whole applications')
        .choices(['lines', 'json'])
        .default('lines'),
    )
    .action(async (words: string[], options: { hub?: string; format: string }, command: Command) => {
      const text = words.join(' ');
      const path = `/find?${query({ text, hub: options.hub })}`;
      await asking(configOf(command), path, {}, async (answer) => {
        if (options.format === 'json') return pipe(answer);
        let found = 0;
        for await (const each of rowsIn<Found>(answer)) {
          const { name, email, schoolName } = each.application.answers;
          const who = [name, email].filter((part) => part !== undefined).join(', ');
          write([each.reference, each.hub, each.receivedAt, who, schoolName, `in ${each.in.join(', ')}`]);
          found += 1;
        }
        if (found === 0) warn(`No application holds “${text}”.`);
      });
    });

  program
    .command('release')
    .argument('[references...]')
    .description('put applications that were set aside among the others, and tell of each')
    .option('--hub <id>', 'whose (needed when several are configured)')
    .option('--all', 'all that are set aside')
    .action(async (references: string[], options: { hub?: string; all?: boolean }, command: Command) => {
      if ((references.length === 0) !== (options.all === true))
        throw new CommandFailed('Name the references to release, or --all.');
      const how = { method: 'POST', body: JSON.stringify(options.all === true ? null : references) };
      await asking(configOf(command), `/release?${query({ hub: options.hub })}`, how, async (answer) => {
        const { released } = (await answer.json()) as { released: string[] };
        for (const reference of released) write([`${reference} is released.`]);
        const left = references.filter((reference) => !released.includes(reference));
        for (const reference of left) warn(`No application ${reference} is set aside.`);
        if (left.length > 0) process.exitCode = 1;
        else if (released.length === 0) write(['Nothing is set aside.']);
      });
    });

  program
    .command('forget')
    .argument('[references...]')
    .description('erase applications for good: the key of each, its row and its messages')
    .option(
      '--from <file>',
      'those whose references begin the lines of a file, as find and list write them; - for standard input',
    )
    .action(async (references: string[], options: { from?: string }, command: Command) => {
      const all = [...references, ...(options.from === undefined ? [] : referencesIn(options.from))];
      if (all.length === 0 && options.from === undefined)
        throw new CommandFailed('Name the references to erase, or a file of them (--from).');
      const desk = await openDesk(configOf(command));
      try {
        for (const reference of all)
          try {
            const path = `/applications/${encodeURIComponent(reference)}`;
            const answer = await answered(desk, path, { method: 'DELETE' });
            const { copiesBehind } = (await answer.json()) as { copiesBehind: string[] };
            write([`${reference} is erased.`]);
            for (const copy of copiesBehind)
              warn(
                `This copy of the keys could not be renewed, and can still open it: ${copy}. Replace or destroy it.`,
              );
          } catch (error) {
            // The others are erased all the same.
            if (!(error instanceof CommandFailed)) throw error;
            warn(error.message);
            process.exitCode = 1;
          }
      } finally {
        await desk.close();
      }
    });
}

function asked({ hub, since, setAside }: Wanted, format: string): string {
  const which = setAside === undefined ? undefined : setAside ? 'set-aside' : 'ordinary';
  return query({ hub, since, format, which });
}

/** The applications of an answer one by one, however many: each is on a line of its own. */
async function* rowsIn<Row>({ body }: Response): AsyncGenerator<Row> {
  let rest = '';
  try {
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('{')) yield JSON.parse(line.replace(/,$/, '')) as Row;
        else if (line.endsWith(']')) return;
    }
  } catch (error) {
    // The last before it broke off may have come whole: its line ends with the next one.
    if (rest.startsWith('{') && !jsonFault(rest)) yield JSON.parse(rest) as Row;
    throw error;
  }
  throw new CommandFailed('The list broke off before its end. Ask again.');
}

/** The first cell of each line. */
function referencesIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new CommandFailed(`${file} cannot be read.`, { cause });
  }
  return text
    .split('\n')
    .map((line) => line.split('\t', 1)[0]?.trim() ?? '')
    .filter((reference) => reference !== '');
}
