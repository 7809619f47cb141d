/**
 * Room that the loader keeps for each widget until it is drawn, in pixels: on a phone (390 px), and from 700 px on. A little less than
 * what the widget takes with the national terms, so that no gap is left below one that says less. `npm run bench -- page` shows what jumps.
 */
export const ROOMS = {
  'recruitment-status': [125, 40],
  'journey-map': [1350, 750],
  'find-a-hub': [1225, 1225],
  'eligibility-checker': [1025, 875],
  'funding-calculator': [1150, 615],
  'commitment-planner': [1575, 1000],
  'information-sheet': [900, 1425],
  'mastery-guide': [5000, 2600],
  'specialist-path': [1625, 1125],
  'programme-reach': [1075, 825],
  'apply-form': [1600, 1400],
};
