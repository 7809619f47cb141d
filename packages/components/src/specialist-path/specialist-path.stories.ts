import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Specialist path', component: 'mh-specialist-path' };

export const Newest = storyOf(examples.newest);
export const Unknowns = storyOf(examples.unknowns);
export const Secondary = storyOf(examples.secondary);
export const Misspelt = storyOf(examples.misspelt);
export const Dark = storyOf(examples.dark);
