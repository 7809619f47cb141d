import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Commitment planner', component: 'mh-commitment-planner' };

export const BestKnown = storyOf(examples.bestKnown);
export const Unknowns = storyOf(examples.unknowns);
export const Dated = storyOf(examples.dated);
export const NoPhases = storyOf(examples.noPhases);
export const UnknownYear = storyOf(examples.unknownYear);
export const Dark = storyOf(examples.dark);
