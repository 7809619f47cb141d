import { EligibilityChecker } from './eligibility-checker.js';

EligibilityChecker.define('mh-eligibility-checker');
