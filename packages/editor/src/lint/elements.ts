import { compareSchoolYears, editions, isSchoolYear, schoolYearOf } from '@maths-hubs/sdk/programme';
import type { LintFinding, LintPage } from './page.js';

/** Attributes that any element may have. */
const GLOBAL =
  /^(id|class|style|lang|dir|hidden|slot|title|part|exportparts|role|tabindex|translate|(data|aria)-.+)$/;

/** Tags that are none of ours. */
export function unknownTagFindings({ elements, widgets, placeOf }: LintPage): LintFinding[] {
  return elements
    .filter(({ localName }) => !widgets.some(({ tag }) => tag === localName))
    .map((element) => ({
      rule: 'unknown-tag',
      severity: 'error',
      place: placeOf(element),
      message: `There is no widget <${element.localName}>.`,
      remedy: `Correct its name. There are: ${widgets.map(({ tag }) => tag).join(', ')}.`,
    }));
}

/** Attributes that the widget does not know, and so does not heed. */
export function attributeFindings({ elements, widgets, placeOf }: LintPage): LintFinding[] {
  return elements.flatMap((element) => {
    const widget = widgets.find(({ tag }) => tag === element.localName);
    if (widget === undefined) return [];
    const known = widget.attributes.map(({ name }) => name);
    return element
      .getAttributeNames()
      .filter((name) => !known.includes(name) && !GLOBAL.test(name))
      .map((name) => ({
        rule: 'unknown-attribute' as const,
        severity: 'warning' as const,
        place: placeOf(element),
        message: `<${element.localName}> does not know the attribute “${name}”, so it does nothing.`,
        remedy: `Take it out, or correct its name. It knows: ${known.join(', ')}.`,
      }));
  });
}

/** What stands between the tags: plain content that shows without script, and terms that can be read and are not old. */
export function contentFindings(input: LintPage): LintFinding[] {
  return input.elements
    .filter(({ localName }) => input.widgets.some(({ tag }) => tag === localName))
    .flatMap((element) => [...fallbackFindings(element, input), ...editionFindings(element, input)]);
}

function fallbackFindings(element: Element, { placeOf }: LintPage): LintFinding[] {
  if (element.localName === 'mh-settings') return [];
  const plain = element.cloneNode(true) as Element;
  for (const script of plain.querySelectorAll('script, style, template')) script.remove();
  if (plain.textContent.trim() !== '') return [];
  return [
    {
      rule: 'missing-fallback',
      severity: 'error',
      place: placeOf(element),
      message:
        'Nothing stands between its tags: when the script does not arrive, readers see an empty space.',
      remedy: 'Put a short list or a link between the tags. “Your snippet” writes one for you.',
    },
  ];
}

function editionFindings(element: Element, { options, placeOf }: LintPage): LintFinding[] {
  const place = placeOf(element);
  const inline = [...element.children].find((child) => child.matches('script[type="application/json"]'));
  const year = inline ? yearIn(inline.textContent) : element.getAttribute('edition');
  if (year === undefined)
    return [
      {
        rule: 'unreadable-terms',
        severity: 'error',
        place,
        message: 'The terms between its tags are not whole JSON.',
        remedy:
          'Paste the snippet again; some editors change quotes or cut long lines. A file on your site is safer.',
      },
    ];
  if (year === null || year === '') return [];
  if (!isSchoolYear(year) || (!inline && !editions().some(({ schoolYear }) => schoolYear === year)))
    return [
      {
        rule: 'old-edition',
        severity: 'error',
        place,
        message: `There are no terms for “${year}”.`,
        remedy: `Use one of: ${editions()
          .map(({ schoolYear }) => schoolYear)
          .join(', ')}, or state your own terms.`,
      },
    ];
  const now = schoolYearOf(options.today);
  if (compareSchoolYears(year, now) >= 0) return [];
  return [
    {
      rule: 'old-edition',
      severity: 'warning',
      place,
      message: `It shows the terms of ${year}; now it is ${now}.`,
      remedy: `State your terms of ${now} under “Your terms”, and paste the new snippet.`,
    },
  ];
}

/** The school year of terms; null where they name none, undefined where they cannot be read. */
function yearIn(json: string): string | null | undefined {
  try {
    const read = JSON.parse(json) as { schoolYear?: unknown } | null;
    return typeof read?.schoolYear === 'string' ? read.schoolYear : null;
  } catch {
    return undefined;
  }
}

/** A widget's first heading one level below the heading that it stands under, and never further. */
export function headingFindings({ page, elements, widgets, placeOf }: LintPage): LintFinding[] {
  const outline = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(
    (heading) => !elements.some((element) => element.contains(heading)),
  );
  return elements.flatMap((element) => {
    const widget = widgets.find(({ tag }) => tag === element.localName);
    if (
      element.localName === 'mh-settings' ||
      !widget?.attributes.some(({ name }) => name === 'heading-level')
    )
      return [];
    const level = Number(element.getAttribute('heading-level') ?? '2');
    const before = outline.filter(
      (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const above = before.at(-1);
    if (above === undefined) return [];
    const aboveLevel = Number(above.localName.slice(1));
    const fits =
      level >= 1 && level <= aboveLevel + 1 && (level > 1 || aboveLevel > 1 || before.length === 0);
    if (Number.isInteger(level) && fits) return [];
    return [
      {
        rule: 'heading-level',
        severity: 'warning',
        place: placeOf(element),
        message: `Its first heading is of level ${element.getAttribute('heading-level') ?? '2'}, under “${above.textContent.trim()}” of level ${aboveLevel}.`,
        remedy: `Write heading-level="${Math.min(6, aboveLevel + 1)}".`,
      },
    ];
  });
}
