import { MhSettings } from './settings.js';

MhSettings.define('mh-settings');
