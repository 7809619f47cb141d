import { loadersOf, type FoundLoader, type PageContents } from './found.js';
import { lineOf, type Page, type PageFinding } from './page.js';
import { wayOn, whereToHost } from './systems.js';
import { valueOf } from './tree.js';

/** The loader: there, once, one version, for everybody, and not held back. It runs as a module and without being marked as one. */
export function loaderFindings(page: Page, { widgets }: PageContents, stripped: boolean): PageFinding[] {
  const loaders = loadersOf(page);
  const place = ({ src }: FoundLoader): string =>
    `line ${lineOf(page.text, page.text.indexOf(src))}, <script>`;
  const needed = widgets.some(({ way }) => way === 'tag') || page.elements.length > 0;
  if (loaders.length === 0)
    return !needed || stripped
      ? []
      : [
          {
            rule: 'missing-embed',
            severity: 'error',
            place: 'the page',
            message:
              'The line that loads the widgets is not there: the script was never pasted, or your site took it out.',
            remedy: `Paste the first line of the snippet too. If it goes again on saving: ${wayOn(page.text)}`,
          },
        ];
  const addresses = new Set(loaders.map(({ src }) => src));
  return [
    ...loaders.flatMap((loader) => addressFindings(loader, place(loader), page.text)),
    ...loaders.slice(1, 2).map((loader) => ({
      rule: 'two-versions' as const,
      severity: addresses.size > 1 ? ('error' as const) : ('warning' as const),
      place: place(loader),
      message:
        addresses.size > 1
          ? `The widgets are loaded from ${addresses.size} addresses: ${[...addresses].join(' and ')}. Only the first to arrive works.`
          : 'The same script is pasted twice. It does no harm, but once is enough.',
      remedy: 'Keep one script line on the page.',
    })),
  ];
}

/** A loader that cannot work for a visitor, or that another program holds back. */
function addressFindings({ src, held }: FoundLoader, place: string, text: string): PageFinding[] {
  if (held)
    return [
      {
        rule: 'held-script',
        severity: 'warning',
        place,
        message:
          'A consent or speed-up program of your site holds the loader back, until a visitor agrees or moves.',
        remedy:
          'The widgets set no cookie and load nothing from elsewhere by themselves: name embed.js as necessary in that program, or leave it out of “delay”.',
      },
    ];
  if (/^https?:\/\/(localhost|127\.|\[::1\]|[^/]*\.local[:/])/i.test(src))
    return [
      {
        rule: 'own-computer',
        severity: 'error',
        place,
        message: 'The widgets are loaded from your own computer, which no visitor can reach.',
        remedy: whereToHost(text),
      },
    ];
  if (/^http:\/\//i.test(src))
    return [
      {
        rule: 'own-computer',
        severity: 'error',
        place,
        message: 'The loader’s address begins with http://, which a browser refuses on a secure page.',
        remedy: 'Write https:// in its place.',
      },
    ];
  return [];
}

/** A script that a content system took apart: its tag as text, or its content left behind. */
export function strippedFindings({ text, seen }: Page): PageFinding[] {
  const finding = (at: number, message: string, remedy: string): PageFinding => ({
    rule: 'stripped-script',
    severity: 'error',
    place: `line ${lineOf(text, at)}`,
    message,
    remedy,
  });
  return [
    ...(/<script[^>]*embed\.js/.test(seen)
      ? [
          finding(
            text.search(/&lt;script/i),
            'The loader stands on the page as text: the snippet was pasted into a text block.',
            'Paste it into a block for HTML (“Custom HTML”, “Code”, “Embed”).',
          ),
        ]
      : []),
    ...(/<mh-[a-z-]+/.test(seen) && !/<script[^>]*embed\.js/.test(seen)
      ? [
          finding(
            text.search(/&lt;mh-/i),
            'A widget’s tag stands on the page as text: the snippet was pasted into a text block.',
            'Paste it into a block for HTML (“Custom HTML”, “Code”, “Embed”).',
          ),
        ]
      : []),
    ...(/["“”″]format["“”″]:\s*["“”″]maths-hubs-edition\/1|["“”″]notice["“”″]\s*:\s*\{/.test(seen)
      ? [
          finding(
            text.search(/maths-hubs-edition\/1|notice/),
            'Your terms stand on the page as text: your site took the script tags around them out.',
            `A file would not help either. ${wayOn(text)}`,
          ),
        ]
      : []),
  ];
}

/** What a whole page needs; a part of one is not asked for it. */
export function pageFindings({ text, all }: Page): PageFinding[] {
  const at = text.search(/<html[\s>]/i);
  const html = all.find(({ name }) => name === 'html');
  if (at < 0 || (html && valueOf(html, 'lang'))) return [];
  return [
    {
      rule: 'missing-lang',
      severity: 'warning',
      place: `line ${lineOf(text, at)}, <html>`,
      message:
        'The page does not say what language it is in, so screen readers may read it with a foreign voice.',
      remedy: 'Write <html lang="en-GB">.',
    },
  ];
}
