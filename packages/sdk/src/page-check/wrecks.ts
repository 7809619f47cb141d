import { isMeantAsOurs } from './elements.js';
import { inlineJson, type PageContents } from './found.js';
import { isFrame, unseenFrame } from './frames.js';
import type { Page, PageFinding } from './page.js';
import { systemOf, wayOn } from './systems.js';
import { valueOf, type PageElement } from './tree.js';
import { swallows } from './whole.js';

/**
 * What is missing. A page without a trace of a widget is never called right: it may be the wrong page, or broken by a
 * content system.
 */
export function wreckFindings(page: Page, { widgets, expected }: PageContents): PageFinding[] {
  const wanted = [...new Set([...(expected?.widgets ?? []), ...(page.options.expected ?? [])])];
  const there = new Set([
    ...widgets.map(({ tag }) => tag),
    ...page.all.filter(isMeantAsOurs).map(({ name }) => name),
  ]);
  const isReportedElsewhere = page.all.some((each) => swallows(each) || isRewritten(each));
  if (there.size === 0 && !isReportedElsewhere && !page.all.some(isFrame)) {
    const elsewhere = shownAsCode(page) ?? unseenFrame(page);
    if (elsewhere) return [elsewhere];
    const left = leftBehind(page.seen) || expected !== null;
    return [
      {
        rule: 'nothing-here',
        severity: 'error',
        place: 'the page',
        message: left
          ? `${expected ? `This page was to have ${listOf(expected.widgets)}, and only` : 'Only'} the plain lists of your widgets are left: your site took the widgets out when the page was saved, by you or by a colleague.`
          : 'There is no widget on this page, and no sign that there was one. Is it the right page, and its published version?',
        remedy: left
          ? wayOn(page.text)
          : 'Open the page as a visitor does, then copy its source again. If it is the right page, paste your snippet anew.',
      },
    ];
  }
  return wanted
    .filter((tag) => !there.has(tag))
    .map((tag) => ({
      rule: 'widget-gone' as const,
      severity: 'error' as const,
      place: `<${tag}>`,
      message: `Your snippet has <${tag}>, and this page does not.`,
      remedy: `Paste it again where it belongs. If it goes on saving: ${wayOn(page.text)}`,
    }));
}

const listOf = (tags: readonly string[]): string => tags.map((tag) => `<${tag}>`).join(', ');

/** Words found only in our plain content. */
function leftBehind(seen: string): boolean {
  return /Phases of Teaching for Mastery in 20\d\d|Ways into the programme in 20\d\d|maths-hubs-edition|"notice"\s*:\s*\{|[“”″]notice[“”″]\s*:/.test(
    seen,
  );
}

/** A year on the page other than the snippet's. */
export function yearFindings({ widgets, expected }: PageContents): PageFinding[] {
  if (expected === null) return [];
  return widgets
    .filter(({ schoolYear }) => schoolYear !== null && schoolYear !== expected.schoolYear)
    .map(({ place, schoolYear }) => ({
      rule: 'other-year' as const,
      severity: 'warning' as const,
      place,
      message: `It shows ${schoolYear ?? ''}; the snippet was made for ${expected.schoolYear}.`,
      remedy: 'If that is not what you want, paste the whole snippet again.',
    }));
}

/** A shortcode that a visitor reads as it was typed: nothing on the site draws it. */
export function shortcodeFindings(
  { options, text }: Page,
  { widgets, loaders }: PageContents,
): PageFinding[] {
  if (!options.live || loaders.length > 0) return [];
  return widgets
    .filter(({ way }) => way === 'shortcode')
    .map(({ place }) => ({
      rule: 'shortcode-shown' as const,
      severity: 'error' as const,
      place,
      message: 'Visitors read the shortcode as it was typed: nothing on this site draws it.',
      remedy:
        systemOf(text) === 'wordpress'
          ? 'Install and activate the Maths Hubs plugin on this site.'
          : 'On WordPress, install and activate the Maths Hubs plugin. Elsewhere, ask whoever may to put the loader into the site once.',
    }));
}

/** Quotation marks that a word processor or a text block has curled. */
export function quoteFindings({ elements, placeOf }: Page): PageFinding[] {
  return elements
    .filter(({ attributes }) =>
      Object.entries(attributes).some(
        ([name, value]) => /[“”″‘’′]/.test(name) || /^[“”″‘’′]|[“”″‘’′]$/.test(value),
      ),
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

/** A form with nowhere to send an application. */
export function formFindings({ elements, placeOf }: Page): PageFinding[] {
  const shared = elements.some((each) => each.name === 'mh-settings' && valueOf(each, 'action'));
  return elements
    .filter(({ name }) => name === 'mh-apply-form')
    .flatMap((form): PageFinding[] => {
      const [action, href, mailto] = ['action', 'href', 'mailto'].map((name) => valueOf(form, name));
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
      if (mailto && !/^(mailto:)?[^\s@]+@[^\s@]+$/i.test(mailto))
        return [
          {
            rule: 'no-destination',
            severity: 'error',
            place: placeOf(form),
            message: `The form’s e-mail address reads “${mailto}”, and nothing can be sent to that: your site hides addresses from robots, or it was mistyped.`,
            remedy:
              'Turn e-mail hiding off for this page, or choose a service or a form in place of the address.',
          },
        ];
      if (action && inlineJson(form)?.['notice'] === undefined)
        return [
          {
            rule: 'no-destination',
            severity: 'error',
            place: placeOf(form),
            message:
              'Your data-protection notice is not there, and a form that sends answers is not shown without it.',
            remedy: 'Paste the whole snippet: the notice is between the form’s tags.',
          },
        ];
      return [];
    });
}

/** The snippet is where nothing draws it: as code, in a comment, in a template. */
function shownAsCode({ all, text }: Page): PageFinding | undefined {
  const code = all.find(
    (each) => /^(pre|code|textarea|noscript)$/.test(each.name) && /<mh-/i.test(inner(each)),
  );
  const away = /<!--(?:(?!-->)[^])*<mh-[a-z]/i.test(text)
    ? 'a comment'
    : /<template[\s>](?:(?!<\/template>)[^])*<mh-[a-z]/i.test(text)
      ? 'a template'
      : undefined;
  if (!code && !away) return undefined;
  return {
    rule: 'stripped-script',
    severity: 'error',
    place: code ? `<${code.name}>` : 'the page',
    message: code
      ? 'The snippet is on the page as an example of code: visitors read its tags.'
      : `The snippet is inside ${away}, where nothing of it is drawn.`,
    remedy: code
      ? 'Paste it into a block for HTML that is drawn. On Squarespace, turn “Display source” of the code block off; in Markdown, do not indent it.'
      : 'Take it out of there, and publish the page again.',
  };
}

/** Everything between an element's tags, its elements by their tags only. */
const inner = (element: PageElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : `<${child.name}>${inner(child)}`))
    .join('');

const isRewritten = ({ name, attributes }: PageElement): boolean =>
  name === 'a' && /%23mh-[a-z]/i.test(attributes['href'] ?? '');
