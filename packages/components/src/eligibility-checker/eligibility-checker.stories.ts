import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Eligibility checker', component: 'mh-eligibility-checker' };

export const WayIn = storyOf(examples.wayIn);
export const OnePhase = storyOf(examples.onePhase);
export const Register = storyOf(examples.register);
export const Year = storyOf(examples.year);
export const Eligible = storyOf(examples.eligible);
export const NotEligible = storyOf(examples.notEligible);
export const Never = storyOf(examples.never);
export const HubDecides = storyOf(examples.hubDecides);
export const NotKnown = storyOf(examples.notKnown);
export const Secondary = storyOf(examples.secondary);
export const NoDoor = storyOf(examples.noDoor);
export const NoPhases = storyOf(examples.noPhases);
export const UnknownPhase = storyOf(examples.unknownPhase);
export const UnknownYear = storyOf(examples.unknownYear);
export const RightToLeft = storyOf(examples.rightToLeft);
export const Dark = storyOf(examples.dark);
