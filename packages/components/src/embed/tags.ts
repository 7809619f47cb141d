/** Every widget's tag and the module that registers it: one chunk a tag. */
export const TAGS: Readonly<Record<string, () => Promise<unknown>>> = {
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
  'mh-programme-reach': () => import('../programme-reach/define.js'),
};
