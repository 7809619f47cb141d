import { SpecialistPath } from './specialist-path.js';

SpecialistPath.define('mh-specialist-path');
