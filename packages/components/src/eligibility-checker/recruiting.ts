import { applyingOn, type Edition, type PhaseId } from '@maths-hubs/sdk/programme';

/** Whether a school may apply today, or only leave its name: the form beside the checker says the same. */
export function takesApplications(edition: Edition, today: string, phase: PhaseId | null): boolean {
  return applyingOn(edition, { on: today, ...(phase && { phase }) }).kind === 'application';
}
