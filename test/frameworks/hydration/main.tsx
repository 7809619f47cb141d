import '@maths-hubs/components/journey-map/define';
import type { JourneyMap } from '@maths-hubs/components';
import { useMhEvents } from '@maths-hubs/components/react';
import type {} from '@maths-hubs/components/types/react';
import { useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';

/** Draws once: what it hears goes into the page by hand, so that no second drawing attaches a handler that was lost. */
function Journey() {
  const [heard] = useState(() => (words: string) => {
    document.title = words;
  });
  const map = useMhEvents<JourneyMap>({
    'mh-phase-toggle': ({ phase, open }) => heard(`${phase} is ${open ? 'open' : 'closed'}.`),
  });
  return (
    <mh-journey-map ref={map} edition="2020/21">
      <p>Ask your hub about its phases.</p>
    </mh-journey-map>
  );
}

// The words of a server: React makes the same from the same component, here or there.
const app = document.querySelector('#app');
if (app) {
  app.innerHTML = renderToString(<Journey />);
  hydrateRoot(app, <Journey />);
}
