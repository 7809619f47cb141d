import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Apply form', component: 'mh-apply-form' };

export const First = storyOf(examples.first);
export const Faults = storyOf(examples.faults);
export const Place = storyOf(examples.place);
export const Readiness = storyOf(examples.readiness);
export const Agreement = storyOf(examples.agreement);
export const Check = storyOf(examples.check);
export const Interest = storyOf(examples.interest);
export const Link = storyOf(examples.link);
export const Mail = storyOf(examples.mail);
export const NotSetUp = storyOf(examples.notSetUp);
export const UnknownYear = storyOf(examples.unknownYear);
export const NoPhases = storyOf(examples.noPhases);
export const Dark = storyOf(examples.dark);
