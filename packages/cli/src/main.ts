import type { Command } from 'commander';
import { checkHostCommand } from './commands/check-host.js';
import { checkCommand } from './commands/check.js';
import { completionCommand } from './commands/completion.js';
import { decideCommand } from './commands/decide.js';
import { diffCommand } from './commands/diff.js';
import { editionCommand } from './commands/edition.js';
import { editionsCommand } from './commands/editions.js';
import { factsCommand } from './commands/facts.js';
import { groupsCommand } from './commands/groups.js';
import { htmlCommand } from './commands/html.js';
import { hubCommand } from './commands/hub.js';
import { coverageCommand, hubsCommand } from './commands/hubs.js';
import { schoolIndexCommand } from './commands/school-index.js';
import { schoolsCommand } from './commands/schools.js';
import { fundingCommand } from './commands/funding.js';
import { mcpCommand } from './commands/mcp.js';
import { planCommand } from './commands/plan.js';
import { postcodeIndexCommand } from './commands/postcode-index.js';
import { proveCommand } from './commands/prove.js';
import { replayCommand } from './commands/replay.js';
import { programmeCommand, resourcesCommand } from './commands/programme.js';
import { reachCommand } from './commands/reach.js';
import { undatedCommand } from './commands/undated.js';
import { specialistCommand } from './commands/specialist.js';
import { sourcesCommand } from './commands/sources.js';
import { validateCommand } from './commands/validate.js';
import { EXIT, report } from './errors.js';
import { newProgram } from './program.js';

/** In the order that `--help` lists them. */
const commands = [
  editionsCommand,
  editionCommand,
  diffCommand,
  validateCommand,
  programmeCommand,
  resourcesCommand,
  specialistCommand,
  reachCommand,
  undatedCommand,
  sourcesCommand,
  hubCommand,
  hubsCommand,
  coverageCommand,
  planCommand,
  fundingCommand,
  htmlCommand,
  checkCommand,
  checkHostCommand,
  factsCommand,
  decideCommand,
  replayCommand,
  proveCommand,
  schoolsCommand,
  groupsCommand,
  schoolIndexCommand,
  postcodeIndexCommand,
  mcpCommand,
  completionCommand,
];

const guide = `
Examples:
  $ maths-hubs editions                     which school years there are
  $ maths-hubs edition 2020/21              one year's terms, each with its source
  $ maths-hubs programme                    what teaching for mastery is, and who does what
  $ maths-hubs diff 2020/21 2024/25         what changed between two years
  $ maths-hubs validate my-edition.json     every fault in a file you wrote
  $ maths-hubs edition 2024/25 --json | jq '.phases[].id'

Text is for people; --json is for programs and works on every command.
Exit codes: 0 all well; 1 a finding, or a fault in what was given; 2 used wrongly, or could not look.`;

/**
 * Runs the command line and sets `process.exitCode`.
 * @param args  what follows the program's name
 */
export async function main(args: readonly string[]): Promise<void> {
  process.exitCode = EXIT.ok;
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error, args.includes('--json'));
  }
}

function createProgram(): Command {
  const program = newProgram()
    .description(
      "England's Teaching for Mastery programme from a terminal: cited, dated, and honest about the unknown.",
    )
    .addHelpText('after', guide)
    .showHelpAfterError('(add --help for examples)')
    .exitOverride();
  for (const add of commands) add(program);
  for (const command of leaves(program)) command.option('--json', 'print JSON, for programs');
  return program;
}

/** The commands that do something, at any depth. */
function leaves(command: Command): Command[] {
  return command.commands.flatMap((child) => (child.commands.length > 0 ? leaves(child) : [child]));
}
