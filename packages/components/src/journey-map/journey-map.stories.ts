import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Journey map', component: 'mh-journey-map' };

export const FourPhases = storyOf(examples.fourPhases);
export const Opened = storyOf(examples.opened);
export const OnePhase = storyOf(examples.onePhase);
export const TwoStrands = storyOf(examples.twoStrands);
export const NoPhases = storyOf(examples.noPhases);
export const Secondary = storyOf(examples.secondary);
export const SecondaryUnknown = storyOf(examples.secondaryUnknown);
export const UnknownYear = storyOf(examples.unknownYear);
export const Unreadable = storyOf(examples.unreadable);
export const RightToLeft = storyOf(examples.rightToLeft);
export const Dark = storyOf(examples.dark);
