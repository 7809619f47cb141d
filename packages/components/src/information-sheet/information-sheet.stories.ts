import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Information sheet', component: 'mh-information-sheet' };

export const BestKnown = storyOf(examples.bestKnown);
export const Unknowns = storyOf(examples.unknowns);
export const OtherPhase = storyOf(examples.otherPhase);
export const Secondary = storyOf(examples.secondary);
export const OwnTerms = storyOf(examples.ownTerms);
export const Whole = storyOf(examples.whole);
export const Governors = storyOf(examples.governors);
export const GovernorsUnknown = storyOf(examples.governorsUnknown);
export const NoPhases = storyOf(examples.noPhases);
export const Unreadable = storyOf(examples.unreadable);
export const Dark = storyOf(examples.dark);
