import type { ApplicationForm, Draft, SectionId } from '@maths-hubs/sdk/applications';

/** One page of the form: a person meets four at most for what is asked by default. */
export type StepId = 'school' | 'you' | 'agreement' | 'check';

/** The sections of each page, in the order in which they are asked. */
const PAGES: readonly (readonly [StepId, readonly SectionId[]])[] = [
  ['school', ['school', 'place']],
  ['you', ['you', 'teachers']],
  ['agreement', ['readiness', 'agreement']],
];

/** A step out of what was kept of it; undefined where it is none. */
export function readStep(kept: unknown): StepId | undefined {
  return kept === 'check' ? kept : PAGES.find(([page]) => page === kept)?.[0];
}

/**
 * What a form asks this school, section by section.
 * @param only  whether the form asks just what it passes on: nothing of it is left out, nothing is agreed to
 */
export function sectionsOf(
  form: ApplicationForm,
  draft: Draft,
  kind: 'application' | 'interest',
  only: boolean,
): readonly SectionId[] {
  const phase = form.phases.find(({ id }) => id === draft.answers.phase);
  const asks = (section: SectionId): boolean => {
    const fields = form.fields.filter((field) => field.section === section);
    if (only) return fields.length > 0;
    if (kind === 'interest' && (section === 'teachers' || section === 'agreement'))
      return fields.some(({ required }) => required);
    if (section === 'readiness') return kind === 'application' && (phase?.readiness ?? []).length > 0;
    return fields.length > 0 || (section === 'agreement' && kind === 'application');
  };
  return PAGES.flatMap(([, sections]) => sections).filter(asks);
}

/** The pages that hold those sections, and the last one, on which all is checked. */
export function stepsOf(sections: readonly SectionId[]): readonly StepId[] {
  const asked = PAGES.filter(([, held]) => held.some((section) => sections.includes(section)));
  return [...asked.map(([page]) => page), 'check'];
}

/** Of these sections, those on a page. */
export function sectionsOn(step: StepId, sections: readonly SectionId[]): readonly SectionId[] {
  const held = PAGES.find(([page]) => page === step)?.[1] ?? [];
  return held.filter((section) => sections.includes(section));
}

/** The page on which a fault is put right. */
export function stepOfField(field: string, form: ApplicationForm): StepId {
  if (field.startsWith('readiness.') || field === 'agreement') return 'agreement';
  const section = form.fields.find(({ id }) => id === field)?.section;
  return PAGES.find(([, sections]) => section && sections.includes(section))?.[0] ?? 'check';
}
