import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Funding calculator', component: 'mh-funding-calculator' };

export const BestKnown = storyOf(examples.bestKnown);
export const Unknowns = storyOf(examples.unknowns);
export const NothingKnown = storyOf(examples.nothingKnown);
export const OwnTerms = storyOf(examples.ownTerms);
export const NoPhases = storyOf(examples.noPhases);
export const UnknownYear = storyOf(examples.unknownYear);
export const Dark = storyOf(examples.dark);
