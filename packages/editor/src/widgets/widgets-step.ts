import { checkboxes, radios, selectField, textField } from '@maths-hubs/components/foundation/controls';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import type { Look, Notice, Project } from '../project/project.js';
import { applicationsForm } from './applications.js';
import { withAttributes } from './attributes.js';
import { contrastPanel } from './contrast-panel.js';
import { destinationProblem, NOTICE_FIELDS, noticeProblem } from './destination.js';
import { inSchoolsOrder } from './school-order.js';
import { placesForm } from './places.js';
import { APPLY_FORM, widgetName, type Widget, type WidgetAttribute } from './manifest.js';

/** Attributes that the editor sets itself, from the terms. */
const SET_ELSEWHERE = new Set(['edition', 'src', 'hub', 'action', 'mailto']);

const FONTS = {
  '': 'The page’s own',
  'Georgia, serif': 'Georgia, with serifs',
  'Verdana, sans-serif': 'Verdana',
  'Arial, sans-serif': 'Arial',
  '"Trebuchet MS", sans-serif': 'Trebuchet',
} as const;

/** Which widgets, each with controls made from its attributes, and the look of the hub's page. */
export function widgetsForm(editor: Editor, goTo: (id: string) => void): TemplateResult {
  const { project, widgets } = editor;
  const tags = project.widgets.map(({ tag }) => tag);
  const choosable = inSchoolsOrder(widgets.filter(({ tag }) => tag !== 'mh-settings'));
  return html`<section class="panel">
      ${checkboxes({
        id: 'widgets',
        label: 'Which widgets',
        choices: choosable.map(({ tag, summary }) => ({ value: tag, label: widgetName(tag), hint: summary })),
        values: tags,
        onChange: (next) => editor.change((old) => withTags(old, choosable, next)),
      })}
      ${placesForm(editor)}
    </section>
    ${choosable.filter(({ tag }) => tags.includes(tag)).map((widget) => widgetForm(editor, widget, goTo))}
    <section class="panel">
      <h3>Your page’s look</h3>
      ${lookForm(editor)}
    </section>`;
}

/** A new widget comes where a school would meet it; those that were there keep the order that the person gave them. */
function withTags(project: Project, widgets: readonly Widget[], tags: readonly string[]): Project {
  const kept = project.widgets.filter(({ tag }) => tags.includes(tag));
  const order = inSchoolsOrder(widgets).map(({ tag }) => tag);
  const added = tags.filter((tag) => !kept.some((old) => old.tag === tag));
  const next = added.reduce<Project['widgets']>((list, tag) => {
    const after = list.findLastIndex((each) => order.indexOf(each.tag) < order.indexOf(tag));
    return list.toSpliced(after + 1, 0, { tag, attributes: {} });
  }, kept);
  return { ...project, widgets: next };
}

function widgetForm(
  editor: Editor,
  widget: Widget,
  goTo: (id: string) => void,
): TemplateResult | typeof nothing {
  const attributes = widget.attributes.filter(
    ({ name, label }) => label !== undefined && !SET_ELSEWHERE.has(name),
  );
  if (attributes.length === 0) return nothing;
  const id = `options-${widget.tag}`;
  const apply = widget.tag === APPLY_FORM;
  return html`${
      apply
        ? html`<section class="panel">
            ${applicationsForm(editor)} ${applyNotice(editor, id, goTo)}
            ${applyAttributes(editor)['action'] ? noticeFields(editor) : nothing}
          </section>`
        : nothing
    }
    <details
      class="panel"
      id=${id}
      .open=${editor.isOpen(id)}
      @toggle=${(event: Event) => editor.setOpen(id, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary><h3>${widgetName(widget.tag)}: options</h3></summary>
      ${attributes.map((attribute) => attributeField(editor, widget.tag, attribute))}
    </details>`;
}

function applyAttributes({ project }: Editor): Readonly<Record<string, string>> {
  return project.widgets.find(({ tag }) => tag === APPLY_FORM)?.attributes ?? {};
}

/** What the apply form still lacks, before schools would see it. */
function applyNotice(editor: Editor, part: string, goTo: (id: string) => void): TemplateResult {
  const attributes = applyAttributes(editor);
  const problem =
    destinationProblem(attributes) ??
    (attributes['action'] ? noticeProblem(editor.project.notice) : undefined);
  return html`<div role="status" id="apply-problem">
    ${
      problem &&
      html`<div class="notice">
        <p><strong>Apply form:</strong> ${problem.message}</p>
        <p>
          ${problem.remedy}
          <a
            href="#${problem.field}"
            @click=${(event: Event) => {
              event.preventDefault();
              editor.setOpen(part, true);
              goTo(problem.field);
            }}
            >Go to it</a
          >
        </p>
      </div>`
    }
  </div>`;
}

/** The notice of a form that sends applications itself. */
function noticeFields(editor: Editor): readonly TemplateResult[] {
  const { notice } = editor.project;
  return (Object.keys(NOTICE_FIELDS) as (keyof Notice)[]).map((part) =>
    textField({
      id: `notice-${part}`,
      ...NOTICE_FIELDS[part],
      value: notice[part],
      onInput: (text) => editor.change((old) => ({ ...old, notice: { ...old.notice, [part]: text } })),
    }),
  );
}

/** One control from one line of the manifest: its type says which. */
function attributeField(editor: Editor, tag: string, attribute: WidgetAttribute): TemplateResult {
  const { name, type, label = name, help } = attribute;
  const value = editor.project.widgets.find((choice) => choice.tag === tag)?.attributes[name] ?? '';
  const base = { id: `${tag}-${name}`, label, hint: help };
  const put = (next: string): void => editor.change((old) => withAttributes(old, tag, { [name]: next }));
  const choices = choicesFor(editor, attribute);
  if (choices)
    return selectField({
      ...base,
      choices: [{ value: '', label: defaultLabel(attribute) }, ...choices],
      value,
      onChange: put,
    });
  return textField({
    ...base,
    value,
    ...(type === 'number' ? { inputmode: 'numeric' as const } : {}),
    onInput: put,
  });
}

function choicesFor({ project: { edition } }: Editor, { name, type }: WidgetAttribute) {
  if (name === 'heading-level')
    return ['1', '2', '3', '4', '5', '6'].map((level) => ({ value: level, label: level }));
  const phases = edition.phases.map(({ id }) => ({ value: id, label: shortPhaseName(edition, id) }));
  if (name === 'phase') return phases;
  if (name === 'open') return [{ value: 'all', label: 'Every phase' }, ...phases];
  if (type === 'boolean') return [{ value: name, label: 'Yes' }];
  const literals = [...type.matchAll(/'([^']+)'/g)].flatMap(([, literal]) => literal ?? []);
  return literals.length > 0 ? literals.map((literal) => ({ value: literal, label: literal })) : undefined;
}

function defaultLabel({ type, default: standard }: WidgetAttribute): string {
  const plain = standard?.replaceAll("'", '');
  if (type === 'boolean') return 'No';
  return plain ? `As it comes (${plain})` : 'As it comes';
}

function lookForm(editor: Editor): TemplateResult {
  const { look } = editor.project;
  const put = (change: Partial<Look>): void =>
    editor.change((old) => ({ ...old, look: { ...old.look, ...change } }));
  return html`${radios({
      id: 'accent-own',
      label: 'Colour of links and buttons',
      choices: [
        { value: 'no', label: 'The widgets’ own: a teal that fits itself to your page' },
        { value: 'yes', label: 'Our own colour' },
      ],
      value: look.accent ? 'yes' : 'no',
      onChange: (answer) =>
        put(answer === 'yes' ? { accent: '#1d6b77', accentDark: '#86d0db' } : { accent: '', accentDark: '' }),
    })}
    <div class="colours">
      ${colour('paper', 'Page background', look.paper, put)} ${colour('ink', 'Text', look.ink, put)}
      ${look.accent ? colour('accent', 'Our colour', look.accent, put) : nothing}
      ${colour('paperDark', 'Background when dark', look.paperDark, put)}
      ${colour('inkDark', 'Text when dark', look.inkDark, put)}
      ${look.accent ? colour('accentDark', 'Our colour when dark', look.accentDark, put) : nothing}
    </div>
    ${contrastPanel(look)}
    ${selectField({
      id: 'font',
      label: 'Font',
      hint: 'The widgets take your page’s font. Choose another only if they should differ from it.',
      choices: Object.entries(FONTS).map(([value, label]) => ({ value, label })),
      value: look.font,
      onChange: (font) => put({ font }),
    })}`;
}

function colour(
  key: 'accent' | 'accentDark' | 'paper' | 'ink' | 'paperDark' | 'inkDark',
  label: string,
  value: string,
  put: (change: Partial<Look>) => void,
): TemplateResult {
  return html`<div class="field colour">
    <label for="look-${key}">${label}</label>
    <input
      id="look-${key}"
      type="color"
      .value=${value}
      @input=${(event: Event) => put({ [key]: (event.target as HTMLInputElement).value })}
    />
  </div>`;
}
