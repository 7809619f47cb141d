/** An attribute of a widget, from the custom-elements manifest. */
export interface WidgetAttribute {
  readonly name: string;
  /** As TypeScript writes it: `string`, `number`, `boolean`, `'a' | 'b'`. */
  readonly type: string;
  readonly default?: string;
  /** What it is called on a school's or hub's desk, and what it does: `@label` and `@help` of its doc comment. Absent where a pasted snippet has no use for it. */
  readonly label?: string;
  readonly help?: string;
}

/** A widget, from the custom-elements manifest. */
export interface Widget {
  readonly tag: string;
  readonly summary: string;
  readonly attributes: readonly WidgetAttribute[];
}

/** The part of a custom-elements manifest that is read here. */
export interface CustomElementsManifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly summary?: string;
      readonly attributes?: readonly {
        readonly name?: string;
        readonly type?: { readonly text: string };
        readonly default?: string;
        readonly label?: string;
        readonly help?: string;
      }[];
    }[];
  }[];
}

/** Every widget of a manifest, `mh-settings` included, by tag. */
export function widgetsOf(manifest: CustomElementsManifest): Widget[] {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, summary = '', attributes = [] }) =>
      tagName === undefined
        ? []
        : [
            {
              tag: tagName,
              summary,
              attributes: attributes.flatMap(({ name, type, default: standard, label, help }) =>
                name === undefined
                  ? []
                  : [
                      {
                        name,
                        type: type?.text ?? 'string',
                        ...(label && {
                          label,
                          ...(standard && { default: standard }),
                          ...(help && { help }),
                        }),
                      },
                    ],
              ),
            },
          ],
    );
}

/** Whether a widget speaks of an edition, so that it needs the hub's terms. */
export function takesTerms(widget: Widget): boolean {
  return widget.attributes.some(({ name }) => name === 'src');
}
/** Takes its own notice between its tags, in place of terms. */
export const APPLY_FORM = 'mh-apply-form';

/** A widget's name in words: `mh-journey-map` is `Journey map`. */
export function widgetName(tag: string): string {
  const words = tag.slice('mh-'.length).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
