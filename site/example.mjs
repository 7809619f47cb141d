import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { VARIANT_PAGES, variantPage } from '../scripts/lib/variants.mjs';

/** A page's forms where there is no service to send to: they write an e-mail. */
export function withoutService(html) {
  return html
    .replace(
      /(<mh-apply-form[^>]*) action="\/intake\/applications"/g,
      '$1 mailto="applications@wold-valley.example"',
    )
    .replaceAll(
      '<form method="post" action="/intake/applications" accept-charset="utf-8">',
      '<form method="post" enctype="text/plain" action="mailto:applications@wold-valley.example">',
    );
}

/** What the example's server reads itself. */
const SERVED_ONLY = /(?:intake\.json|variant\.html)$/;

/** The example hub's pages as static files. */
export async function staticExample(from, to) {
  await cp(from, to, { recursive: true, filter: (path) => !SERVED_ONLY.test(path) });
  for (const name of VARIANT_PAGES) await writeFile(`${to}/${name}`, String(variantPage(name)));
  for (const name of (await readdir(to)).filter((each) => each.endsWith('.html'))) {
    const page = await readFile(`${to}/${name}`, 'utf8');
    await writeFile(`${to}/${name}`, withoutService(page.replaceAll('"/embed/', '"../embed/')));
  }
}
