import { Settings } from './settings.js';

Settings.define('mh-settings');
