import type { Answers, ApplicationForm, Draft } from '@maths-hubs/sdk/applications';

/**
 * A draft with what is in a form's controls now, however it came there: typed, chosen, or filled in by the browser.
 * Controls are known by the names that the intake takes from a form without script; what is not there stays as it was.
 */
export function readForm(element: HTMLFormElement, form: ApplicationForm, draft: Draft): Draft {
  const data = new FormData(element);
  const present = (name: string): boolean => element.elements.namedItem(name) !== null;
  const answers: Record<string, Answers[keyof Answers]> = { ...draft.answers };
  for (const { id, kind } of form.fields) {
    if (!present(id)) continue;
    const given = data.getAll(id).map(String).filter(Boolean);
    if (given.length === 0) delete answers[id];
    else answers[id] = kind === 'phases' ? given : (given[0] ?? '');
  }
  const otherPhase = answers.phase !== draft.answers.phase;
  const readiness: Record<string, string> = otherPhase ? {} : { ...draft.readiness };
  const questions = form.phases.find(({ id }) => id === answers.phase)?.readiness ?? [];
  for (const { id } of questions) {
    const answer = data.get(`readiness.${id}`);
    if (present(`readiness.${id}`) && answer !== null) readiness[id] = String(answer);
  }
  const agreed = present('agreement') ? data.has('agreement') : draft.agreed && !otherPhase;
  return { ...draft, answers, readiness, agreed };
}
