/** Start of the fragment that carries a check. */
export const FRAGMENT = '#mh-check?';

/** The check in a fragment; undefined if there is none. */
export function entriesOf(fragment: string): URLSearchParams | undefined {
  return fragment.startsWith(FRAGMENT) ? new URLSearchParams(fragment.slice(FRAGMENT.length)) : undefined;
}
