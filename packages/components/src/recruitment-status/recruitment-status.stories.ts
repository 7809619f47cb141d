import '../settings/define.js';
import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Recruitment status', component: 'mh-recruitment-status' };

export const Open = storyOf(examples.open);
export const ClosingSoon = storyOf(examples.closingSoon);
export const Closed = storyOf(examples.closed);
export const RegisterInterest = storyOf(examples.registerInterest);
export const FullyBooked = storyOf(examples.fullyBooked);
export const Unknown = storyOf(examples.unknown);
export const Unreadable = storyOf(examples.unreadable);
