import { staticHtml, type StaticWidget } from './widgets.js';
import type { StaticData, StaticOptions } from './options.js';

/** A part of this folder's own HTML: always well formed. */
interface Part {
  readonly tag: string;
  readonly href: string;
  readonly parts: (Part | string)[];
}

/**
 * A widget with paragraphs, bold text, tables and links alone, for editors that lose definition lists and superscripts on saving (CKEditor,
 * TipTap). The content is the same, with every source.
 */
export function simpleHtml(widget: StaticWidget, data: StaticData, options?: StaticOptions): string {
  return blocks(parse(staticHtml(widget, data, options)), SIMPLE).join('\n');
}

/** The same as Markdown, for notes, wikis and repositories. */
export function markdown(widget: StaticWidget, data: StaticData, options?: StaticOptions): string {
  return `${blocks(parse(staticHtml(widget, data, options)), MARKDOWN).join('\n\n')}\n`;
}

/** How one format writes each kind of block and text. Text is escaped first. */
interface Form {
  readonly text: (escaped: string) => string;
  readonly strong: (inner: string) => string;
  readonly link: (inner: string, href: string) => string;
  readonly heading: (inner: string, level: number) => string;
  readonly paragraph: (inner: string) => string;
  readonly list: (items: readonly string[], ordered: boolean) => string;
  readonly table: (rows: readonly (readonly string[])[]) => string;
  /** Joins the lines of one cell. */
  readonly lines: (lines: readonly string[]) => string;
}

const strong = (inner: string): string => `<strong>${inner}</strong>`;
const paragraph = (inner: string): string => `<p>${inner}</p>`;

const SIMPLE: Form = {
  text: (escaped) => escaped,
  strong,
  link: (inner, href) => `<a href="${href}">${inner}</a>`,
  heading: (inner) => paragraph(strong(inner)),
  paragraph,
  list: (items, ordered) =>
    items.map((item, index) => paragraph(`${ordered ? `${index + 1}.` : '•'} ${item}`)).join('\n'),
  table: (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`,
  lines: (lines) => (lines.length > 1 ? lines.map(paragraph).join('') : lines.join('')),
};

const MARKDOWN: Form = {
  text: (escaped) =>
    escaped
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replace(/[\\`*_[\]<>|#]/g, '\\$&'),
  strong: (inner) => `**${inner}**`,
  link: (inner, href) =>
    `[${inner}](${href.replaceAll('&amp;', '&').replace(/[()\s]/g, encodeURIComponent)})`,
  heading: (inner, level) => `${'#'.repeat(level)} ${inner}`,
  paragraph: (inner) => inner,
  list: (items, ordered) =>
    items.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${item}`).join('\n'),
  table: ([first = [], ...rows]) =>
    [first, first.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  lines: (lines) => lines.join('; '),
};

function parse(html: string): Part {
  const root: Part = { tag: '', href: '', parts: [] };
  const open = [root];
  for (const [token, end, tag = '', attributes = ''] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|[^<]+/g)) {
    const within = open.at(-1) ?? root;
    if (tag === '') within.parts.push(token);
    else if (end) open.pop();
    else {
      const part = { tag, href: /href="([^"]*)"/.exec(attributes)?.[1] ?? '', parts: [] };
      within.parts.push(part);
      if (!VOID.test(tag)) open.push(part);
    }
  }
  return root;
}

const VOID = /^(br|hr|img|input|meta|link)$/;
const BLOCK = /^(p|h[1-6]|ul|ol|dl|section|div|table|form|figure|header|footer)$/;

/** Each block below a part; text between blocks is a paragraph. */
function blocks(within: Part, form: Form): string[] {
  const found: string[] = [];
  let loose: (Part | string)[] = [];
  const flush = (): void => {
    const text = inline(loose, form);
    if (text) found.push(form.paragraph(text));
    loose = [];
  };
  for (const part of within.parts) {
    if (typeof part === 'string' || !BLOCK.test(part.tag)) loose.push(part);
    else {
      flush();
      found.push(...block(part, form));
    }
  }
  flush();
  return found;
}

function block(part: Part, form: Form): string[] {
  const level = /^h([1-6])$/.exec(part.tag)?.[1];
  if (level) return [form.heading(inline(part.parts, form), Number(level))];
  const children = part.parts.filter((each): each is Part => typeof each !== 'string');
  switch (part.tag) {
    case 'p': {
      const text = inline(part.parts, form);
      return text ? [form.paragraph(text)] : [];
    }
    case 'ul':
    case 'ol':
      return [
        form.list(
          children.map((item) => cell(item, form)),
          part.tag === 'ol',
        ),
      ];
    case 'dl':
      return [
        form.table(
          pairs(children).map(([name, value]) => [form.strong(inline(name.parts, form)), cell(value, form)]),
        ),
      ];
    case 'table': {
      const caption = children.find(({ tag }) => tag === 'caption');
      const rows = rowsOf(part).map((row) =>
        row.map((each) => (each.tag === 'th' ? form.strong(cell(each, form)) : cell(each, form))),
      );
      return [...(caption ? [form.paragraph(form.strong(cell(caption, form)))] : []), form.table(rows)];
    }
    default:
      return blocks(part, form);
  }
}

function pairs(children: readonly Part[]): (readonly [Part, Part])[] {
  return children.flatMap((child, index) => {
    const value = children[index + 1];
    return child.tag === 'dt' && value?.tag === 'dd' ? [[child, value] as const] : [];
  });
}

function rowsOf(table: Part): Part[][] {
  const within = (part: Part): Part[] =>
    part.parts.flatMap((each) => (typeof each === 'string' ? [] : each.tag === 'tr' ? [each] : within(each)));
  return within(table).map((row) => row.parts.filter((each): each is Part => typeof each !== 'string'));
}

/** A cell's or list item's content as lines: its own text, then each item of a list in it. */
function cell(part: Part, form: Form): string {
  const lines: string[] = [];
  let loose: (Part | string)[] = [];
  const flush = (): void => {
    const text = inline(loose, form);
    if (text) lines.push(text);
    loose = [];
  };
  for (const each of part.parts) {
    if (typeof each === 'string' || !BLOCK.test(each.tag)) loose.push(each);
    else {
      flush();
      for (const item of each.parts) if (typeof item !== 'string') lines.push(cell(item, form));
      if (each.tag === 'p') lines.push(inline(each.parts, form));
    }
  }
  flush();
  return form.lines(lines.filter(Boolean));
}

function inline(parts: readonly (Part | string)[], form: Form): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return form.text(part);
      const inner = inline(part.parts, form);
      if (part.tag === 'br') return ' ';
      if (part.tag === 'a' && part.href) return form.link(inner, part.href);
      return part.tag === 'strong' && inner ? form.strong(inner) : inner;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
