import type { Case } from '../model/desk.js';
import type { DeskState } from './state.js';

/** Names that a question lists one by one. */
const NAMED = 10;

/** Erases for good, if that is what is meant. @returns whether it was */
export async function eraseAfterAsking(state: DeskState, cases: readonly Case[]): Promise<boolean> {
  const names = cases.slice(0, NAMED).map(({ answers, reference }) => answers.schoolName ?? reference);
  const more = cases.length > NAMED ? ` and ${cases.length - NAMED} more` : '';
  const meant = await state.confirm({
    title: 'Erase for good?',
    text: [
      `${names.join(', ')}${more}: answers, notes and letters. This cannot be undone, and a restored backup does not bring it back.`,
    ],
    yes: 'Erase',
    no: 'Keep',
    danger: true,
  });
  if (!meant) return false;
  const references = cases.map(({ reference }) => reference);
  await state.act(() => state.source.erase(references), `${references.length} erased.`);
  return true;
}
