/**
 * Room that the loader keeps for each widget until it is drawn, in pixels: on a phone (390 px), and from 700 px on. A little less than
 * what the widget takes with the national terms, so that no gap is left below one that says less. `npm run bench -- page` shows what jumps.
 */
export const ROOMS = {
  'recruitment-status': [125, 40],
  'journey-map': [1400, 775],
  'find-a-hub': [1800, 1300],
  'eligibility-checker': [1125, 950],
  'funding-calculator': [1250, 650],
  'commitment-planner': [3900, 2150],
  'information-sheet': [1000, 1450],
  'mastery-guide': [5000, 2600],
  'specialist-path': [1625, 1125],
  'programme-reach': [1400, 930],
  'apply-form': [1750, 1400],
};
