import {
  specialistPath,
  type Edition,
  type GuideLine,
  type Programme,
  type WiderRules,
} from '../programme/index.js';
import { heading, html, list, type Markup } from './markup.js';
import { Notes } from './notes.js';
import { contactOf } from './phases.js';

/** How a teacher becomes a Mastery Specialist under one year's terms; for what no source states, ask the hub. */
export function specialists(
  rules: WiderRules,
  { schoolYear, contact }: Edition,
  programme: Programme | undefined,
  level: number,
): Markup {
  const notes = new Notes(rules.sources);
  const { stages, training, years } = specialistPath(rules, schoolYear, programme);
  const line = ({ name, text, notes: more, source }: GuideLine): Markup =>
    html`${name && html`<strong>${name}</strong>: `}${text}${notes.mark(source)}
    ${more.length > 0 && html`<br /><em>${more.join(' ')}</em>`}`;
  return html`<p>
      ${programme === 'secondary' ? 'Secondary' : 'Primary'} Mastery Specialists, ${schoolYear}.
      ${years.includes(schoolYear) ? null : `Years with evidence: ${years.join(', ')}.`}
    </p>
    ${stages.map(
      ({ title, lines }) =>
        html`${heading(level + 1, title)}
        ${
          list(lines.map(line)) ??
          html`<p>No public source of ${schoolYear} states it. Ask ${contactOf(contact)}.</p>`
        }`,
    )}
    ${
      training.length > 0 && html`${heading(level + 1, 'The training as a whole')}${list(training.map(line))}`
    }${notes.section(level + 1)}`;
}
