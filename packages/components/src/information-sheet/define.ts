import { InformationSheet } from './information-sheet.js';

InformationSheet.define('mh-information-sheet');
