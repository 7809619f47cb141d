/** Draws markup on a server: a line of JSON in, a text of HTML; a line of JSON out, the same with declarative shadow roots. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { createInterface } from 'node:readline';
import { dataInHand } from './data.mjs';
import { nameOf, tags } from './render.mjs';

for (const tag of await tags())
  await import(new URL(`../../packages/components/dist/${nameOf(tag)}/define.js`, import.meta.url));

/** Lit tells templates by their strings: the same markup has to be the same template. */
const templates = new Map();

/** Reads the attributes before the end of an opening tag; of one with its own terms between its tags, `src`. */
const attributeIn = (rest) => (name) => {
  const [, attributes, child] = /^([^>]*)>\s*(<script type="application\/json")?/.exec(rest) ?? ['', '', ''];
  if (name === 'src' && child) return child;
  return new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=\\s|$)`).exec(attributes)?.[1] ?? null;
};

async function draw(markup) {
  const pieces = markup.split(/(?<=<mh-[a-z-]+)(?=[\s>])/);
  const opening = /<(mh-[a-z-]+)$/;
  const data = await Promise.all(
    pieces.slice(0, -1).map((piece, at) => dataInHand(opening.exec(piece)[1], attributeIn(pieces[at + 1]))),
  );
  const strings = pieces.map(
    (piece, at) => (at === 0 ? '' : ' ') + piece + (at < data.length ? ' .data=' : ''),
  );
  const key = strings.join('\0');
  if (!templates.has(key)) templates.set(key, Object.assign(strings, { raw: strings }));
  return collectResult(render(html(templates.get(key), ...data)));
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(
    `${JSON.stringify(
      await draw(JSON.parse(line)).then(
        (drawn) => ({ drawn }),
        (error) => ({ fault: String(error?.stack ?? error) }),
      ),
    )}\n`,
  );
