import { ApplyForm } from './apply-form.js';

ApplyForm.define('mh-apply-form');
