import { RecruitmentStatus } from './recruitment-status.js';

RecruitmentStatus.define('mh-recruitment-status');
