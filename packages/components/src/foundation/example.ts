/** A use of a widget that is documentation, story and test fixture at once. */
export interface Example {
  /** Short, unique within the widget. */
  readonly name: string;
  /** What a reader should see in it. */
  readonly summary: string;
  /** What an editor would paste. */
  readonly html: string;
  /** Sets what HTML cannot carry, after the element is in the page. */
  readonly setup?: (root: HTMLElement) => void;
}

/** What a person sets in Storybook's controls: attributes by name, tokens with their two hyphens. */
type Controls = Readonly<Record<string, string | number | boolean | undefined>>;

/** An example in the form that Storybook takes; its controls set the attributes and tokens of the example's widget. */
export function storyOf(example: Example): {
  readonly name: string;
  readonly args: Controls;
  readonly parameters: object;
  readonly render: (args: Controls) => HTMLElement;
} {
  const code = (args: Controls): string => draw(example, args).innerHTML;
  return {
    name: example.name,
    args: controlsOf(example),
    parameters: {
      docs: {
        description: { story: example.summary },
        source: { transform: (_code: string, { args }: { readonly args: Controls }) => code(args) },
      },
    },
    render: (args) => {
      const root = draw(example, args);
      example.setup?.(root);
      return root;
    },
  };
}

/** The widget that an example shows: the first that does not only carry settings. */
function widgetIn(root: ParentNode): Element | undefined {
  const widgets = [...root.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('mh-'));
  return widgets.find(({ localName }) => localName !== 'mh-settings') ?? widgets[0];
}

/** The attributes that an example sets, so that the controls start from them. */
function controlsOf({ html }: Example): Controls {
  const template = document.createElement('template');
  template.innerHTML = html;
  const attributes = [...(widgetIn(template.content)?.attributes ?? [])];
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value === '' ? true : value]));
}

function draw({ html }: Example, args: Controls): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  const widget = widgetIn(root);
  for (const [name, value] of Object.entries(args)) {
    if (name.startsWith('--'))
      (widget as HTMLElement | undefined)?.style.setProperty(name, String(value ?? ''));
    else if (value === undefined || value === false || value === '') widget?.removeAttribute(name);
    else widget?.setAttribute(name, value === true ? '' : String(value));
  }
  return root;
}
