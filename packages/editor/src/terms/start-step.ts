import {
  radios,
  selectField,
  textField,
  type Choice,
  type ControlError,
  errorSummary,
} from '@maths-hubs/components/foundation/controls';
import type { Hub } from '@maths-hubs/sdk/hubs';
import { addSchoolYears, editions, schoolYearOf } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { hubId, type OwnHub, type Start } from '../project/own-hub.js';

/** What is chosen before there are terms. */
export interface StartChoice {
  /** Id of the directory, `other`, or empty. */
  readonly hub: string;
  readonly name: string;
  readonly schoolYear: string;
  readonly start: 'four-phases' | 'two-strands' | 'year' | 'file' | '';
  readonly year: string;
  /** Another hub's file, to start from. */
  readonly file?: { readonly name: string; readonly text: string };
}

/** @param today  ISO day */
export function freshStart(today: string): StartChoice {
  return { hub: '', name: '', schoolYear: schoolYearOf(today), start: 'four-phases', year: '2024/25' };
}

const STARTS: readonly Choice[] = [
  {
    value: 'four-phases',
    label: 'The four phases, empty',
    hint: 'Mastery Readiness, Development, Embedding and Sustaining. What public sources say can be taken over with one press.',
  },
  {
    value: 'two-strands',
    label: 'The two strands, empty',
    hint: 'Teaching for Mastery (Introductory), then Teaching for Mastery.',
  },
  {
    value: 'year',
    label: 'A year that we have',
    hint: 'In the same year, what public sources say is filled in with its source. In another year you get its phases, empty.',
  },
  {
    value: 'file',
    label: 'Another hub’s file',
    hint: 'Its phases, and its terms as a list to say yes or no to. Nothing of it is yours until you say so.',
  },
];

/** The faults of a choice, each with its control. */
export function startErrors({ hub, name, start, file }: StartChoice): ControlError[] {
  return [
    ...(hub === '' ? [{ id: 'hub', message: 'Choose your hub.' }] : []),
    ...(hub === 'other' && name.trim() === ''
      ? [{ id: 'hub-name', message: 'Type the name of your hub.' }]
      : []),
    ...(start === 'file' && !file ? [{ id: 'start-file', message: 'Choose the other hub’s file.' }] : []),
    ...(start === '' ? [{ id: 'start', message: 'Choose where to start.' }] : []),
  ];
}

/** The hub and the start that a whole choice names. */
export function startOf(choice: StartChoice, hubs: readonly Hub[]): { hub: OwnHub; start: Start } {
  const listed = hubs.find(({ id }) => id === choice.hub);
  const name = choice.name.trim();
  return {
    hub: listed ? { id: listed.id, name: listed.name, website: listed.website } : { id: hubId(name), name },
    start:
      choice.start === 'two-strands' || choice.start === 'four-phases'
        ? { template: choice.start }
        : { year: choice.year },
  };
}

interface StartOptions {
  readonly choice: StartChoice;
  readonly hubs: readonly Hub[];
  readonly errors: readonly ControlError[];
  readonly fileProblem: readonly string[];
  readonly today: string;
  /** Whose drafts this device keeps. */
  readonly drafts: readonly string[];
  readonly onDraft: (whose: string) => void;
  readonly onForget: (whose: string) => void;
  readonly onChange: (choice: StartChoice) => void;
  readonly onBegin: () => void;
  readonly onFile: (file: File) => void;
}

/** The first questions: whose terms, which year, from what. */
export function startForm(options: StartOptions): TemplateResult {
  const { choice, hubs, errors, today, onChange } = options;
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  const now = schoolYearOf(today);
  const years = [
    ...new Set([
      addSchoolYears(now, 1),
      now,
      ...editions()
        .map(({ schoolYear }) => schoolYear)
        .toReversed(),
    ]),
  ];
  return html`${errorSummary(errors, 3)} ${draftsList(options)}
    <section class="panel">
      <h3>Start new terms</h3>
      ${selectField({
        id: 'hub',
        label: 'Your hub',
        error: errorOf('hub'),
        choices: [
          { value: '', label: hubs.length === 0 ? 'Loading the hubs…' : 'Choose your hub' },
          ...hubs.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'other', label: 'Another hub, not in this list' },
        ],
        value: choice.hub,
        onChange: (hub) => onChange({ ...choice, hub }),
      })}
      ${
        choice.hub === 'other'
          ? textField({
              id: 'hub-name',
              label: 'Name of your hub',
              value: choice.name,
              error: errorOf('hub-name'),
              onInput: (name) => onChange({ ...choice, name }),
            })
          : nothing
      }
      ${selectField({
        id: 'school-year',
        label: 'School year of your terms',
        choices: years.map((year) => ({ value: year, label: year })),
        value: choice.schoolYear,
        onChange: (schoolYear) => onChange({ ...choice, schoolYear }),
      })}
      ${radios({
        id: 'start',
        label: 'Start from',
        error: errorOf('start'),
        choices: STARTS,
        value: choice.start || undefined,
        onChange: (start) => onChange({ ...choice, start: start as StartChoice['start'] }),
      })}
      ${
        choice.start === 'year'
          ? selectField({
              id: 'start-year',
              label: 'Which year',
              choices: editions()
                .toReversed()
                .map(({ schoolYear, evidence }) => ({
                  value: schoolYear,
                  label: `${schoolYear} (evidence: ${evidence})`,
                })),
              value: choice.year,
              onChange: (year) => onChange({ ...choice, year }),
            })
          : nothing
      }
      ${
        choice.start === 'file'
          ? html`${fileField('start-file', 'The other hub’s file', (file) => void file.text().then((text) => onChange({ ...choice, file: { name: file.name, text } })))}
              <p role="status">
                ${errorOf('start-file') ?? (choice.file ? `Chosen: ${choice.file.name}` : nothing)}
              </p>`
          : nothing
      }
      <p class="actions"><button type="button" id="begin" @click=${options.onBegin}>Begin</button></p>
    </section>
    <section class="panel">
      <h3>Or open a file that you saved, this year’s or last year’s</h3>
      ${fileField('open-file', 'Saved file', options.onFile)}
      ${
        options.fileProblem.length === 0
          ? nothing
          : html`<div class="notice problem" role="alert">
              <p><strong>This file cannot be opened.</strong></p>
              <ul>
                ${options.fileProblem.map((line) => html`<li>${line}</li>`)}
              </ul>
            </div>`
      }
    </section>`;
}

/** Work saved on this device, to continue or to discard. */
function draftsList({ drafts, onDraft, onForget }: StartOptions): TemplateResult | typeof nothing {
  if (drafts.length === 0) return nothing;
  return html`<section class="panel" id="drafts">
    <h3>Kept on this device</h3>
    <ul>
      ${drafts.map(
        (whose) =>
          html`<li>
            <p>
              ${whose}
              <button type="button" class="secondary" @click=${() => onDraft(whose)}>
                Go on<span class="visually-hidden"> with ${whose}</span>
              </button>
              <button type="button" class="plain" @click=${() => onForget(whose)}>
                Delete<span class="visually-hidden"> ${whose}</span>
              </button>
            </p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A file to choose, read here and sent nowhere. */
export function fileField(id: string, label: string, onFile: (file: File) => void): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">
      A file that this page saved, or the file of a hub’s terms (.json or .txt). It is read here and sent
      nowhere.
    </p>
    <input
      id=${id}
      type="file"
      accept=".json,.txt,application/json,text/plain"
      aria-describedby="${id}-hint"
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const file = input.files?.[0];
        if (file) onFile(file);
        input.value = '';
      }}
    />
  </div>`;
}
