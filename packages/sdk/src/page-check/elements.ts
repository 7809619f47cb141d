import { compareSchoolYears, editions, isSchoolYear, schoolYearOf } from '../programme/index.js';
import { inlineJson, type PageContents } from './found.js';
import type { Page, PageFinding } from './page.js';
import { elementsOf, textOf, valueOf, type PageElement } from './tree.js';

/** Attributes that any element may have. */
const GLOBAL =
  /^(id|class|style|lang|dir|hidden|slot|title|part|exportparts|role|tabindex|translate|(data|aria)-.+)$/;

/** Tags with our prefix that do not exist. */
export function unknownTagFindings({ all, widgets, placeOf }: Page): PageFinding[] {
  return all
    .filter(isMeantAsOurs)
    .filter(({ name }) => !widgets.some(({ tag }) => tag === name))
    .map((element) => ({
      rule: 'unknown-tag',
      severity: 'error',
      place: placeOf(element),
      message: `There is no widget <${element.name}>.`,
      remedy: `Correct its name. There are: ${widgets.map(({ tag }) => tag).join(', ')}.`,
    }));
}

/** `mh-…`, also with a space or another dash after its first two letters. */
export const isMeantAsOurs = ({ name }: PageElement): boolean => /^mh(?![a-z0-9_:.])/.test(name);

/** Attributes that the widget does not know, and so ignores. */
export function attributeFindings({ elements, widgets, placeOf }: Page): PageFinding[] {
  return elements.flatMap((element) => {
    const widget = widgets.find(({ tag }) => tag === element.name);
    if (widget === undefined) return [];
    const known = widget.attributes.map(({ name }) => name);
    return Object.keys(element.attributes)
      .filter((name) => !known.includes(name) && !GLOBAL.test(name) && !/[“”″‘’′]/.test(name))
      .map((name) => ({
        rule: 'unknown-attribute' as const,
        severity: 'warning' as const,
        place: placeOf(element),
        message: `<${element.name}> does not know the attribute “${name}”, so it does nothing.`,
        remedy: `Take it out, or correct its name. It knows: ${known.join(', ')}.`,
      }));
  });
}

/** The content between the tags: plain content that shows without script, and readable terms. */
export function contentFindings({ all, elements, widgets, placeOf }: Page): PageFinding[] {
  const inParagraph = new Set(all.filter(({ name }) => name === 'p').flatMap(elementsOf));
  return elements
    .filter(({ name }) => widgets.some(({ tag }) => tag === name))
    .flatMap((element): PageFinding[] => {
      const place = placeOf(element);
      return [
        ...(element.name !== 'mh-settings' && textOf(element, ['script', 'style', 'template']).trim() === ''
          ? [
              {
                rule: 'missing-fallback' as const,
                severity: 'error' as const,
                place,
                ...(inParagraph.has(element)
                  ? {
                      message:
                        'It stands inside a paragraph, which a browser ends before a list: what was between its tags stands after it.',
                      remedy:
                        'Paste the snippet into a block for HTML, so that no <p> is put around it, or take the <p> tags out.',
                    }
                  : {
                      message:
                        'Nothing is between its tags: when the script does not arrive, readers see an empty space.',
                      remedy:
                        'Put a short list or a link between the tags. “Your snippet” writes one for you.',
                    }),
              },
            ]
          : []),
        ...(inlineJson(element) === null
          ? [
              {
                rule: 'unreadable-terms' as const,
                severity: 'error' as const,
                place,
                message: 'The terms between its tags are not whole JSON.',
                remedy:
                  'Paste the snippet again; some editors change quotes or cut long lines. A file on your site is safer.',
              },
            ]
          : []),
      ];
    });
}

/** Years that are past or have no terms, in tags, links, shortcodes and frames alike. */
export function editionFindings({ options, elements, widgets }: Page, found: PageContents): PageFinding[] {
  const broken = new Set(elements.filter((each) => inlineJson(each) === null).map(({ name }) => name));
  return found.widgets
    .filter(
      ({ tag, schoolYear }) =>
        schoolYear !== null &&
        !/[“”″‘’′]/.test(schoolYear) &&
        !broken.has(tag) &&
        widgets.some((each) => each.tag === tag),
    )
    .flatMap(({ place, schoolYear, terms }): PageFinding[] => {
      const year = (schoolYear ?? '').replace('-', '/');
      if (
        !isSchoolYear(year) ||
        (terms.kind === 'public' && !editions().some((each) => each.schoolYear === year))
      )
        return [
          {
            rule: 'old-edition',
            severity: 'error',
            place,
            message: `There are no terms for “${year}”.`,
            remedy: `Use one of: ${editions()
              .map((each) => each.schoolYear)
              .join(', ')}, or state your own terms.`,
          },
        ];
      const now = schoolYearOf(options.today);
      if (compareSchoolYears(year, now) >= 0) return [];
      return [
        {
          rule: 'old-edition',
          severity: 'error',
          place,
          message: `It shows the terms of ${year}; now it is ${now}.`,
          remedy: `State your terms of ${now} under “Your terms”, and paste the new snippet.`,
        },
      ];
    });
}

/** A widget's first heading must be one level below the heading above it, and no further. */
export function headingFindings({ all, elements, widgets, placeOf }: Page): PageFinding[] {
  const inside = new Set<PageElement>(elements.flatMap(elementsOf));
  const outline = all.filter((each) => /^h[1-6]$/.test(each.name) && !inside.has(each));
  return elements.flatMap((element) => {
    const widget = widgets.find(({ tag }) => tag === element.name);
    if (element.name === 'mh-settings' || !widget?.attributes.some(({ name }) => name === 'heading-level'))
      return [];
    const written = valueOf(element, 'heading-level') ?? '2';
    const level = Number(written);
    const before = outline.filter((heading) => all.indexOf(heading) < all.indexOf(element));
    const above = before.at(-1);
    if (above === undefined) return [];
    const aboveLevel = Number(above.name.slice(1));
    const fits =
      level >= 1 && level <= aboveLevel + 1 && (level > 1 || aboveLevel > 1 || before.length === 0);
    if (Number.isInteger(level) && fits) return [];
    return [
      {
        rule: 'heading-level',
        severity: 'warning',
        place: placeOf(element),
        message: `Its first heading is of level ${written}, under “${textOf(above).trim()}” of level ${aboveLevel}.`,
        remedy: `Write heading-level="${Math.min(6, aboveLevel + 1)}".`,
      },
    ];
  });
}
