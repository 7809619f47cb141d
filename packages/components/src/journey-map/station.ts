import { formatMoney, formatQuantity, type Quantity } from '@maths-hubs/sdk/evidence';
import type { Edition, FundingTerm, Phase } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Icon } from '../foundation/icons.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { YearText } from '../foundation/edition/strings.js';
import type { STRINGS } from './strings.js';

/** What the path is drawn with. */
export interface PathContext {
  readonly edition: Edition;
  readonly notes: SourceNotes;
  /** Level of the widget's first heading. */
  readonly level: number;
  readonly text: YearText<typeof STRINGS>;
}

const PICTURES: Readonly<Record<string, Icon>> = {
  readiness: 'seedling',
  development: 'pair',
  embedding: 'school',
  sustaining: 'network',
  'embedding-sustaining': 'network',
};

/** The picture of a phase; a hub's own phase has its number. */
export function pictureOf(phase: Phase, index: number): TemplateResult | string {
  const picture = PICTURES[phase.id];
  return picture === undefined ? String(index + 1) : icon(picture);
}

/**
 * When a school comes to a phase, counted from its own start: `Year 1`, or `Step 1` where no source says how long the phases before it last.
 * @param groundwork  whether the school takes the optional first phase
 */
export function whenOf(
  edition: Edition,
  index: number,
  {
    isForked,
    groundwork,
    text,
  }: { readonly isForked: boolean; readonly groundwork: boolean } & Pick<PathContext, 'text'>,
): string {
  const { phases } = edition;
  if (phases.length === 1) return '';
  const skipped = isForked && !groundwork ? 1 : 0;
  if (index < skipped) return text('journey.optional-year');
  const lasting = phases.slice(skipped, -1).map(({ terms }) => terms.duration.value);
  const isCounted = lasting.every(
    (lasts) => lasts?.unit === 'year' && lasts.min === lasts.max && lasts.min !== null,
  );
  if (!isCounted) return text('journey.step', { number: index + 1 - skipped });
  const year = lasting.slice(0, index - skipped).reduce((sum, lasts) => sum + (lasts?.min ?? 0), 1);
  if (index === phases.length - 1) return text('journey.from-year', { number: year });
  return text(isForked && index === 0 ? 'journey.year-optional' : 'journey.year', { number: year });
}

interface Headline {
  readonly number: string;
  readonly label: string;
}

/** The numbers that a headteacher looks for first, as far as they are known: days out, money, teachers. Two are enough. */
export function headlines(phase: Phase, { text }: PathContext): readonly Headline[] {
  const { release, meetings, funding, teachers } = phase.terms;
  const time =
    counted(release.value, text('journey.release')) ?? counted(meetings.value, text('journey.meetings'));
  return [
    time,
    money(funding.value, text('journey.towards')),
    counted(teachers.value, text('journey.taking-part')),
  ]
    .flatMap((each) => each ?? [])
    .slice(0, 2);
}

function counted(quantity: Quantity | null, label: string): Headline | undefined {
  if (quantity === null) return undefined;
  const { per, ...amount } = quantity;
  return {
    number: formatQuantity(amount),
    label: per === undefined ? label : `${label} ${WHOM[per] ?? `per ${per}`}`,
  };
}

const WHOM: Readonly<Record<string, string>> = {
  teacher: 'for each teacher',
  'both-teachers': 'for both teachers together',
  year: 'in the year',
  school: '',
};

/** Only what every school of the phase gets. */
function money(terms: readonly FundingTerm[] | null, label: string): Headline | undefined {
  const term = terms?.find(
    ({ kind, purpose, byInvitation, pence }) =>
      kind === 'fixed' && purpose === 'release' && !byInvitation && pence,
  );
  return term?.pence ? { number: formatMoney(term.pence), label } : undefined;
}

export function numbers(all: readonly Headline[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<dl class="numbers">
    ${all.map(
      ({ number, label }) =>
        html`<div>
          <dt>${label.trim()}</dt>
          <dd>${number}</dd>
        </div>`,
    )}
  </dl>`;
}
