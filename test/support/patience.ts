/**
 * How long tests wait for what will come. A busy machine is no fault of the product's, so nothing here is a measure of
 * speed: only what never comes fails. Vitest's own limits, five seconds for a test and one for `expect.poll`, are not met
 * by a machine that does five other things.
 */
export const patience = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  teardownTimeout: 60_000,
  expect: { poll: { timeout: 60_000, interval: 50 } },
};

/** How long a driven page waits for what a step needs, in milliseconds. Playwright’s own half a minute is not enough at times. */
export const DRIVING = 280_000;
