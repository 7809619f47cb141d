import { readFileSync } from 'node:fs';
import { Command, type Option } from 'commander';

/** What commander has on every command and does not declare. */
interface Complaints {
  unknownOption(flag: string): never;
}

/**
 * A command that complains of an option it does not know before one that is missing: who writes `--output` for
 * `--out` has not forgotten it, and needs the suggestion.
 */
class HelpfulCommand extends Command {
  override createCommand(name?: string): Command {
    return new HelpfulCommand(name);
  }

  missingMandatoryOptionValue(option: Option): void {
    const known = new Set(this.options.flatMap(({ short, long }) => [short, long]));
    const end = this.args.indexOf('--');
    const flag = this.args
      .slice(0, end === -1 ? undefined : end)
      .find((arg) => /^-./.test(arg) && !known.has(arg.split('=')[0]));
    if (flag !== undefined) (this as unknown as Complaints).unknownOption(flag);
    this.error(`error: required option '${option.flags}' not specified`, {
      code: 'commander.missingMandatoryOptionValue',
    });
  }
}

/** The program without its commands. Its version is the package's. */
export function newProgram(): Command {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return new HelpfulCommand('maths-hubs').version(version, '-V, --version', 'print the version');
}
