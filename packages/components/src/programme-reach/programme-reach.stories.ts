import './define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Programme reach', component: 'mh-programme-reach' };

export const National = storyOf(examples.national);
export const WithLocal = storyOf(examples.withLocal);
export const OneHub = storyOf(examples.oneHub);
export const Budgets = storyOf(examples.budgets);
export const BadLocal = storyOf(examples.badLocal);
export const Dark = storyOf(examples.dark);
