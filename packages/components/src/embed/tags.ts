/** Loads what a tag needs. */
export interface TagLoader {
  (): Promise<unknown>;
  /** Room to keep until it is drawn: a letter for narrow pages and one for wide, each a number of 125 px. Written in by the build. */
  readonly room?: string;
}

/**
 * Every widget's tag and the module that registers it: one chunk a tag. The build writes this table short, with every file that
 * a tag needs, so that all are asked for at once (`scripts/name-files.mjs`).
 */
export const TAGS: Readonly<Record<string, TagLoader>> = {
  'mh-settings': () => import('../settings/define.js'),
  'mh-journey-map': () => import('../journey-map/define.js'),
  'mh-eligibility-checker': () => import('../eligibility-checker/define.js'),
  'mh-recruitment-status': () => import('../recruitment-status/define.js'),
  'mh-funding-calculator': () => import('../funding-calculator/define.js'),
  'mh-find-a-hub': () => import('../find-a-hub/define.js'),
  'mh-information-sheet': () => import('../information-sheet/define.js'),
  'mh-apply-form': () => import('../apply-form/define.js'),
  'mh-commitment-planner': () => import('../commitment-planner/define.js'),
  'mh-stories': () => import('../stories/define.js'),
  'mh-mastery-guide': () => import('../mastery-guide/define.js'),
  'mh-specialist-path': () => import('../specialist-path/define.js'),
  'mh-programme-reach': () => import('../programme-reach/define.js'),
};
