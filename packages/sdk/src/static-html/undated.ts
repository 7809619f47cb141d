import { fillPhase, type Edition, type UndatedFacts } from '../programme/index.js';
import { heading, html, list, type Markup } from './markup.js';
import { Notes } from './notes.js';
import { termList } from './terms.js';

/** Evidence without a known year, separate from the year's terms and with its own sources. */
export function undated({ evidence, sources }: UndatedFacts, edition: Edition, level: number): Markup {
  const notes = new Notes(sources);
  return html`${heading(level, 'More from hubs (date not known)')}
    <p>These pages do not say which year they speak of, so ask before you rely on them.</p>
    ${evidence.map(
      ({ title, why, phases, statements }) =>
        html`<section>
          ${heading(level + 1, title)}
          <p>${why}</p>
          ${phases.map((phase) => {
            const filled = fillPhase(phase);
            const known = { ...edition, phases: phases.map(fillPhase) };
            return html`<p>
                <strong>${phase.name.value ?? phase.id}</strong>${notes.mark(phase.name.source)}
              </p>
              ${termList(known, filled, notes, knownTerms(phase.terms))}`;
          })}
          ${list(statements.map(({ value, source }) => html`${value}${notes.mark(source)}`))}
        </section>`,
    )}${notes.section(level + 1)}`;
}

function knownTerms<T extends object>(terms: T): (keyof T)[] {
  return Object.keys(terms) as (keyof T)[];
}
