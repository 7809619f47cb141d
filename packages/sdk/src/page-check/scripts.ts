import { loadersOf, type FoundLoader, type PageContents } from './found.js';
import { lineOf, type Page, type PageFinding } from './page.js';
import { isOwnComputer, wayOn, whereToHost } from './systems.js';
import { valueOf } from './tree.js';
import { isBentLoader, swallows } from './whole.js';

/** The loader must be there, once, in one version, for everybody, and not held back. It runs as a module and without being marked as one. */
export function loaderFindings(page: Page, { widgets }: PageContents, stripped: boolean): PageFinding[] {
  const loaders = loadersOf(page);
  const place = ({ src }: FoundLoader): string =>
    `line ${lineOf(page.text, page.text.indexOf(src))}, <script>`;
  const needed = widgets.some(({ way }) => way === 'tag') || page.elements.length > 0;
  if (loaders.length === 0) return !needed || stripped ? [] : [missing(page)];
  const swallowing = page.all.find(swallows);
  const addresses = new Set(loaders.map(({ src }) => src));
  return [
    ...(swallowing
      ? [
          {
            rule: 'not-closed' as const,
            severity: 'error' as const,
            place: place(loaders[0] ?? { src: '', integrity: null, held: false }),
            message:
              'The tag of the loader is not closed, so a browser reads all that follows as part of the script.',
            remedy: 'Write </script> after it. A slash at the end of its tag does not close it.',
          },
        ]
      : []),
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

/** Why there is no loader that a browser runs, as far as the page shows. */
function missing({ all, text }: Page): PageFinding {
  const finding = (message: string, remedy: string): PageFinding => ({
    rule: 'missing-embed',
    severity: 'error',
    place: 'the page',
    message,
    remedy,
  });
  const bent = all.find(isBentLoader);
  if (bent && Object.entries(bent.attributes).some(([, value]) => /[“”″‘’′]/.test(value)))
    return {
      ...finding(
        'The quotation marks in the loader’s line are curly, so a browser does not find its address.',
        'Copy the snippet again, and paste it into a block for HTML.',
      ),
      rule: 'curly-quotes',
      place: '<script>',
    };
  if (bent && 'nomodule' in bent.attributes)
    return finding(
      'The loader is marked “nomodule”, and no browser of today runs such a script.',
      'Paste the first line of the snippet again as it is.',
    );
  if (bent && valueOf(bent, 'src') && /(^|\/)embed\.js/.test(valueOf(bent, 'src') ?? ''))
    return finding(
      'The loader is between <noscript> tags, which only browsers without scripts read.',
      'Take the <noscript> tags away, or paste the first line of the snippet again.',
    );
  if (bent)
    return finding(
      'The address in the loader’s line is not whole any more: an editor may have made a link of it.',
      'Paste the first line of the snippet again, into a block for HTML.',
    );
  const joined = all.some(
    (each) =>
      each.name === 'script' &&
      /\/cache\/|autoptimize|combined?[.-]|merged?[.-]|bundle[.-]|wpo-minify|fastest-cache/i.test(
        valueOf(each, 'src') ?? '',
      ),
  );
  if (joined)
    return finding(
      'The line that loads the widgets is not there. Your site joins scripts into one file; if the loader is in that, it does not find its parts.',
      'Leave embed.js out of “combine JavaScript” in the speed-up program. If it is not there at all, paste the first line of the snippet too.',
    );
  return finding(
    'The line that loads the widgets is not there: the script was never pasted, or your site took it out.',
    `Paste the first line of the snippet too. If it goes again on saving: ${wayOn(text)}`,
  );
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
  if (isOwnComputer(src))
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

/** A script broken by a content system: its tag as text, or its content left behind. */
export function strippedFindings({ text, seen: read }: Page): PageFinding[] {
  // Escaped more than once, in capitals, or with other hyphens, as word processors leave it.
  const seen = read
    .replace(
      /&(amp;)*(lt|gt|quot);/gi,
      (code) => ({ l: '<', g: '>', q: '"' })[code.slice(-3, -2).toLowerCase()] ?? '<',
    )
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase();
  const finding = (at: number, message: string, remedy: string): PageFinding => ({
    rule: 'stripped-script',
    severity: 'error',
    place: `line ${lineOf(text, at)}`,
    message,
    remedy,
  });
  const asText = (at: RegExp, what: string): PageFinding =>
    finding(
      text.search(at),
      `${what} is on the page as text: the snippet was pasted into a text block.`,
      'Paste it into a block for HTML (“Custom HTML”, “Code”, “Embed”).',
    );
  const loader = /<script[^>]*embed\.js/.test(seen);
  return [
    ...(loader ? [asText(/&(amp;)*lt;script/i, 'The loader')] : []),
    ...(/<mh-[a-z-]+/.test(seen) && !loader ? [asText(/&(amp;)*lt;mh/i, 'A widget’s tag')] : []),
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

/** What a whole page needs; not checked in a part of one. */
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
