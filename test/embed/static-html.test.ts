import { loadHubs } from '@maths-hubs/sdk/hubs';
import { loadEdition, statistics } from '@maths-hubs/sdk/programme';
import { fallbackHtml, STATIC_WIDGETS, staticHtml } from '@maths-hubs/sdk/static-html';
import { applicationForm } from '@maths-hubs/sdk/applications';
import { expectAccessible, mount, unmountAll } from '../support/elements.js';

/** Any page's style sets lines further apart than a browser does without one; links need the room. */
const page = '<style>main { font: 1rem/1.75 sans-serif; }</style>';

describe('static HTML in a page', () => {
  afterEach(unmountAll);

  for (const widget of STATIC_WIDGETS)
    it(`is accessible: ${widget}`, async () => {
      const edition = await loadEdition('2020/21');
      const form = applicationForm(edition, {
        hub: 'example-hub',
        notice: {
          version: '1',
          controller: 'Example Maths Hub',
          processor: 'Its lead school',
          lawfulBasis: 'public task',
          text: 'We keep your answers for a year.',
        },
      });
      const data = {
        edition,
        directory: await loadHubs(),
        statistics: await statistics(),
        form,
        action: 'https://intake.example/applications',
      };
      await expectAccessible(await mount({ html: page + staticHtml(widget, data) }));
      unmountAll();
      await expectAccessible(await mount({ html: page + fallbackHtml(widget, data) }));
    });
});
