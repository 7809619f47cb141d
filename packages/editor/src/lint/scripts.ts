import { lineOf, type LintFinding, type LintPage } from './page.js';

/** The loader, under any address. */
const LOADER = /(^|\/)embed\.js(\?|$)/;

/** The loader: there, once, one version; and not left behind as text. It runs as a module and without being marked as one. */
export function scriptFindings({ text, page, elements }: LintPage): LintFinding[] {
  const loaders = [...page.querySelectorAll('script[src]')].filter((script) =>
    LOADER.test(script.getAttribute('src') ?? ''),
  );
  const stripped = strippedFindings(text, page);
  const place = (script: Element): string =>
    `line ${lineOf(text, text.indexOf(script.getAttribute('src') ?? ''))}, <script>`;
  const [first, ...others] = loaders;
  if (first === undefined)
    return elements.length === 0 || stripped.some(({ message }) => message.includes('loader'))
      ? stripped
      : [
          ...stripped,
          {
            rule: 'missing-embed',
            severity: 'error',
            place: 'the page',
            message:
              'The line that loads the widgets is not there: the script was never pasted, or your site took it out.',
            remedy:
              'Paste the first line of the snippet too. If it goes again on saving, your account may not add scripts: see the tab of your kind of site.',
          },
        ];
  const addresses = new Set(loaders.map((script) => script.getAttribute('src') ?? ''));
  return [
    ...stripped,
    ...others.slice(0, 1).map((script) => ({
      rule: 'two-versions' as const,
      severity: addresses.size > 1 ? ('error' as const) : ('warning' as const),
      place: place(script),
      message:
        addresses.size > 1
          ? `The widgets are loaded from ${addresses.size} addresses: ${[...addresses].join(' and ')}. Only the first to arrive works.`
          : 'The same script is pasted twice. It does no harm, but once is enough.',
      remedy: 'Keep one script line on the page.',
    })),
  ];
}

/** A script that a content system took apart: its tag as text, or its content left behind. */
function strippedFindings(text: string, page: Document): LintFinding[] {
  const shown = page.body.cloneNode(true) as HTMLElement;
  for (const hidden of shown.querySelectorAll('script, style, template, pre, code, textarea'))
    hidden.remove();
  const seen = shown.textContent;
  return [
    ...(/<script[^>]*embed\.js/.test(seen)
      ? [
          {
            rule: 'stripped-script' as const,
            severity: 'error' as const,
            place: `line ${lineOf(text, text.search(/&lt;script/i))}`,
            message: 'The loader stands on the page as text: the snippet was pasted into a text block.',
            remedy: 'Paste it into a block for HTML (“Custom HTML”, “Code”, “Embed”).',
          },
        ]
      : []),
    ...(/"format":\s*"maths-hubs-edition\/1"|[“”″]format[“”″]:/.test(seen)
      ? [
          {
            rule: 'stripped-script' as const,
            severity: 'error' as const,
            place: `line ${lineOf(text, text.indexOf('maths-hubs-edition/1'))}`,
            message: 'Your terms stand on the page as text: your site took the script tags around them out.',
            remedy:
              'Your account may not post scripts, so a file would not help either. On WordPress, use the Maths Hubs plugin; elsewhere, paste a link in place of the tags, or the plain content.',
          },
        ]
      : []),
  ];
}

/** What a whole page needs; a part of one is not asked for it. */
export function pageFindings({ text, page }: LintPage): LintFinding[] {
  const at = text.search(/<html[\s>]/i);
  if (at < 0 || page.documentElement.getAttribute('lang')?.trim()) return [];
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
