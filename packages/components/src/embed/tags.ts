/** A widget's tag. */
export interface TagLoader {
  /** Loads what it needs. */
  readonly load: () => Promise<unknown>;
  /** Room to keep until it is drawn: a letter for narrow pages and one for wide, each a number of 125 px. Written in by the build. */
  readonly room: string;
}

/**
 * Every widget's tag and the module that registers it: one chunk a tag. The build writes this table short, with every file that
 * a tag needs, code and data, so that all are asked for at once (`scripts/name-files.mjs`).
 */
export const TAGS: Readonly<Record<string, TagLoader>> = {
  'mh-settings': { load: () => import('../settings/define.js'), room: '' },
  'mh-journey-map': { load: () => import('../journey-map/define.js'), room: '' },
  'mh-eligibility-checker': { load: () => import('../eligibility-checker/define.js'), room: '' },
  'mh-recruitment-status': { load: () => import('../recruitment-status/define.js'), room: '' },
  'mh-funding-calculator': { load: () => import('../funding-calculator/define.js'), room: '' },
  'mh-find-a-hub': { load: () => import('../find-a-hub/define.js'), room: '' },
  'mh-information-sheet': { load: () => import('../information-sheet/define.js'), room: '' },
  'mh-apply-form': { load: () => import('../apply-form/define.js'), room: '' },
  'mh-commitment-planner': { load: () => import('../commitment-planner/define.js'), room: '' },
  'mh-stories': { load: () => import('../stories/define.js'), room: '' },
  'mh-mastery-guide': { load: () => import('../mastery-guide/define.js'), room: '' },
  'mh-specialist-path': { load: () => import('../specialist-path/define.js'), room: '' },
  'mh-programme-reach': { load: () => import('../programme-reach/define.js'), room: '' },
};
