import './define.js';
import '../journey-map/define.js';
import { storyOf } from '../foundation/example.js';
import { examples } from './examples.js';

export default { title: 'Settings', component: 'mh-settings' };

export const Around = storyOf(examples.around);
