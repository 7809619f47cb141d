import { selectField, textField } from '@maths-hubs/components/foundation/controls';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import type { Project } from '../project/project.js';
import { pagesWithoutAddress, sitePages, type SitePage } from '../snippet/pages.js';
import { widgetName } from './manifest.js';

/** The widgets' places: their order, and their page on the hub's site. */
export function placesForm(editor: Editor): TemplateResult | typeof nothing {
  const { widgets } = editor.project;
  if (widgets.length < 2) return nothing;
  const pages = sitePages(editor.project);
  const missing = pagesWithoutAddress(editor.project);
  return html`<h3>Their order and their pages</h3>
    <ol class="order">
      ${widgets.map((_, index) => placeOf(editor, pages, index))}
    </ol>
    ${
      pages.length < 2
        ? nothing
        : html`<div id="pages">
            ${pages.map((page, index) => addressField(editor, page, index))}
            <p class="notice ${missing.length === 0 ? 'good' : ''}" role="status" id="pages-linked">
              ${
                missing.length === 0
                  ? 'Each page has a snippet of its own, and its widgets lead to those on the other pages.'
                  : 'Give each page its address: then the widgets on the other pages lead to it.'
              }
            </p>
          </div>`
    }`;
}

function placeOf({ project, change }: Editor, pages: readonly SitePage[], index: number): TemplateResult {
  const { widgets } = project;
  const { tag = '', page = 0 } = widgets[index] ?? {};
  const name = widgetName(tag);
  const next = Math.max(...pages.map(({ number }) => number)) + 1;
  const isAlone = pages.find(({ number }) => number === page)?.widgets.length === 1;
  return html`<li>
    ${name}
    <button
      type="button"
      class="plain"
      aria-disabled=${index === 0}
      @click=${() => index > 0 && change((old) => moved(old, index, -1))}
    >
      Up<span class="visually-hidden">: ${name}</span>
    </button>
    <button
      type="button"
      class="plain"
      aria-disabled=${index === widgets.length - 1}
      @click=${() => index < widgets.length - 1 && change((old) => moved(old, index, 1))}
    >
      Down<span class="visually-hidden">: ${name}</span>
    </button>
    ${selectField({
      id: `page-of-${tag}`,
      label: `Page of the ${name.toLowerCase()}`,
      choices: [
        ...pages.map(({ number }, at) => ({ value: String(number), label: `Page ${at + 1}` })),
        ...(isAlone ? [] : [{ value: String(next), label: 'A page of its own' }]),
      ],
      value: String(page),
      onChange: (number) =>
        change((old) => ({
          ...old,
          widgets: old.widgets.with(index, {
            ...widgets[index],
            tag,
            attributes: widgets[index]?.attributes ?? {},
            page: Number(number),
          }),
        })),
    })}
  </li>`;
}

function moved(project: Project, from: number, by: number): Project {
  const one = project.widgets[from];
  if (one === undefined) return project;
  return { ...project, widgets: project.widgets.toSpliced(from, 1).toSpliced(from + by, 0, one) };
}

function addressField(
  { change }: Editor,
  { number, names, address }: SitePage,
  index: number,
): TemplateResult {
  return textField({
    id: `page-address-${number}`,
    label: `Address of page ${index + 1}: ${names}`,
    hint: index === 0 ? 'As your site shows it, such as https://your-hub.org.uk/mastery' : undefined,
    value: address,
    onInput: (text) =>
      change(({ publishing, ...old }) => {
        const given = text.trim();
        if (number === 0) return { ...old, publishing: { ...publishing, page: given } };
        const pages = Array.from({ length: Math.max(publishing.pages.length, number) }, (_, at) =>
          at === number - 1 ? given : (publishing.pages[at] ?? ''),
        );
        return { ...old, publishing: { ...publishing, pages } };
      }),
  });
}
