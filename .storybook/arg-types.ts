import type { Preview } from '@storybook/web-components-vite';
import { editions } from '../packages/sdk/dist/programme/index.js';
import manifest from '../packages/components/custom-elements.json' with { type: 'json' };

type Rows = ReturnType<NonNullable<Preview['argTypesEnhancers']>[number]>;

interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly attribute?: string;
  readonly kind?: string;
  readonly static?: boolean;
}

interface Widget {
  readonly tagName?: string;
  readonly attributes?: readonly Documented[];
  readonly members?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly events?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
}

/** Tokens that are no colours. */
const MEASURES = new Set(['--mh-radius', '--mh-space', '--mh-measure']);

/** The rows of a widget's table, from the manifest: what can be set with a control, the rest to be read. */
export function argTypesOf(tag: string): Rows {
  const widgets = manifest.modules.flatMap(({ declarations }) => declarations as readonly Widget[]);
  const widget = widgets.find(({ tagName }) => tagName === tag);
  if (!widget) return {};
  const {
    attributes = [],
    members = [],
    slots = [],
    events = [],
    cssParts = [],
    cssProperties = [],
  } = widget;
  const properties = members.filter(
    ({ kind, attribute, static: shared }) => kind === 'field' && !attribute && !shared,
  );
  return Object.fromEntries([
    ...attributes.map((each) => [each.name, { ...row(each, 'Attributes'), ...controlOf(each) }]),
    ...cssProperties.map((each) => [
      each.name,
      { ...row(each, 'Tokens'), control: { type: MEASURES.has(each.name) ? 'text' : 'color' } },
    ]),
    ...properties.map((each) => [`.${each.name}`, { ...row(each, 'Properties'), control: false }]),
    ...events.map((each) => [each.name, { ...row(each, 'Events'), control: false }]),
    ...slots.map((each) => [
      `slot ${each.name}`,
      { ...row({ ...each, name: each.name || '(between the tags)' }, 'Slots'), control: false },
    ]),
    ...cssParts.map((each) => [`::part(${each.name})`, { ...row(each, 'Parts'), control: false }]),
  ]);
}

function row({ name, description = '', type, default: initial }: Documented, category: string): object {
  return {
    name,
    description,
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(initial !== undefined && initial !== "''" && { defaultValue: { summary: initial } }),
    },
  };
}

function controlOf({ name, type }: Documented): object {
  if (name === 'edition')
    return { control: { type: 'select' }, options: editions().map(({ schoolYear }) => schoolYear) };
  if (name === 'heading-level') return { control: { type: 'number', min: 1, max: 6 } };
  return { control: { type: type?.text === 'boolean' ? 'boolean' : 'text' } };
}
