/** Lists the widgets and their attributes for `maths-hubs check`, from the custom-elements manifest. */
import { readFile, writeFile } from 'node:fs/promises';

const manifest = JSON.parse(
  await readFile(new URL('../../components/custom-elements.json', import.meta.url), 'utf8'),
);
const widgets = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .map(({ tagName, attributes = [] }) => ({
    tag: tagName,
    attributes: attributes.flatMap(({ name }) => (name ? [{ name }] : [])),
  }));
await writeFile(new URL('../dist/widgets.json', import.meta.url), `${JSON.stringify(widgets)}\n`);
