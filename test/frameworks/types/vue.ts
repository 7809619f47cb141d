import type {} from '@maths-hubs/components/types/vue';
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['mh-journey-map']>['$props'];

export const right: Props = {
  edition: '2024/25',
  'heading-level': '3',
  class: 'ours',
  onMhPhaseToggle: (event) => event.phase.toUpperCase(),
};
export const wrong: Props[] = [
  // @ts-expect-error a year is text
  { edition: 2024 },
  // @ts-expect-error data is an edition
  { data: '2024/25' },
  // @ts-expect-error the event has no such field
  { onMhPhaseToggle: (event) => event.year },
];
