import { lineOf, type LintFinding, type LintPage } from './page.js';

/** What works for an account that may not post scripts, wherever the page is. */
const WAY_ON =
  'Your account may not post scripts. On WordPress, use the Maths Hubs plugin: its blocks are safe for every account. Elsewhere, ask whoever may to put the loader into the site once, and paste links in place of tags (“A page that keeps only links and lists”).';

/**
 * What is not there any more. A page without a trace of a widget is never called right: it may be the wrong page, or one that a content system has
 * taken apart.
 */
export function wreckFindings(input: LintPage): LintFinding[] {
  const { page, elements, options } = input;
  const expected = options.expected ?? [];
  const marks = page.querySelectorAll('a[href*="#mh-" i], [data-mh]').length;
  const frames = page.querySelectorAll('iframe[src*="embed.html"]').length;
  const shortcode = /\[maths-hub[\s_]/i.test(page.body.textContent);
  const drawn = elements.length + marks + frames > 0 || shortcode;
  const left = leftBehind(page);
  if (!drawn)
    return [
      {
        rule: 'nothing-here',
        severity: 'error',
        place: 'the page',
        message: left
          ? 'Only the plain lists of your widgets are left: your site took the widgets out when the page was saved, by you or by a colleague.'
          : 'There is no widget on this page, and no sign that there was one. Is it the right page, and its published version?',
        remedy: left
          ? WAY_ON
          : 'Open the page as a visitor does, then copy its source again. If it is the right page, paste your snippet anew.',
      },
    ];
  const there = new Set(elements.map(({ localName }) => localName));
  if (marks + frames > 0 || shortcode) return [];
  return expected
    .filter((tag) => !there.has(tag))
    .map((tag) => ({
      rule: 'widget-gone' as const,
      severity: 'error' as const,
      place: `<${tag}>`,
      message: `Your snippet has <${tag}>, and this page does not.`,
      remedy: `Paste it again where it belongs. If it goes on saving: ${WAY_ON}`,
    }));
}

/** Words that only our plain content has. */
function leftBehind(page: Document): boolean {
  return /Phases of Teaching for Mastery in 20\d\d|Ways into the programme in 20\d\d|maths-hubs-edition|"notice"\s*:\s*\{|[“”″]notice[“”″]\s*:/.test(
    page.body.textContent,
  );
}

/** A loader that cannot work for a visitor, or that another program holds back. */
export function loaderFindings({ text, page }: LintPage): LintFinding[] {
  const found: LintFinding[] = [];
  const place = (part: string): string => `line ${lineOf(text, Math.max(0, text.indexOf(part)))}, <script>`;
  for (const script of page.querySelectorAll('script')) {
    const src = script.getAttribute('src') ?? '';
    const held = [
      'data-src',
      'data-cookieconsent',
      'data-wpr-src',
      'data-rocket-src',
      'data-categories',
      'data-consent',
    ]
      .map((name) => script.getAttribute(name))
      .some((value, index) => value !== null && (index > 0 || /embed\.js/.test(value)));
    const type = script.getAttribute('type') ?? '';
    if (
      /embed\.js/.test(script.outerHTML) &&
      (held || /^(text\/plain|rocketlazyloadscript|text\/delayed|javascript\/blocked)/i.test(type))
    )
      found.push({
        rule: 'held-script',
        severity: 'warning',
        place: place('embed.js'),
        message:
          'A consent or speed-up program of your site holds the loader back, until a visitor agrees or moves.',
        remedy:
          'The widgets set no cookie and load nothing from elsewhere by themselves: name embed.js as necessary in that program, or leave it out of “delay”.',
      });
    else if (/embed\.js/.test(src) && /^https?:\/\/(localhost|127\.|\[::1\]|[^/]*\.local[:/])/i.test(src))
      found.push({
        rule: 'own-computer',
        severity: 'error',
        place: place(src),
        message: 'The widgets are loaded from your own computer, which no visitor can reach.',
        remedy:
          'Put the folder of widgets on a web server, give its address under “Your snippet”, and paste again.',
      });
    else if (/embed\.js/.test(src) && /^http:\/\//i.test(src))
      found.push({
        rule: 'own-computer',
        severity: 'error',
        place: place(src),
        message: 'The loader’s address begins with http://, which a browser refuses on a secure page.',
        remedy: 'Write https:// in its place.',
      });
  }
  return found;
}

/** Quotation marks that a word processor or a text block has bent. */
export function quoteFindings({ elements, placeOf }: LintPage): LintFinding[] {
  return elements
    .filter(
      (element) =>
        /=["']?[“”″‘’′]/.test(element.outerHTML.slice(0, element.outerHTML.indexOf('>') + 1)) ||
        [...element.attributes].some(({ value }) => /^[“”″‘’′].*|[“”″‘’′]$/.test(value)),
    )
    .map((element) => ({
      rule: 'curly-quotes' as const,
      severity: 'error' as const,
      place: placeOf(element),
      message:
        'The quotation marks in this tag are curly: the snippet went through a word processor or a text block.',
      remedy: 'Copy it from this page again, and paste it into a block for HTML.',
    }));
}

/** A form that would have nowhere to send an application. */
export function formFindings({ page, elements, placeOf }: LintPage): LintFinding[] {
  const shared = page.querySelector('mh-settings[action]');
  return elements
    .filter(({ localName }) => localName === 'mh-apply-form')
    .flatMap((form): LintFinding[] => {
      const [action, href, mailto] = ['action', 'href', 'mailto'].map((name) =>
        form.getAttribute(name)?.trim(),
      );
      const json = form.querySelector('script[type="application/json"]')?.textContent ?? '';
      if (!action && !href && !mailto && !shared)
        return [
          {
            rule: 'no-destination',
            severity: 'error',
            place: placeOf(form),
            message: 'The form does not know where applications go, so schools see an error in its place.',
            remedy:
              'Choose a service, a form or an e-mail address under “Your widgets”, and paste the snippet again.',
          },
        ];
      if (action && !/"notice"\s*:/.test(json))
        return [
          {
            rule: 'no-destination',
            severity: 'error',
            place: placeOf(form),
            message:
              'Your data-protection notice is not there, and a form that sends answers is not shown without it.',
            remedy: 'Paste the whole snippet: the notice stands between the form’s tags.',
          },
        ];
      return [];
    });
}
