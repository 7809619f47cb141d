import { radios, textField } from '@maths-hubs/components/foundation/controls';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import type { PlainHtml } from './config.js';
import type { Publishing } from '../project/project.js';
import { loadsSentences } from './loads.js';
import type { Hold } from './holds.js';
import { outputsFor, type Output } from './outputs.js';
import { accessibilityStatement } from './statement.js';

interface SnippetStep {
  readonly editor: Editor & { readonly plain: PlainHtml };
  readonly tab: Output['id'];
  readonly onTab: (tab: Output['id']) => void;
  /** Title of the block that was copied last, until another is. */
  readonly copied: string;
  /** `shown` is the element that shows the text. */
  readonly onCopy: (title: string, text: string, shown: Element) => void;
  /** Today as an ISO day. */
  readonly today: string;
  readonly onTermsFile: () => void;
  /** Goes to the control that lets go of what is held back. */
  readonly onHold: (hold: Hold) => void;
}

/** How the terms and the widgets get to the page, then what to copy for each kind of site. */
export function snippetStep(step: SnippetStep): TemplateResult {
  const outputs = outputsFor(step.editor);
  const output = outputs.find(({ id }) => id === step.tab) ?? outputs[0];
  return html`${publishingForm(step)}
    <div
      class="tabs"
      role="tablist"
      aria-label="Kind of site"
      @keydown=${(event: KeyboardEvent) => moveTab(event, outputs, step)}
    >
      ${outputs.map(
        ({ id, label }) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${id}"
            aria-selected=${id === output?.id ? 'true' : 'false'}
            aria-controls=${id === output?.id ? `panel-${id}` : nothing}
            tabindex=${id === output?.id ? 0 : -1}
            @click=${() => step.onTab(id)}
          >
            ${label}
          </button>`,
      )}
    </div>
    ${output ? outputPanel(step, output) : nothing}
    <section class="panel" aria-labelledby="loads-title">
      <h3 id="loads-title">What this loads, and from where${output ? `: ${output.label}` : ''}</h3>
      <ul>
        ${(output ? loadsSentences(step.editor, output.id) : []).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>
    ${statementPart(step)}`;
}

const STATEMENT = 'Accessibility statement';

/** Public bodies need one; what is known about the page is filled in. */
function statementPart({ editor, today, copied, onCopy }: SnippetStep): TemplateResult {
  const text = accessibilityStatement(editor, today);
  return html`<details class="panel" id="statement">
    <summary><h3>An accessibility statement for your page, to copy</h3></summary>
    <p>What is known is filled in. Complete what is in square brackets.</p>
    <figure class="block">
      <figcaption id="statement-title">${STATEMENT}</figcaption>
      <pre
        tabindex="0"
        class="prose"
        aria-labelledby="statement-title"
        role="group"
      ><code>${text}</code></pre>
      <button type="button" @click=${(event: Event) => onCopy(STATEMENT, text, blockOf(event))}>
        ${copied === STATEMENT ? 'Copied' : 'Copy'} <span class="visually-hidden">${STATEMENT}</span>
      </button>
    </figure>
  </details>`;
}

function outputPanel(step: SnippetStep, { id, steps, blocks, notes, holds }: Output): TemplateResult {
  return html`<div class="panel tab-panel" role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}">
    ${holds.map((hold) => heldBack(hold, step))}
    <ol>
      ${steps.map((each) => html`<li>${each}</li>`)}
    </ol>
    ${blocks.map(
      ({ title, text }, index) =>
        html`<figure class="block">
          <figcaption id="block-${index}">${title}</figcaption>
          <pre tabindex="0" aria-labelledby="block-${index}" role="group"><code>${text}</code></pre>
          <button type="button" @click=${(event: Event) => step.onCopy(title, text, blockOf(event))}>
            ${step.copied === title ? 'Copied' : 'Copy'} <span class="visually-hidden">${title}</span>
          </button>
        </figure>`,
    )}
    ${notes.map((note) => html`<p class="notice">${note}</p>`)}
  </div>`;
}

function heldBack(hold: Hold, { onHold }: SnippetStep): TemplateResult {
  return html`<div class="notice held">
    <p><strong>${hold.widget} is held back.</strong> ${hold.message}</p>
    <p>
      ${hold.remedy}
      <a
        href="#${hold.field}"
        @click=${(event: Event) => {
          event.preventDefault();
          onHold(hold);
        }}
        >Put it right<span class="visually-hidden">: ${hold.widget}</span></a
      >
    </p>
  </div>`;
}

function blockOf(event: Event): Element {
  const button = event.currentTarget as HTMLElement;
  return button.closest('figure')?.querySelector('code') ?? button;
}

function publishingForm({ editor, onTermsFile }: SnippetStep): TemplateResult {
  const { publishing } = editor.project;
  const put = (change: Partial<Publishing>): void =>
    editor.change((old) => ({ ...old, publishing: { ...old.publishing, ...change } }));
  const exactWithoutHash = publishing.version === 'exact' && editor.integrity?.['embed.js'] === undefined;
  return html`<section class="panel columns">
    ${radios({
      id: 'terms-where',
      label: 'Terms',
      choices: [
        { value: 'inline', label: 'In the snippet', hint: 'One paste; paste again when your terms change.' },
        { value: 'src', label: 'In a file on your site', hint: 'Upload the file once; every page reads it.' },
      ],
      value: publishing.terms,
      onChange: (terms) => put({ terms: terms === 'src' ? 'src' : 'inline' }),
    })}
    <div>
      ${textField({
        id: 'terms-src',
        label: 'Address of your terms file',
        hint: 'Such as /files/terms.txt. Wix and frames need it.',
        value: publishing.src,
        onInput: (src) => put({ src: src.trim() }),
      })}
      <p><button type="button" class="secondary" @click=${onTermsFile}>Download the terms file</button></p>
      <p class="hint">
        It is called terms.txt, which every system takes: WordPress’s Media Library refuses .json.
      </p>
    </div>
    ${radios({
      id: 'host',
      label: 'Where the widgets come from',
      choices: [
        {
          value: 'site',
          label: 'Your own site’s folder',
          hint: 'Your copy of the folder, or the one beside this page.',
        },
        {
          value: 'cdn',
          label: 'The public npm package',
          hint: `By jsDelivr, a public delivery network. It works once version ${editor.version} is published on npm.`,
        },
      ],
      value: publishing.host,
      onChange: (host) => put({ host: host === 'cdn' ? 'cdn' : 'site' }),
    })}
    ${textField({
      id: 'base',
      label: 'Address of the folder',
      ...(publishing.host === 'cdn' && { hint: 'Frames and links need it: the network shows no pages.' }),
      value: publishing.base,
      onInput: (base) => put({ base: base.trim() }),
    })}
    ${radios({
      id: 'frames',
      label: 'What frames, links and Wix show',
      choices: [
        { value: 'own', label: 'Your terms', hint: 'Held back until your terms file has an address.' },
        { value: 'public', label: 'The public evidence only', hint: 'Nothing that you stated here.' },
      ],
      value: publishing.frames,
      onChange: (frames) => put({ frames: frames === 'public' ? 'public' : 'own' }),
    })}
    ${radios({
      id: 'version',
      label: 'Version',
      choices: [
        {
          value: 'moving',
          label: 'The newest fixes',
          hint: 'Follows one major version; nothing that you rely on changes.',
        },
        {
          value: 'exact',
          label: `Exactly ${editor.version}`,
          hint: 'Held by a hash; a changed file is refused.',
        },
      ],
      value: publishing.version,
      onChange: (version) => put({ version: version === 'exact' ? 'exact' : 'moving' }),
    })}
    <div>
      ${exactWithoutHash ? html`<p class="notice">The build beside this page has no list of hashes, so the snippet carries none.</p>` : nothing}
      ${textField({
        id: 'page',
        label: 'Address of your own page, for links',
        value: publishing.page,
        onInput: (page) => put({ page: page.trim() }),
      })}
    </div>
  </section>`;
}

function moveTab(event: KeyboardEvent, outputs: readonly Output[], { tab, onTab }: SnippetStep): void {
  const at = outputs.findIndex(({ id }) => id === tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: outputs.length - 1 }[event.key];
  const next = to === undefined ? undefined : outputs.at(to % outputs.length);
  if (next === undefined) return;
  event.preventDefault();
  onTab(next.id);
  const tabs = event.currentTarget as HTMLElement;
  tabs.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
}
