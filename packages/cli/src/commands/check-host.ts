import type { Command } from 'commander';
import { finding, print, type OutputOptions } from '../output.js';
import { publicAddress } from '../pages/ask.js';
import { findingsText } from '../pages/findings-text.js';
import { lookAtHost } from '../pages/look-at-host.js';

export function checkHostCommand(program: Command): void {
  program
    .command('check-host')
    .description(
      'Look at a folder of widgets on a server: every file there, whole, with the type and headers that browsers ask for.',
    )
    .argument('<url>', 'address of the folder that holds embed.js')
    .addHelpText(
      'after',
      `
Exit codes: 0 all well; 1 something to put right; 2 could not look.

Examples:
  $ maths-hubs check-host https://hub.example/widgets/
  $ maths-hubs check-host https://hub.example/widgets/embed.js --json`,
    )
    .action(async (url: string, options: OutputOptions) => {
      const seen = await lookAtHost(publicAddress(url));
      const ok = !seen.findings.some(({ severity }) => severity === 'error');
      print(options, { ok, ...seen }, () =>
        [
          `${seen.folder}, version ${seen.version}: ${seen.files} files as they were built.`,
          findingsText(seen.findings),
        ].join('\n'),
      );
      if (!ok) finding();
    });
}
