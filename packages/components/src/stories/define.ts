import { Stories } from './stories.js';

Stories.define('mh-stories');
