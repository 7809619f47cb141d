/** An attribute of a widget, from the custom-elements manifest. */
export interface WidgetAttribute {
  readonly name: string;
  /** As TypeScript writes it: `string`, `number`, `boolean`, `'a' | 'b'`. */
  readonly type: string;
  readonly description: string;
  readonly default?: string;
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
        readonly description?: string;
        readonly default?: string;
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
              attributes: attributes.flatMap((attribute) =>
                attribute.name === undefined
                  ? []
                  : [
                      {
                        name: attribute.name,
                        type: attribute.type?.text ?? 'string',
                        description: attribute.description ?? '',
                        ...(attribute.default === undefined ? {} : { default: attribute.default }),
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
