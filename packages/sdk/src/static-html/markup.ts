/** Text that is already HTML; everything else is escaped in a template. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Child = string | number | null | undefined | false | Markup | readonly Child[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Markup) return child.text;
  if (typeof child === 'object') return child.map(markupOf).join('');
  return String(child).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A template whose values are escaped, unless they are {@link Markup} themselves. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Markup {
  return new Markup(strings.reduce((text, part, index) => `${text}${markupOf(values[index - 1])}${part}`));
}

/** A heading with its level kept between 1 and 6. */
export function heading(level: number, content: Child): Markup {
  const tag = new Markup(`h${Math.min(6, Math.max(1, Math.round(level) || 2))}`);
  return html`<${tag}>${content}</${tag}>`;
}

/** A list, or nothing where there are no items. */
export function list(items: readonly Child[], tag: 'ul' | 'ol' = 'ul'): Markup | null {
  const name = new Markup(tag);
  return items.length === 0 ? null : html`<${name}>${items.map((item) => html`<li>${item}</li>`)}</${name}>`;
}

/** A link where the address is `https:`, `http:`, `mailto:` or `tel:`; else the words alone. */
export function link(address: string | null | undefined, words: Child): Markup {
  return address && /^(https?:\/\/|mailto:|tel:)/i.test(address)
    ? html`<a href="${address}">${words}</a>`
    : html`${words}`;
}

const BLOCK = 'h[1-6]|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|section|form|fieldset|legend';

/**
 * One block per line and no empty line, so that systems that turn line breaks into paragraphs change nothing.
 * Values are escaped, so every `<` begins a tag.
 */
export function tidy({ text }: Markup): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(new RegExp(` ?(</?(?:${BLOCK})(?: [^>]*)?>) ?`, 'g'), '$1')
    .replace(
      new RegExp(
        `(</(?:${BLOCK})>|<(?:ul|ol|dl|table|thead|tbody|tr|section|form|fieldset)(?: [^>]*)?>)`,
        'g',
      ),
      '$1\n',
    )
    .trim();
}
