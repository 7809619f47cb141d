import type { Edition, WiderRules } from '../programme/index.js';
import { heading, html, list, type Markup } from './markup.js';
import { Notes } from './notes.js';
import { eachPhase, wholePhase } from './phases.js';

/** The other projects of a year, each with who may join; null where there are none. */
export function linked(
  { linkedProjects, schoolYear }: Edition,
  wider: WiderRules | undefined,
  level: number,
  notes: Notes,
): Markup | null {
  if (linkedProjects.length === 0) return null;
  return html`${heading(level, 'Other projects of the Maths Hubs')}
  ${list(
    linkedProjects.map(({ id, name, summary, prerequisite, source, basis }) => {
      const rules =
        basis === 'hub'
          ? undefined
          : wider?.linked.find((each) => each.project === id && each.schoolYear === schoolYear);
      return html`<strong>${name}</strong>: ${summary}${notes.mark(source)}
        ${
          rules
            ? list(rules.requirements.map((each) => html`${each.statement}${notes.mark(each.source)}`))
            : (prerequisite ?? 'No source states who may join. Ask your hub.')
        }`;
    }),
  )}`;
}

/** The way on for a secondary or all-through school: the secondary phases as far as there is evidence. */
export function secondaryWay(secondary: Edition, level: number): Markup {
  const notes = new Notes(secondary.sources);
  return html`${heading(level, 'Secondary schools')}
    <p>
      There is a separate programme for secondary schools. What public sources tell of it in
      ${secondary.schoolYear}:
    </p>
    ${secondary.note && html`<p>${secondary.note}</p>`}
    ${eachPhase(secondary, {}, level + 1, (phase) => wholePhase(secondary, phase, level + 2, notes))}
    ${notes.section(level + 1)}`;
}
