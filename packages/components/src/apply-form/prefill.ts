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
 * @param sources  who the school is, from one or another; the last that knows wins
 * @param phase  what the page itself names
 */
export function knownAnswers(
  form: ApplicationForm,
  { school: facts = {}, phase: here, decision }: SharedSettings,
  sources: readonly (KnownSchool | undefined)[],
  phase: string,
): Answers {
  const latest = (part: keyof KnownSchool): string | undefined =>
    sources.flatMap((each) => each?.[part] || []).at(-1);
  const chosen = [phase, decision?.phase.id, here].find((id) => form.phases.some((each) => each.id === id));
  const past = form.pastPhases
    .map(({ id }) => id)
    .filter((id) => typeof facts[id] === 'string' && facts[id] !== 'never');
  const known = {
    schoolName: latest('name'),
    urn: latest('urn'),
    postcode: latest('postcode'),
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
export function settledFields(known: Answers, { school: facts = {} }: SharedSettings): readonly string[] {
  const school =
    known.schoolName && known.postcode ? ['schoolName', 'postcode', ...(known.urn ? ['urn'] : [])] : [];
  const past = typeof facts.development === 'string' ? ['pastPhases'] : [];
  return [...school, ...past];
}
