/** Pages to compare with: the journey as plain HTML, and what two much-used embeds have a page load before their own service is asked. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { staticHtml } from '@maths-hubs/sdk/static-html';
import { root } from '../../../scripts/lib/run.mjs';

const SCRIPTS = {
  'typeform.js': '@typeform/embed/build/embed.js',
  'locator.js': '@googlemaps/extended-component-library/dist/index.min.js',
};

const page = (head, body) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="A page to compare with."><title>A page to compare with</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css">${head}</head>
<body><main id="main"><h1>Teaching for Mastery in our schools</h1>
<p>A page of a hub, with a few lines before and after what is pasted in.</p>${body}
<h2 id="after">What comes after</h2><p>Write to us, or come to the next meeting of the Work Group.</p></main></body></html>`;

/**
 * Writes the pages into a folder of their own, with the scripts as npm has them.
 * @returns the folder, how each page is named and what stands in it once its script has done its part, and a function that takes it away
 */
export async function otherPages() {
  const folder = await mkdtemp(join(tmpdir(), 'maths-hubs-bench-'));
  for (const [name, file] of Object.entries(SCRIPTS))
    await cp(`${root}node_modules/${file}`, join(folder, name));
  const journey = staticHtml('journey-map', { edition: await loadEdition('2024/25') });
  await writeFile(join(folder, 'journey.html'), page('', journey));
  await writeFile(
    join(folder, 'typeform.html'),
    page('', '<div data-tf-widget="abc123" data-tf-lazy="false"></div><script src="typeform.js"></script>'),
  );
  await writeFile(
    join(folder, 'locator.html'),
    page(
      '<script type="module" src="locator.js"></script>',
      '<gmpx-api-loader key="none"></gmpx-api-loader><gmpx-store-locator></gmpx-store-locator>',
    ),
  );
  return {
    folder,
    pages: {
      'the journey as plain HTML': { path: 'journey.html', drawn: '#after' },
      'Typeform: its frame asked for': { path: 'typeform.html', drawn: 'iframe' },
      'Google’s locator: its code run': { path: 'locator.html', drawn: 'gmpx-store-locator:defined' },
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
