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

/** An example in the form that Storybook takes. */
export function storyOf(example: Example): {
  readonly name: string;
  readonly parameters: object;
  readonly render: () => HTMLElement;
} {
  return {
    name: example.name,
    parameters: { docs: { description: { story: example.summary }, source: { code: example.html } } },
    render: () => {
      const root = document.createElement('div');
      root.innerHTML = example.html;
      example.setup?.(root);
      return root;
    },
  };
}
