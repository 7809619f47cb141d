import type { Sourced } from '../facts/index.js';
import type { Frequency } from '../programme/index.js';

/**
 * What editions say of the headteacher in words only. Nothing is read out of a sentence
 * but these two plain expressions, and an item rests on the sentence's own source.
 */
export function firstWorkshop(headteacher: Sourced<readonly string[]>): string | null {
  return headteacher.value?.find((text) => /\bfirst (workshop|training)\b/i.test(text)) ?? null;
}

/** The rhythm of the headteacher's meetings, where a sentence about meetings names it. */
export function headteacherRhythm(headteacher: Sourced<readonly string[]>): Sourced<Frequency> {
  const sentence = headteacher.value?.find((text) => /\btermly\b/i.test(text) && /\bmeet/i.test(text));
  const value = sentence ? (/\bhalf-termly\b/i.test(sentence) ? 'half-termly' : 'termly') : null;
  return { value, source: headteacher.source, basis: headteacher.basis };
}
