/** A widget's tag. */
export interface TagLoader {
  /** Loads what it needs. */
  readonly load: () => Promise<unknown>;
  /** Room to keep until it is drawn: a letter for narrow pages and one for wide, each a number of 125 px. Written in by the build. */
  readonly room?: string;
}

/**
 * Every widget's tag and the module that registers it: one chunk a tag. The build writes this table short, with every file that
 * a tag needs, code and data, so that all are asked for at once (`scripts/name-files.mjs`).
 */
export const TAGS: Readonly<Record<string, TagLoader>> = {
  'mh-settings': { load: () => import('../settings/define.js') },
  'mh-journey-map': { load: () => import('../journey-map/define.js') },
  'mh-eligibility-checker': { load: () => import('../eligibility-checker/define.js') },
  'mh-recruitment-status': { load: () => import('../recruitment-status/define.js') },
  'mh-funding-calculator': { load: () => import('../funding-calculator/define.js') },
  'mh-find-a-hub': { load: () => import('../find-a-hub/define.js') },
  'mh-information-sheet': { load: () => import('../information-sheet/define.js') },
  'mh-apply-form': { load: () => import('../apply-form/define.js') },
  'mh-commitment-planner': { load: () => import('../commitment-planner/define.js') },
  'mh-stories': { load: () => import('../stories/define.js') },
  'mh-mastery-guide': { load: () => import('../mastery-guide/define.js') },
  'mh-specialist-path': { load: () => import('../specialist-path/define.js') },
  'mh-programme-reach': { load: () => import('../programme-reach/define.js') },
};
