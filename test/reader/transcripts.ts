/** What a screen reader said, kept beside each widget's criteria: a part for each scenario, under its name. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SCENARIOS, type Scenario } from './scenarios.js';

const root = new URL('../../', import.meta.url);
const fileOf = (beside: string): URL => new URL(`${beside}/screen-reader.md`, root);

/** The kept transcript of a scenario; undefined where there is none. */
export function keptTranscript({ beside, name }: Scenario): string | undefined {
  if (!existsSync(fileOf(beside))) return undefined;
  const part = readFileSync(fileOf(beside), 'utf8')
    .split(/^## /m)
    .find((each) => each.startsWith(`${name}\n`));
  return /```text\n(.*?)```/s.exec(part ?? '')?.[1];
}

/** Writes the files of the scenarios that were listened to, in the order of the list; what was not heard again stays. */
export function keepTranscripts(heard: ReadonlyMap<Scenario, string>): void {
  for (const beside of new Set([...heard.keys()].map((each) => each.beside))) {
    const own = SCENARIOS.filter((each) => each.beside === beside);
    const parts = own.flatMap((each) => {
      const text = heard.get(each) ?? keptTranscript(each);
      return text === undefined ? [] : [`## ${each.name}\n\n\`\`\`text\n${text}\`\`\`\n`];
    });
    const of = own[0]?.of.startsWith('<') ? `\`${own[0].of}\`` : own[0]?.of;
    writeFileSync(
      fileOf(beside),
      `# What a screen reader says: ${of}\n\nOrca with Firefox. \`>\` is what was pressed; the lines below it are what was said. Kept by \`test/reader\`.\n\n${parts.join('\n')}`,
    );
  }
}
