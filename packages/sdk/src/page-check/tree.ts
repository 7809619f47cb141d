/** An element of a page, as a parser gives it: the same shape from a browser's and from one without a browser. */
export interface PageElement {
  /** Lower case: `mh-journey-map`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text is a string; a template's content and comments are left out. */
  readonly children: readonly (PageElement | string)[];
}

/** Every element below another, in the page's order, itself left out. */
export function elementsOf(root: PageElement): PageElement[] {
  return root.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));
}

/** The text of an element, without that of the elements named. */
export function textOf(root: PageElement, without: readonly string[] = []): string {
  return root.children
    .map((child) =>
      typeof child === 'string' ? child : without.includes(child.name) ? '' : textOf(child, without),
    )
    .join('');
}

/** An attribute's value without space around it; undefined if missing or empty. */
export function valueOf(element: PageElement, name: string): string | undefined {
  return element.attributes[name]?.trim() || undefined;
}
