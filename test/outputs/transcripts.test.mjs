/** Each thing that is listened to with a screen reader has its transcript beside the widget, and the files hold no other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCENARIOS } from '../reader/scenarios.ts';
import { keptTranscript } from '../reader/transcripts.ts';

it.each(SCENARIOS.map((scenario) => [`${scenario.of}: ${scenario.name}`, scenario]))('%s', (_, scenario) => {
  const kept = keptTranscript(scenario);
  expect(kept, 'WRITE_TRANSCRIPTS=1 npx vitest run --root test/reader').toBeDefined();
  // What was pressed, and what was said then.
  expect(kept).toMatch(/^> .+\n {2}.+/);
});

it('keeps nothing that is listened to no more', () => {
  for (const beside of new Set(SCENARIOS.map((each) => each.beside))) {
    const text = readFileSync(new URL(`../../${beside}/screen-reader.md`, import.meta.url), 'utf8');
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual(
      SCENARIOS.filter((each) => each.beside === beside).map(({ name }) => name),
    );
  }
});
