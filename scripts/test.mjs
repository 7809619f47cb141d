/** Everything that a change must pass, in the browsers named by BROWSERS (Chromium alone by default). */
import { runSteps } from './lib/steps.mjs';
import { testSteps } from './lib/test-steps.mjs';

const ok = await runSteps(testSteps(process.env.BROWSERS ?? 'chromium'));
process.exitCode = ok ? 0 : 1;
