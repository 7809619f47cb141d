import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { widgetName, widgetsOf } from '../../editor/dist/widgets/manifest.js';
import { editions, loadEdition } from '@maths-hubs/sdk/programme';
import { fallbackHtml, STATIC_WIDGETS } from '@maths-hubs/sdk/static-html';

const manifestFile = fileURLToPath(new URL('../../components/custom-elements.json', import.meta.url));

/** Addresses and hubs are the site's own: an author does not choose where applications go. */
const NOT_AN_AUTHORS = new Set([
  'action',
  'href',
  'mailto',
  'src',
  'hub',
  'hub-src',
  'resolver',
  'postcode-index',
]);

/** Widgets with what an author may set, in words. */
export async function widgetTable() {
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  return Object.fromEntries(
    widgetsOf(manifest)
      .filter(({ tag }) => tag !== 'mh-settings')
      .map(({ tag, summary, attributes }) => [
        tag.slice('mh-'.length),
        {
          title: widgetName(tag),
          summary,
          attributes: Object.fromEntries(
            attributes
              .filter(({ name, type, label }) => label && !NOT_AN_AUTHORS.has(name) && !/boolean/.test(type))
              .map(({ name, label, help }) => [name, { label, help }]),
          ),
        },
      ]),
  );
}

/** Plain content by school year and widget; `any` for widgets that know no year. */
export async function plainContent() {
  const years = {};
  for (const { schoolYear: year } of editions()) {
    const edition = await loadEdition(year);
    years[year] = Object.fromEntries(
      STATIC_WIDGETS.map((widget) => [widget, fallbackHtml(widget, { edition })]),
    );
  }
  const { DEFAULT_YEAR } = await import('../../components/dist/foundation/edition/edition-controller.js');
  return { newest: DEFAULT_YEAR, years, any: {} };
}
