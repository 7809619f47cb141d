import { Argument, type Command } from 'commander';
import { print, type OutputOptions } from '../output.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Words that can follow each command: its sub-commands and its options. The key is the path to it, `''` for none. */
type Words = ReadonlyMap<string, readonly string[]>;

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell that you type in').choices(SHELLS))
    .description('Print what makes your shell complete commands and options with the Tab key.')
    .addHelpText(
      'after',
      `
Examples:
  $ source <(maths-hubs completion bash)            for this terminal
  $ maths-hubs completion bash >> ~/.bashrc         for every one from now on
  $ maths-hubs completion zsh > ~/.zfunc/_maths-hubs
  $ maths-hubs completion fish > ~/.config/fish/completions/maths-hubs.fish`,
    )
    .action((shell: (typeof SHELLS)[number], options: OutputOptions) => {
      const words = wordsOf(program);
      print(options, Object.fromEntries(words), SCRIPTS[shell](words));
    });
}

function wordsOf(command: Command, path = ''): Words {
  const options = command.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : []));
  const children = command.commands.map((child) => child.name());
  return new Map([
    [path, [...children, ...options, '--help']],
    ...command.commands.flatMap((child) => [...wordsOf(child, `${path} ${child.name()}`.trim())]),
  ]);
}

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (words: Words) => string>> = {
  bash: (words) => `_maths_hubs() {
  local path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || path="\${path:+$path }$word"
  done
  local words
  case "$path" in
${cases(words)}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _maths_hubs maths-hubs`,
  zsh: (words) => `#compdef maths-hubs
_maths_hubs() {
  local path_so_far="" word words_now
  for word in \${words[2,CURRENT-1]}; do
    [[ $word == -* ]] || path_so_far="\${path_so_far:+$path_so_far }$word"
  done
  case "$path_so_far" in
${cases(words).replaceAll('words=', 'words_now=')}
  esac
  compadd -- \${=words_now}
  _files
}
compdef _maths_hubs maths-hubs`,
  fish: (words) =>
    [...words]
      .flatMap(([path, all]) => {
        const seen =
          path === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${path.split(' ').at(-1)}`;
        return all.map((word) =>
          word.startsWith('--')
            ? `complete -c maths-hubs -n '${seen}' -l ${word.slice(2)}`
            : `complete -c maths-hubs -n '${seen}' -a ${word}`,
        );
      })
      .join('\n'),
};

/** The longest path first: what follows `hub` is not what follows `hub check`. */
function cases(words: Words): string {
  const paths = [...words].filter(([path]) => path !== '').sort(([a], [b]) => b.length - a.length);
  return [
    ...paths.map(([path, all]) => `    "${path}"|"${path} "*) words="${all.join(' ')}" ;;`),
    `    *) words="${(words.get('') ?? []).join(' ')}" ;;`,
  ].join('\n');
}
