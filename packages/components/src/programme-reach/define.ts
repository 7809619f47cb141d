import { ProgrammeReach } from './programme-reach.js';

ProgrammeReach.define('mh-programme-reach');
