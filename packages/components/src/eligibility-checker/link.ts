/** Start of the fragment that carries a check. */
export const FRAGMENT = '#mh-check?';

/** What stands in a fragment that carries a check; undefined when it carries none. */
export function entriesOf(fragment: string): URLSearchParams | undefined {
  return fragment.startsWith(FRAGMENT) ? new URLSearchParams(fragment.slice(FRAGMENT.length)) : undefined;
}
