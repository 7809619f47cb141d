/** Text as it may stand between tags or in a quoted attribute. */
export const escape = (text) =>
  String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The pages that every page leads to. */
const MENU = [
  ['guides/hub.html', 'For hubs'],
  ['guides/school.html', 'For schools'],
  ['guides/software.html', 'For software'],
  ['widgets/', 'Widgets'],
  ['guides/hosting.html', 'Hosting'],
];

/**
 * A whole page of the site. Every address in it is relative, so that the site works below any path.
 * @param path  of the page from the site's root: `guides/hosting.html`
 */
export function pageOf({ path, title, description, body, wide = false, head = '' }) {
  const up = '../'.repeat(path.split('/').length - 1);
  const links = MENU.map(([to, name]) => {
    const here = path === to || (to.endsWith('/') && path.startsWith(to));
    return `<li><a href="${up}${pageAt(to)}"${here ? ' aria-current="page"' : ''}>${name}</a></li>`;
  }).join('');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(path === 'index.html' ? title : `${title} – Maths Hubs components`)}</title>
<meta name="description" content="${escape(description)}">
<link rel="icon" href="${up}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}site.css">
${head.replaceAll('{up}', up)}</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header class="top">
<p class="brand"><a href="${up || './'}index.html">Maths Hubs <span>components</span></a></p>
<nav aria-label="Main"><ul>${links}</ul></nav>
</header>
<main id="main"${wide ? ' class="wide"' : ''}>
${body.replaceAll('{up}', up)}
</main>
<footer><p>Every fact carries its source and its year; what no public source states is shown as unknown. Code under the MIT licence.
<a href="${up}guides/index.html">All guides</a> · <a href="${up}llms.txt">llms.txt</a></p></footer>
</body>
</html>
`;
}

/** A folder's page by its file's name, so that the site also works where no server adds it. */
const pageAt = (to) => (to.endsWith('/') ? `${to}index.html` : to);
