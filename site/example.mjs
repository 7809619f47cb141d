import { cp, readdir, readFile, writeFile } from 'node:fs/promises';

/** A page's forms where there is no service to send to: they write an e-mail. */
export function withoutService(html) {
  return html
    .replace(
      /(<mh-apply-form[^>]*) action="\/intake\/applications"/g,
      '$1 mailto="applications@wold-valley.example"',
    )
    .replaceAll(
      '<form method="post" action="/intake/applications">',
      '<form method="post" enctype="text/plain" action="mailto:applications@wold-valley.example">',
    );
}

/** The example hub's page as static files. */
export async function staticExample(from, to) {
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('intake.json') });
  for (const name of (await readdir(to)).filter((each) => each.endsWith('.html'))) {
    const page = await readFile(`${to}/${name}`, 'utf8');
    await writeFile(`${to}/${name}`, withoutService(page.replaceAll('"/embed/', '"../embed/')));
  }
}
