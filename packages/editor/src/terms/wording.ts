import { textField } from '@maths-hubs/components/foundation/controls';
import { html, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { widgetName } from '../widgets/manifest.js';

/** Texts that several widgets share are under this name in the list of texts. */
const SHARED = '*';

/** The texts of each chosen widget, to be replaced by the hub's own; an empty field leaves the widget's text. */
export function wordingForm(editor: Editor): TemplateResult {
  const { wording, widgets } = editor.project;
  const chosen = [SHARED, ...widgets.map(({ tag }) => tag)].filter((tag) => editor.texts[tag] !== undefined);
  const put = (key: string, text: string): void =>
    editor.change((old) => {
      const { [key]: _before, ...others } = old.wording;
      return { ...old, wording: text ? { ...others, [key]: text } : others };
    });
  return html`<p class="muted">
      A word in curly brackets, such as {year}, is filled in by the widget: keep it where you need it.
    </p>
    ${chosen.map((tag) => {
      const texts = Object.entries(editor.texts[tag] ?? {});
      const own = texts.filter(([key]) => wording[key] !== undefined).length;
      const id = `wording-${tag === SHARED ? 'shared' : tag}`;
      return html`<details
        .open=${editor.isOpen(id)}
        @toggle=${(event: Event) => editor.setOpen(id, (event.currentTarget as HTMLDetailsElement).open)}
      >
        <summary>
          ${tag === SHARED ? 'All widgets' : widgetName(tag)}
          <span class="muted">${own} of ${texts.length} texts are your own</span>
        </summary>
        ${
          editor.isOpen(id)
            ? texts.map(([key, text]) =>
                textField({
                  id: `wording-${key.replaceAll('.', '-')}`,
                  label: text,
                  value: wording[key] ?? '',
                  onInput: (next) => put(key, next),
                }),
              )
            : ''
        }
      </details>`;
    })}`;
}
