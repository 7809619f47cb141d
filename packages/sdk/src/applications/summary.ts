import type { Application } from './application.js';
import { SECTIONS } from './fields.js';
import type { SectionId } from './fields.js';
import type { ApplicationForm } from './form.js';

/** One answer in words, for a check-your-answers page, a receipt or a letter. */
export interface AnswerLine {
  readonly section: SectionId;
  readonly field: string;
  readonly label: string;
  /** Empty if unanswered. */
  readonly answer: string;
}

/** Every question of a form with its answer, in the form's order. */
export function answersInWords(
  { answers, readiness, agreement }: Pick<Application, 'answers' | 'readiness' | 'agreement'>,
  form: ApplicationForm,
): readonly AnswerLine[] {
  const nameOf = (id: string): string => form.pastPhases.find((phase) => phase.id === id)?.name ?? id;
  const lines: AnswerLine[] = form.fields.map(({ id, section, label }) => {
    if (id === 'pastPhases')
      return { section, field: id, label, answer: (answers.pastPhases ?? []).map(nameOf).join(', ') };
    const answer = answers[id] ?? '';
    return { section, field: id, label, answer: id === 'phase' && answer !== '' ? nameOf(answer) : answer };
  });
  const phase = form.phases.find(({ id }) => id === answers.phase);
  for (const { id, question, options } of phase?.readiness ?? [])
    lines.push({
      section: 'readiness',
      field: `readiness.${id}`,
      label: question,
      answer: options.find(({ value }) => value === readiness[id])?.label ?? '',
    });
  lines.push({
    section: 'agreement',
    field: 'agreement',
    label: 'The headteacher agrees to the commitments listed',
    answer: agreement === null ? '' : 'Yes',
  });
  const order = SECTIONS.map(({ id }) => id);
  return lines.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}
