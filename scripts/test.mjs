/**
 * What a change must pass before anything else is looked at, in the browsers named by BROWSERS (Chromium alone by default).
 * `npm run check` runs this and all the rest.
 */
import { runSteps } from './lib/steps.mjs';
import { testSteps } from './lib/test-steps.mjs';

const ok = await runSteps(testSteps({ browsers: process.env.BROWSERS ?? 'chromium', whole: false }));
process.exitCode = ok ? 0 : 1;
