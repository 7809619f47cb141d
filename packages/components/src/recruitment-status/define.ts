import { RecruitmentStatusLine } from './recruitment-status.js';

RecruitmentStatusLine.define('mh-recruitment-status');
