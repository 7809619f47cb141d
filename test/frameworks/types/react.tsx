import type {} from '@maths-hubs/components/types/react';

export const right = (
  <mh-journey-map
    edition="2024/25"
    heading-level="3"
    className="ours"
    onmh-phase-toggle={(event) => event.phase.toUpperCase()}
    ref={(map) => void map?.shown?.schoolYear}
  />
);
export const wrong = [
  // @ts-expect-error a year is text
  <mh-journey-map edition={2024} />,
  // @ts-expect-error data is an edition
  <mh-journey-map data="2024/25" />,
  // @ts-expect-error there is no such attribute
  <mh-journey-map year="2024/25" />,
  // @ts-expect-error the event has no such field
  <mh-journey-map onmh-phase-toggle={(event) => event.year} />,
  // @ts-expect-error there is no such tag
  <mh-journey />,
];
