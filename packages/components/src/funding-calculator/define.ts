import { FundingCalculator } from './funding-calculator.js';

FundingCalculator.define('mh-funding-calculator');
