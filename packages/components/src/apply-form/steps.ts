import { SECTIONS, type ApplicationForm, type Draft, type SectionId } from '@maths-hubs/sdk/applications';

export type StepId = SectionId | 'check';

/**
 * What a form asks this school, step by step.
 * @param only  whether the form asks just what it passes on: nothing of it is left out, nothing is agreed to
 */
export function stepsOf(
  form: ApplicationForm,
  draft: Draft,
  kind: 'application' | 'interest',
  only: boolean,
): readonly StepId[] {
  const phase = form.phases.find(({ id }) => id === draft.answers.phase);
  const asks = (section: SectionId): boolean => {
    const fields = form.fields.filter((field) => field.section === section);
    if (only) return fields.length > 0;
    if (kind === 'interest' && (section === 'teachers' || section === 'agreement'))
      return fields.some(({ required }) => required);
    if (section === 'readiness') return kind === 'application' && (phase?.readiness ?? []).length > 0;
    return fields.length > 0 || (section === 'agreement' && kind === 'application');
  };
  return [...SECTIONS.map(({ id }) => id).filter(asks), 'check'];
}

/** The step on which a fault is put right. */
export function stepOfField(field: string, form: ApplicationForm): StepId {
  if (field.startsWith('readiness.')) return 'readiness';
  if (field === 'agreement') return 'agreement';
  return form.fields.find(({ id }) => id === field)?.section ?? 'check';
}
