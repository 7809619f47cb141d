import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inStep } from './in-step.js';

it('lets those of one moment take each step one after another, and a later one go by itself', async () => {
  const wait = inStep();
  const steps: string[] = [];
  const go = async (name: string): Promise<void> => {
    await wait();
    for (const step of ['reads', 'stores']) {
      steps.push(`${name} ${step}`);
      await Promise.resolve();
    }
  };
  const first = [go('one'), go('another')];
  expect(steps).toEqual([]);
  await setImmediate();
  const later = go('a later one');
  await Promise.all([...first, later]);
  expect(steps).toEqual([
    'one reads',
    'another reads',
    'one stores',
    'another stores',
    'a later one reads',
    'a later one stores',
  ]);
});
