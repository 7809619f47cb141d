import type { PageElement } from '@maths-hubs/sdk/page-check';

/** A page as this browser parses it, scripts left unrun. */
export function treeOf(html: string): PageElement {
  return ofElement(new DOMParser().parseFromString(html, 'text/html').documentElement, true);
}

function ofElement(element: Element, isRoot = false): PageElement {
  const own: PageElement = {
    name: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.childNodes].flatMap((child): (PageElement | string)[] =>
      child instanceof Text ? [child.data] : child instanceof Element ? [ofElement(child)] : [],
    ),
  };
  return isRoot ? { name: '#document', attributes: {}, children: [own] } : own;
}
