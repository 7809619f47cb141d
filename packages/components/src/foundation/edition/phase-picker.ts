import type { Edition } from '@maths-hubs/sdk/programme';
import type { TemplateResult } from 'lit';
import { selectField } from '../controls.js';
import { shortPhaseName } from './term-text.js';

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
