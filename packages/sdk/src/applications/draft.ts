import type { Answers } from './application.js';
import type { ApplicationForm } from './form.js';

/** An unfinished application: any part may be missing. Plain JSON, saved only if the person asks for that. */
export interface Draft {
  readonly format: 'maths-hubs-draft/1';
  readonly hub: string;
  readonly edition: { readonly schoolYear: string; readonly version: string };
  readonly answers: Answers;
  readonly readiness: Readonly<Record<string, string>>;
  /** Whether the agreement was ticked. */
  readonly agreed: boolean;
  /** ISO time of the last change. */
  readonly savedAt: string;
  /** Sent with the application, so that a second press does not send it twice. */
  readonly key: string;
}

/** Days a draft may stay on a device. */
export const DRAFT_DAYS = 30;

/**
 * A draft with no answer yet.
 * @param key the application's own key, the same for every retry
 * @param savedAt the moment, in UTC: `2026-11-22T17:00:00Z`
 */
export function newDraft(form: ApplicationForm, key: string, savedAt: string): Draft {
  return {
    format: 'maths-hubs-draft/1',
    hub: form.hub,
    edition: form.edition,
    answers: {},
    readiness: {},
    agreed: false,
    savedAt,
    key,
  };
}

/** The result for a stored draft: it fits, it was adapted (with what was dropped), or it cannot be used. */
export type Migration =
  | { readonly outcome: 'kept' | 'changed'; readonly draft: Draft; readonly dropped: readonly string[] }
  | { readonly outcome: 'unusable'; readonly why: 'not-a-draft' | 'newer-format' | 'other-hub' | 'expired' };

/**
 * Fits a stored draft to today's form. Answers to fields no longer asked and phases no longer offered are dropped
 * by name; an agreement to other terms is withdrawn, because nobody has read the new ones.
 * @param stored  whatever the device has stored
 * @param now  the current time, ISO
 */
export function migrateDraft(stored: unknown, form: ApplicationForm, now: string): Migration {
  if (
    !isRecord(stored) ||
    typeof stored.format !== 'string' ||
    !stored.format.startsWith('maths-hubs-draft/')
  )
    return { outcome: 'unusable', why: 'not-a-draft' };
  if (stored.format !== 'maths-hubs-draft/1') return { outcome: 'unusable', why: 'newer-format' };
  const { hub, edition, answers, readiness, agreed, savedAt, key } = stored;
  if (
    !isRecord(edition) ||
    !isRecord(answers) ||
    !isRecord(readiness) ||
    typeof savedAt !== 'string' ||
    typeof key !== 'string' ||
    Number.isNaN(Date.parse(savedAt))
  )
    return { outcome: 'unusable', why: 'not-a-draft' };
  if (hub !== form.hub) return { outcome: 'unusable', why: 'other-hub' };
  if (Date.parse(now) - Date.parse(savedAt) > DRAFT_DAYS * 86_400_000)
    return { outcome: 'unusable', why: 'expired' };

  const dropped: string[] = [];
  const kept: Record<string, string | string[]> = {};
  for (const [id, answer] of Object.entries(answers)) {
    const fitted = fitAnswer(id, answer, form);
    if (fitted === undefined) dropped.push(id);
    else kept[id] = fitted;
  }
  const questions = form.phases.find(({ id }) => id === kept.phase)?.readiness ?? [];
  const keptReadiness: Record<string, string> = {};
  for (const [id, answer] of Object.entries(readiness)) {
    const question = questions.find((each) => each.id === id);
    if (typeof answer === 'string' && question?.options.some(({ value }) => value === answer))
      keptReadiness[id] = answer;
    else dropped.push(`readiness.${id}`);
  }
  const sameTerms =
    edition.schoolYear === form.edition.schoolYear && edition.version === form.edition.version;
  if (agreed === true && !sameTerms) dropped.push('agreement');
  const draft: Draft = {
    format: 'maths-hubs-draft/1',
    hub: form.hub,
    edition: form.edition,
    answers: kept,
    readiness: keptReadiness,
    agreed: agreed === true && sameTerms,
    savedAt,
    key,
  };
  return { outcome: dropped.length > 0 || !sameTerms ? 'changed' : 'kept', draft, dropped };
}

function fitAnswer(id: string, answer: unknown, form: ApplicationForm): string | string[] | undefined {
  const field = form.fields.find((each) => each.id === id);
  if (field === undefined) return undefined;
  if (field.kind === 'phases') {
    if (!Array.isArray(answer)) return undefined;
    const known = answer.filter((phase) => form.pastPhases.some((past) => past.id === phase)).map(String);
    return known.length === answer.length ? known : undefined;
  }
  if (typeof answer !== 'string') return undefined;
  if (field.kind === 'phase' && !form.phases.some((phase) => phase.id === answer)) return undefined;
  return answer;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
