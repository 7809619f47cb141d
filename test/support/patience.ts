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
