import type { Answers, ApplicationForm } from '@maths-hubs/sdk/applications';
import type { SharedSettings } from '../foundation/settings-store.js';

/** Who the school is, according to a GIAS row or an index. */
export interface KnownSchool {
  readonly name?: string | null;
  readonly urn?: string | null;
  readonly postcode?: string | null;
}

/**
 * What this page knows already, as answers; only what the form asks and offers.
 * @param tellings  who the school is, as one or another tells it; the last that knows wins
 * @param phase  what the page itself names
 */
export function knownAnswers(
  form: ApplicationForm,
  { school: facts = {}, phase: here, decision }: SharedSettings,
  tellings: readonly (KnownSchool | undefined)[],
  phase: string,
): Answers {
  const told = (part: keyof KnownSchool): string | undefined =>
    tellings.flatMap((each) => each?.[part] || []).at(-1);
  const chosen = [phase, decision?.phase.id, here].find((id) => form.phases.some((each) => each.id === id));
  const past = form.pastPhases
    .map(({ id }) => id)
    .filter((id) => typeof facts[id] === 'string' && facts[id] !== 'never');
  const known = {
    schoolName: told('name'),
    urn: told('urn'),
    postcode: told('postcode'),
    phase: chosen,
    pastPhases: past.length > 0 ? past : undefined,
  };
  return Object.fromEntries(
    Object.entries(known).filter(
      ([id, answer]) => Boolean(answer) && form.fields.some((field) => field.id === id),
    ),
  );
}

/**
 * What need not be asked: a school that was picked by name and postcode, and a past that the checker has asked after.
 */
export function toldFields(known: Answers, { school: facts = {} }: SharedSettings): readonly string[] {
  const school =
    known.schoolName && known.postcode ? ['schoolName', 'postcode', ...(known.urn ? ['urn'] : [])] : [];
  const past = typeof facts.development === 'string' ? ['pastPhases'] : [];
  return [...school, ...past];
}
