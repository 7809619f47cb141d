import { selectField, textField, type Choice } from '@maths-hubs/components/foundation/controls';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import type {
  Calendar,
  CalendarEvent,
  Edition,
  HalfTerm,
  RecruitmentWindow,
} from '@maths-hubs/sdk/programme';
import { html, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { BY_HUB } from '../project/edit.js';
import { calendarFiles } from './calendar-files.js';
import { controlId, faultAt } from './faults.js';
import { eventsOf, readDates } from './pasted-dates.js';
import { records, type RecordField } from './records.js';
import { choicesOf } from './choices.js';
import { freshId } from './value-field.js';

const HALF_TERMS: Readonly<Record<HalfTerm['id'], string>> = {
  'autumn-1': 'First half of autumn',
  'autumn-2': 'Second half of autumn',
  'spring-1': 'First half of spring',
  'spring-2': 'Second half of spring',
  'summer-1': 'First half of summer',
  'summer-2': 'Second half of summer',
};

const STATUS = choicesOf({
  '': 'told by the dates',
  open: 'open',
  closed: 'closed',
  'fully-booked': 'fully booked',
  'register-interest': 'register interest',
});

const EVENT_KINDS = choicesOf({
  'first-workshop': 'first workshop',
  meeting: 'Work Group meeting',
  visit: 'visit to a school',
  'headteacher-meeting': 'headteacher meeting',
  claim: 'last day to claim',
  other: 'something else',
});

/** When schools may apply. */
export function recruitmentForm({ project: { edition }, faults, edit }: Editor): TemplateResult {
  return records({
    path: 'recruitment',
    rows: edition.recruitment,
    fields: windowFields(phaseChoices(edition)),
    faults,
    noun: 'Recruitment window',
    fresh: () => ({
      id: freshId('window', edition.recruitment),
      phases: [],
      opens: null,
      closes: null,
      ...BY_HUB,
    }),
    onChange: (rows) => edit((old) => ({ ...old, recruitment: rows.map((row) => ({ ...row, ...BY_HUB })) })),
  });
}

function windowFields(phases: readonly Choice[]): RecordField<RecruitmentWindow>[] {
  return [
    { key: 'opens', label: 'Opens', kind: 'day', empty: 'null' },
    { key: 'closes', label: 'Last day to apply', kind: 'day', empty: 'null' },
    {
      key: 'phases',
      label: 'For which phases',
      hint: 'None ticked: for every phase.',
      kind: 'many',
      choices: phases,
      empty: 'text',
    },
    { key: 'status', label: 'Whether schools may apply', kind: 'choice', choices: STATUS, empty: 'absent' },
    { key: 'note', label: 'A note for schools', kind: 'text', empty: 'absent' },
  ];
}

/** The hub's half-terms, and the dates that it has fixed. */
export function calendarForm(editor: Editor): TemplateResult {
  const { edition } = editor.project;
  const calendar: Calendar = edition.calendar ?? { halfTerms: [], events: [], ...BY_HUB };
  const put = (change: Partial<Calendar>): void =>
    editor.edit((old) => {
      const next = { ...calendar, ...change, ...BY_HUB };
      return { ...old, calendar: next.halfTerms.length + next.events.length === 0 ? null : next };
    });
  const phases = phaseChoices(edition);
  return html`<div class="half-terms">
      ${(Object.keys(HALF_TERMS) as HalfTerm['id'][]).map((id) => halfTermFields(editor, calendar, id, put))}
    </div>
    <h4>Dates that are fixed</h4>
    ${records<CalendarEvent>({
      path: 'calendar.events',
      rows: calendar.events,
      fields: [
        { key: 'kind', label: 'What', kind: 'choice', choices: EVENT_KINDS, empty: 'text' },
        { key: 'date', label: 'Day', kind: 'day', empty: 'text' },
        { key: 'starts', label: 'Begins', kind: 'time', empty: 'absent' },
        { key: 'ends', label: 'Ends', kind: 'time', empty: 'absent' },
        { key: 'phase', label: 'Phase', kind: 'choice', choices: phases, empty: 'text' },
        { key: 'title', label: 'What you call it', kind: 'text', empty: 'absent' },
        { key: 'place', label: 'Where', kind: 'text', empty: 'absent' },
      ],
      faults: editor.faults,
      noun: 'Date',
      fresh: () => ({
        id: freshId('date', calendar.events),
        kind: 'meeting',
        phase: phases[0]?.value ?? '',
        date: '',
      }),
      onChange: (events) => put({ events }),
    })}
    ${pasteField(editor, calendar, phases, (events) => put({ events }))} ${calendarFiles(edition)}`;
}

/** A list of dates from elsewhere, pasted: what can be read is added, the rest stays in the field with the reason. */
function pasteField(
  { project: { edition } }: Editor,
  { events }: Calendar,
  phases: readonly Choice[],
  onChange: (events: Calendar['events']) => void,
): TemplateResult {
  const add = (event: Event): void => {
    const part = (event.currentTarget as HTMLElement).closest('.paste');
    const field = part?.querySelector('textarea');
    const said = part?.querySelector('[role=status]');
    if (!field || !said) return;
    const phase = part?.querySelector('select')?.value ?? phases[0]?.value ?? '';
    const dates = readDates(field.value, edition.schoolYear);
    const problems = dates.flatMap((each) => ('problem' in each ? [each] : []));
    const taken = eventsOf(dates, phase, (index) => `date-${events.length + index + 1}-${Date.now()}`);
    if (taken.length > 0) onChange([...events, ...taken]);
    field.value = problems.map(({ line }) => line).join('\n');
    said.textContent = [
      `${taken.length === 1 ? '1 date was' : `${taken.length} dates were`} added.`,
      ...problems.map(({ line, problem }) => `“${line}”: ${problem}`),
    ].join(' ');
  };
  return html`<div class="paste">
    <div class="field">
      <label for="paste-dates">Or paste a list of dates</label>
      <p class="hint" id="paste-dates-hint">
        One on each line, such as: Thursday 15 October, 1.30pm to 3.30pm, first workshop
      </p>
      <textarea id="paste-dates" rows="4" aria-describedby="paste-dates-hint"></textarea>
    </div>
    ${selectField({ id: 'paste-phase', label: 'For which phase', choices: phases, value: phases[0]?.value ?? '', onChange: () => undefined })}
    <p class="actions">
      <button type="button" class="secondary" id="add-pasted" @click=${add}>Add these dates</button>
    </p>
    <p role="status"></p>
  </div>`;
}

function halfTermFields(
  editor: Editor,
  { halfTerms }: Calendar,
  id: HalfTerm['id'],
  put: (change: Partial<Calendar>) => void,
): TemplateResult {
  const index = halfTerms.findIndex((each) => each.id === id);
  const now = halfTerms[index] ?? { id, starts: '', ends: '' };
  const path = `calendar.halfTerms[${index}]`;
  const set = (change: Partial<HalfTerm>): void => {
    const next = { ...now, ...change };
    const others = halfTerms.filter((each) => each.id !== id);
    const order = Object.keys(HALF_TERMS);
    put({
      halfTerms: (next.starts || next.ends ? [...others, next] : others).toSorted(
        (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
      ),
    });
  };
  const field = (end: 'starts' | 'ends', label: string): TemplateResult =>
    textField({
      id: `half-term-${id}-${end}`,
      type: 'date',
      label: html`<span class="visually-hidden">${HALF_TERMS[id]}, </span>${label}`,
      value: now[end],
      error: index < 0 ? undefined : faultAt(editor.faults, `${path}.${end}`),
      onInput: (day) => set({ [end]: day }),
    });
  return html`<div class="half-term" id=${index < 0 ? `half-term-${id}` : controlId(path)}>
    <p>${HALF_TERMS[id]}</p>
    ${field('starts', 'first day')} ${field('ends', 'last day')}
  </div>`;
}

function phaseChoices(edition: Edition): Choice[] {
  return edition.phases.map(({ id }) => ({ value: id, label: shortPhaseName(edition, id) }));
}
