import { guideOf, type GuideLine, type ProgrammeFacts } from '../programme/index.js';
import { heading, html, list, type Markup } from './markup.js';
import { Notes } from './notes.js';
import type { StaticOptions } from './options.js';

/** What the programme is, part by part, with its sources. */
export function guide(facts: ProgrammeFacts, { parts }: StaticOptions, level: number): Markup {
  const notes = new Notes(facts.sources);
  const line = ({ name, text, question, notes: more, source }: GuideLine): Markup =>
    html`${name && html`<strong>${name}</strong>`}${name && text ? ': ' : null}${text}${notes.mark(source)}
    ${question && html`<br />A question for a class: “${question}”`}
    ${more.length > 0 && html`<br /><em>${more.join(' ')}</em>`}`;
  return html`${guideOf(facts, parts).map(
    ({ title, blocks }) =>
      html`${heading(level + 1, title)}
      ${blocks.map(
        (block) => html`${block.title && heading(level + 2, block.title)}${list(block.lines.map(line))}`,
      )}`,
  )}${notes.section(level + 1)}`;
}
