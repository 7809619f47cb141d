import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { PageElement } from '@maths-hubs/sdk/page-check';

/** A page as a browser parses it, scripts left unrun. */
export function treeOf(html: string): PageElement {
  return {
    name: '#document',
    attributes: {},
    children: childrenOf(parse(html, { scriptingEnabled: false })),
  };
}

function childrenOf(parent: DefaultTreeAdapterTypes.ParentNode): (PageElement | string)[] {
  return parent.childNodes.flatMap((child): (PageElement | string)[] => {
    if (defaultTreeAdapter.isTextNode(child)) return [child.value];
    if (!defaultTreeAdapter.isElementNode(child)) return [];
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    return [{ name: child.tagName, attributes, children: childrenOf(child) }];
  });
}
