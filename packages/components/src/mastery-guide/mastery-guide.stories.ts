import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Mastery guide', component: 'mh-mastery-guide' };

export const Whole = storyOf(examples.whole);
export const Ideas = storyOf(examples.ideas);
export const More = storyOf(examples.more);
export const Misspelt = storyOf(examples.misspelt);
export const Dark = storyOf(examples.dark);
