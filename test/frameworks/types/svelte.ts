import type {} from '@maths-hubs/components/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Props = SvelteHTMLElements['mh-journey-map'];

export const right: Props = {
  edition: '2024/25',
  'heading-level': 3,
  class: 'ours',
  'onmh-phase-toggle': (event) => event.phase.toUpperCase(),
};
export const wrong: Props[] = [
  // @ts-expect-error a year is text
  { edition: 2024 },
  // @ts-expect-error data is an edition
  { data: '2024/25' },
  // @ts-expect-error the event has no such field
  { 'onmh-phase-toggle': (event) => event.year },
];
