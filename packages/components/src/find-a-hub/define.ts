import { FindAHub } from './find-a-hub.js';

FindAHub.define('mh-find-a-hub');
