import type { Edition, Phase } from '@maths-hubs/sdk/programme';
import type { TemplateResult } from 'lit';
import { selectField } from '../foundation/controls.js';
import { shortPhaseName } from '../foundation/term-text.js';

const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An ISO day as a reader says it: `5 March 2027`. */
export function dayText(day: string): string {
  return LONG_DAY.format(new Date(`${day}T00:00:00Z`));
}

/** The phase that is asked for, else Development, else the first; none where the year has no phases. */
export function phaseIn(edition: Edition, wanted: string | undefined): Phase | undefined {
  const find = (id: string | undefined): Phase | undefined => edition.phases.find((phase) => phase.id === id);
  return find(wanted) ?? find('development') ?? edition.phases[0];
}

/** A choice among the year's phases. */
export function phasePicker(
  edition: Edition,
  options: {
    readonly label: string;
    readonly phase: string;
    readonly onChange: (phase: string) => void;
  },
): TemplateResult {
  return selectField({
    id: 'phase',
    label: options.label,
    value: options.phase,
    choices: edition.phases.map(({ id }) => ({ value: id, label: shortPhaseName(edition, id) })),
    onChange: options.onChange,
  });
}
