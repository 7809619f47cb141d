import { wordingOf, type Strings } from './wording.js';

/**
 * Texts that several widgets have in common, so that a hub rewords a thing once: it replaces any by its key through
 * `<mh-settings>`. The title of a widget that others link to is also the text of those links.
 */
export const SHARED_STRINGS = {
  'find.title': 'Find your Maths Hub',
  'check.title': 'Can our school join?',
  'shared.apply': 'Apply',
  'shared.back': 'Back',
  'shared.change': 'Change',
  'shared.continue': 'Continue',
  'shared.editor': 'For the person who looks after this page',
  'shared.not-sure': 'Not sure',
  'shared.problem': 'There is a problem',
  'shared.source': 'source',
  'shared.undated': 'undated',
  'shared.up-to': 'up to {amount}',
  'shared.no': 'No',
  'shared.when': 'When',
  'shared.yes': 'Yes',
} as const;

/** Reads one text of a widget: its own, or one that widgets share. */
export type Text<Own extends Strings = Record<never, string>> = (
  key: (keyof Own & string) | keyof typeof SHARED_STRINGS,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** A widget's own texts with the shared ones; a hub's wording wins. */
export function textOf<Own extends Strings>(own: Own, wording: Strings | undefined): Text<Own> {
  return wordingOf({ ...SHARED_STRINGS, ...own }, wording);
}
