import '@maths-hubs/components/journey-map/define';
import type {} from '@maths-hubs/components/types/react';
import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A property takes an object, an attribute takes text, an event is `on` and its name. */
function Journey() {
  const [edition, setEdition] = useState<Edition>();
  const [told, setTold] = useState('Open a phase.');

  useEffect(() => {
    void loadEdition('2020/21').then(setEdition);
  }, []);

  return (
    <main>
      <h1>Our journey</h1>
      <mh-journey-map
        data={edition}
        heading-level="2"
        onmh-phase-toggle={({ phase, open }) => setTold(`${phase} is ${open ? 'open' : 'closed'}.`)}
      >
        <p>Ask your hub about its phases.</p>
      </mh-journey-map>
      <p role="status">{told}</p>
    </main>
  );
}

const app = document.querySelector('#app');
if (app) createRoot(app).render(<Journey />);
