import { JourneyMap } from './journey-map.js';

JourneyMap.define('mh-journey-map');
