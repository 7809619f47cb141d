import type { Way } from './holds.js';

/** Kinds of site, as the tabs have them. */
export type OutputId = 'html' | 'wordpress' | 'wix' | 'squarespace' | 'iframe' | 'static' | 'link';

const WAYS: Readonly<Record<OutputId, Way | undefined>> = {
  html: 'page',
  wordpress: 'page',
  squarespace: 'page',
  wix: 'element',
  iframe: 'frame',
  link: 'frame',
  static: undefined,
};

/** How widgets reach that kind of site; undefined where none does, only their content. */
export function wayOf(output: OutputId): Way | undefined {
  return WAYS[output];
}
