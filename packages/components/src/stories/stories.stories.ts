import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Stories', component: 'mh-stories' };

export const Listed = storyOf(examples.listed);
export const Named = storyOf(examples.named);
export const Told = storyOf(examples.told);
export const None = storyOf(examples.none);
export const Dark = storyOf(examples.dark);
