import { inlineJson } from './found.js';
import type { Page, PageFinding } from './page.js';
import { elementsOf, textOf, valueOf, type PageElement } from './tree.js';

/** An unclosed tag, or a widget inside another: the inner one is hidden once the outer one is drawn. */
export function closingFindings({ text, elements, widgets, placeOf }: Page): PageFinding[] {
  const ours = elements.filter(
    ({ name }) => name !== 'mh-settings' && widgets.some(({ tag }) => tag === name),
  );
  const written = text.replace(/<!--[^]*?-->|<script[^]*?<\/script>|srcdoc=("[^"]*"|'[^']*')/gi, '');
  const count = (pattern: string): number => written.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  return ours.flatMap((element, index): PageFinding[] => {
    const inner = elementsOf(element).find(({ name }) => name.startsWith('mh-'));
    const isLast = !ours.slice(index + 1).some(({ name }) => name === element.name);
    const open = isLast && count(`<${element.name}[\\s/>]`) > count(`</${element.name}[\\s>]`);
    if (!inner && !open) return [];
    return [
      {
        rule: 'not-closed',
        severity: 'error',
        place: placeOf(element),
        message: inner
          ? `<${inner.name}> is inside it, and is not seen once it is drawn: its closing tag is not there, or in the wrong place.`
          : 'Its closing tag is not there, so the rest of the page counts as its content, and is not seen once it is drawn.',
        remedy: `Write </${element.name}> where it ends. A slash at the end of its tag does not close it.`,
      },
    ];
  });
}

const OWN_JSON = /^\s*(\/\/<!\[CDATA\[\s*)?\{[^]*["“”](format|schoolYear|terms|notice|wording)["“”]\s*:/;

/** Terms on the page that nothing reads: their script lost its type, or was moved out of its tag. */
export function strayFindings({ all, elements, placeOf }: Page): PageFinding[] {
  const inside = new Map(
    elements.flatMap((element) => element.children.map((child) => [child, element] as const)),
  );
  return all
    .filter((each) => each.name === 'script' && OWN_JSON.test(textOf(each)))
    .flatMap((script): PageFinding[] => {
      const holder = inside.get(script);
      if (holder && inlineJson(holder) !== undefined) return [];
      return [
        {
          rule: 'unreadable-terms',
          severity: 'error',
          place: holder ? placeOf(holder) : '<script>',
          message: holder
            ? 'The script between its tags is not marked as application/json any more, so nothing reads your terms.'
            : 'Your terms stand apart from the tag that they belong to, so nothing reads them: a program of your site moved the script.',
          remedy: holder
            ? 'Paste the snippet again. If the mark goes again, leave it out of your consent or speed-up program, or keep your terms in a file.'
            : 'Leave scripts of the type application/json out of “move scripts to the foot”, or keep your terms in a file.',
        },
      ];
    });
}

/** Empty settings, and settings of two hubs, of which one wins. */
export function settingsFindings({ elements, placeOf }: Page): PageFinding[] {
  const forPage = elements.filter(
    ({ name, children }) =>
      name === 'mh-settings' &&
      !children.some((child) => typeof child !== 'string' && child.name !== 'script'),
  );
  const said = (each: PageElement): string => JSON.stringify([each.attributes, inlineJson(each)]);
  const empty = forPage.filter((each) => Object.keys(each.attributes).length === 0 && !textOf(each).trim());
  const [first, ...others] = forPage.filter((each) => !empty.includes(each));
  const other = others.find((each) => first && said(each) !== said(first));
  return [
    ...empty.map((each) => ({
      rule: 'empty-settings' as const,
      severity: 'warning' as const,
      place: placeOf(each),
      message:
        'Your settings say nothing: your site may have taken their attributes out, and the widgets then know neither your hub nor your terms.',
      remedy: 'Paste the snippet again, and look whether hub="…" is still there after saving.',
    })),
    ...(other
      ? [
          {
            rule: 'two-settings' as const,
            severity: 'error' as const,
            place: placeOf(other),
            message:
              'Two settings that are for the whole page say different things: the first speaks for it, the other only for the widgets after it.',
            remedy:
              'Put each hub’s widgets between its own tags: <mh-settings hub="…"> before them, </mh-settings> after them.',
          },
        ]
      : []),
  ];
}

/** A link meant as a widget, with its address rewritten by a mail filter. */
export function linkFindings({ all }: Page): PageFinding[] {
  return all
    .filter(({ name, attributes }) => name === 'a' && /%23mh-[a-z]/i.test(attributes['href'] ?? ''))
    .map((link) => ({
      rule: 'link-rewritten' as const,
      severity: 'error' as const,
      place: '<a>',
      message: `A mail program’s filter has put its own address around the link “${textOf(link).trim()}”, so that it cannot become a widget.`,
      remedy:
        'Copy the link from the tab “Links and plain content”, not out of an e-mail, and paste it again.',
    }));
}

/** Whether a script names the loader but has lost or broken its address. */
export function isBentLoader(script: PageElement): boolean {
  return (
    script.name === 'script' &&
    Object.entries(script.attributes).some(([name, value]) => /embed\.js/i.test(name + value))
  );
}

/** A script whose tag ends with a slash: a browser reads everything after it as part of the script. */
export function swallows(script: PageElement): boolean {
  return script.name === 'script' && valueOf(script, 'src') !== undefined && /<mh-/i.test(textOf(script));
}
