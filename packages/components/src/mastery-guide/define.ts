import { MasteryGuide } from './mastery-guide.js';

MasteryGuide.define('mh-mastery-guide');
