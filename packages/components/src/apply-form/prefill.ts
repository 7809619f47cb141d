import type { Answers, ApplicationForm } from '@maths-hubs/sdk/applications';
import type { Settings } from '../foundation/settings-store.js';

/** Who the school is, as a GIAS row or an index tells. */
export interface KnownSchool {
  readonly name?: string | null;
  readonly urn?: string | null;
  readonly postcode?: string | null;
}

/** What this page knows already, as answers; only what the form asks and offers. */
export function knownAnswers(
  form: ApplicationForm,
  { schoolIdentity, school: facts = {}, phase, decision }: Settings,
  own: { readonly school: KnownSchool | undefined; readonly phase: string },
): Answers {
  const school = { ...schoolIdentity, ...own.school };
  const chosen = [own.phase, decision?.phase.id, phase].find((id) =>
    form.phases.some((each) => each.id === id),
  );
  const past = form.pastPhases
    .map(({ id }) => id)
    .filter((id) => typeof facts[id] === 'string' && facts[id] !== 'never');
  const known = {
    schoolName: school.name,
    urn: school.urn,
    postcode: school.postcode,
    phase: chosen,
    pastPhases: past.length > 0 ? past : undefined,
  };
  return Object.fromEntries(
    Object.entries(known).filter(
      ([id, answer]) => Boolean(answer) && form.fields.some((field) => field.id === id),
    ),
  );
}
