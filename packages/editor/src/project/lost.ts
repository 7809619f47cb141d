import { shortPhaseName, TERMS, type TermId } from '@maths-hubs/sdk/programme';
import { widgetName } from '../widgets/manifest.js';
import { weightOf, type Project } from './project.js';

/** What a change took away, or how much it put in, by name; undefined for one that is undone by typing. */
export function changeInWords(before: Project, next: Project): string | undefined {
  const lost = lostBetween(before, next);
  if (lost.length > 0)
    return `${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ` and ${lost.length - 3} more` : ''}: taken away.`;
  const gained = weightOf(next) - weightOf(before);
  return gained > 4 ? `${gained} terms were taken over.` : undefined;
}

function lostBetween(before: Project, next: Project): string[] {
  const [old, now] = [before.edition, next.edition];
  const nameOf = (id: string): string => shortPhaseName(old, id);
  const gone = old.phases.filter(({ id }) => !now.phases.some((phase) => phase.id === id));
  if (gone.length > 0) return gone.map(({ id }) => nameOf(id));
  const inPhases = old.phases.flatMap(({ id, terms, requirements }) => {
    const kept = now.phases.find((phase) => phase.id === id);
    return [
      ...(Object.keys(terms) as TermId[])
        .filter((term) => terms[term].value !== null && kept?.terms[term].value === null)
        .map((term) => `${TERMS[term].label}, ${nameOf(id)}`),
      ...fewer(requirements, kept?.requirements, `A requirement of ${nameOf(id)}`),
    ];
  });
  return [
    ...inPhases,
    ...fewer(old.entryPoints, now.entryPoints, 'A way into the programme'),
    ...fewer(old.doors, now.doors, 'A line of “Which school goes where”'),
    ...fewer(old.recruitment, now.recruitment, 'A recruitment window'),
    ...fewer(old.calendar?.events, now.calendar?.events, 'A date'),
    ...fewer(old.calendar?.halfTerms, now.calendar?.halfTerms, 'A half-term'),
    ...before.widgets
      .filter(({ tag }) => !next.widgets.some((widget) => widget.tag === tag))
      .map(({ tag }) => widgetName(tag)),
    ...fewer(Object.keys(before.wording), Object.keys(next.wording), 'A text of your own'),
    ...fewer(before.unread, next.unread, 'A part of your file that could not be read'),
  ];
}

/** A name where a list got shorter. */
function fewer(old: readonly unknown[] = [], now: readonly unknown[] = [], name: string): string[] {
  return now.length < old.length ? [name] : [];
}
