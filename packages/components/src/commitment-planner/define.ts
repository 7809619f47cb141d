import { CommitmentPlanner } from './commitment-planner.js';

CommitmentPlanner.define('mh-commitment-planner');
