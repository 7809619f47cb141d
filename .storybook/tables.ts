import manifest from '../packages/components/custom-elements.json' with { type: 'json' };

interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Widget {
  readonly tagName?: string;
  readonly events?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
}

const widgets = manifest.modules
  .flatMap(({ declarations }) => declarations as readonly Widget[])
  .filter(({ tagName }) => tagName !== undefined);

/** Every token of every widget, once; where a widget says more of it, as most say it. */
export function tokens(): Documented[] {
  const plain = widgets.find(({ tagName }) => tagName === 'mh-settings')?.cssProperties ?? [];
  const known = new Map(plain.map((each) => [each.name, each]));
  for (const { cssProperties = [] } of widgets)
    for (const each of cssProperties) if (!known.has(each.name)) known.set(each.name, each);
  return [...known.values()];
}

/** Every event, with the tags that fire it. */
export function events(): { name: string; tags: string[]; description: string; type: string }[] {
  const known = new Map<string, { name: string; tags: string[]; description: string; type: string }>();
  for (const { tagName = '', events: fired = [] } of widgets)
    for (const { name, description = '', type } of fired) {
      const entry = known.get(name) ?? { name, tags: [], description, type: type?.text ?? '' };
      entry.tags.push(`<${tagName}>`);
      known.set(name, entry);
    }
  return [...known.values()];
}
