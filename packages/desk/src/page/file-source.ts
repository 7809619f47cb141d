import type { Answers, Application, FieldId } from '@maths-hubs/sdk/applications';
import { FIELDS } from '@maths-hubs/sdk/applications';
import { readRecords } from '@maths-hubs/sdk/groups/lists';
import { EMPTY_DESK, isState } from '../model/desk.js';
import type { AuditEntry, Case, HubDesk } from '../model/desk.js';
import { readPlaces } from './groups/read-places.js';
import type { DeskSource } from './source.js';

/** What a file of one's own work holds, beside the applications. */
interface Work {
  readonly format: 'maths-hubs-desk/1';
  readonly edition: string;
  readonly cases: readonly Case[];
  readonly desk: HubDesk;
}

/** Applications and work from a file; bad rows are reported by line. */
export async function openFileSource(
  file: File,
  edition: string,
): Promise<{ source: DeskSource & { save(): string }; problems: readonly string[] }> {
  const problems: string[] = [];
  const text = file.name.endsWith('.json') ? await file.text() : null;
  const json: unknown = text === null ? null : parse(text, file.name);
  const work = isWork(json) ? json : null;
  const cases =
    work?.cases.map(withMark) ??
    (Array.isArray(json) ? json.map(caseOfExport) : await casesOfCsv(file, problems));
  if (cases.length === 0)
    throw new Error(`${file.name} has no applications. Give the export of the intake, or of WordPress.`);
  const desk = work?.desk ?? { ...EMPTY_DESK, ...(text === null && (await placesIn(file, cases))) };
  return { source: inMemory([...cases], desk, work?.edition ?? edition), problems };
}

/** A list of one's own may say where its schools lie, as the groups command takes it. */
async function placesIn(file: File, cases: readonly Case[]): Promise<Partial<HubDesk>> {
  const postcodes = new Set(cases.flatMap(({ answers }) => answers.postcode ?? []));
  const urns = new Set(cases.flatMap(({ answers }) => answers.urn ?? []));
  return (await readPlaces(file, { postcodes, urns })) ?? {};
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `${name} is not JSON. Give the export of the intake, of WordPress, or work that was saved here.`,
    );
  }
}

function isWork(json: unknown): json is Work {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === 'maths-hubs-desk/1';
}

/** Work that was saved before anything was ever set aside. */
function withMark(each: Case): Case {
  return { ...each, setAsideAt: each.setAsideAt ?? null };
}

function caseOfExport(row: {
  reference: string;
  receivedAt: string;
  setAsideAt?: string | null;
  application: Application;
}): Case {
  const { kind, answers, edition } = row.application;
  return {
    reference: row.reference,
    receivedAt: row.receivedAt,
    kind,
    schoolYear: edition.schoolYear,
    answers,
    state: 'new',
    setAsideAt: row.setAsideAt ?? null,
    notes: [],
    letters: [],
    receipt: null,
  };
}

async function casesOfCsv(file: File, problems: string[]): Promise<Case[]> {
  const cases: Case[] = [];
  const seen = new Map<string, number>();
  for await (const { line, record } of readRecords(file.stream(), ({ line: at, message }) =>
    problems.push(`Line ${at}: ${message}`),
  )) {
    const reference = record['reference'] ?? '';
    const before = seen.get(reference);
    if (reference === '' || before !== undefined) {
      problems.push(
        `Line ${line}: Row left out: ${reference === '' ? 'it has no reference' : `${reference} is on line ${before} already`}.`,
      );
      continue;
    }
    seen.set(reference, line);
    const given = FIELDS.map(({ id }) => [id, record[id] ?? ''] as const).filter(([, value]) => value !== '');
    const answers = Object.fromEntries(given.map(([id, value]) => [id, answerOf(id, value)])) as Answers;
    const state = record['state'];
    cases.push({
      reference,
      receivedAt: record['receivedAt'] ?? '',
      kind: record['kind'] === 'interest' ? 'interest' : 'application',
      schoolYear: record['schoolYear'] ?? '',
      answers,
      state: isState(state) ? state : 'new',
      setAsideAt: record['setAsideAt'] || null,
      notes: [],
      letters: [],
      receipt: null,
    });
  }
  return cases;
}

/** A cell as it was answered: an export puts a space into a long number that begins with 0, so that a spreadsheet keeps the 0. */
function answerOf(id: FieldId, cell: string): string | readonly string[] {
  if (id === 'pastPhases') return cell.split(/;\s*/);
  return id === 'trn' ? cell.replace(/\s/g, '') : cell;
}

const WHO = 'this computer';

function inMemory(cases: Case[], kept: HubDesk, edition: string): DeskSource & { save(): string } {
  let desk = kept;
  const log: AuditEntry[] = [];
  const record = (action: string, reference: string | null, detail: string | null = null): void => {
    log.unshift({
      id: String(log.length + 1),
      at: new Date().toISOString(),
      who: WHO,
      action,
      reference,
      detail,
    });
  };
  const change = (reference: string, to: (each: Case) => Case): void => {
    const at = cases.findIndex((each) => each.reference === reference);
    const found = cases[at];
    if (found !== undefined) cases[at] = to(found);
  };
  const at = (): string => new Date().toISOString();
  return {
    kind: 'file',
    me: async () => ({
      email: WHO,
      token: '',
      hubs: [
        {
          id: 'file',
          name: 'A file on this computer',
          edition,
          roles: ['read', 'decide', 'erase'],
          retentionDays: null,
          sendsMail: false,
          contact: null,
        },
      ],
    }),
    edition: async () => edition,
    cases: async () => [...cases],
    opened: async (reference) => record('read', reference),
    async move(moves) {
      for (const { reference, from, to } of moves) {
        change(reference, (each) => ({ ...each, state: to }));
        record('state', reference, `${from} → ${to}`);
      }
    },
    async note(reference, text) {
      change(reference, (each) => ({ ...each, notes: [...each.notes, { at: at(), who: WHO, text }] }));
      record('note', reference);
    },
    async letter(reference, { kind, subject, text, attachments }) {
      change(reference, (each) => ({
        ...each,
        letters: [
          ...each.letters,
          {
            at: at(),
            who: WHO,
            kind,
            to: each.answers.email ?? '',
            subject,
            text,
            sent: false,
            attached: attachments.map(({ filename }) => filename),
          },
        ],
      }));
      record('letter copied', reference, kind);
    },
    desk: async () => desk,
    async keep(next) {
      desk = next;
      record('groups kept', null, next.chosen);
    },
    async exported(format) {
      record('export', null, format);
      return cases.filter(({ setAsideAt }) => setAsideAt === null);
    },
    search: async (words) =>
      cases.filter((each) => JSON.stringify(each).toLowerCase().includes(words.toLowerCase())),
    async release(references) {
      for (const reference of references) {
        change(reference, (each) => ({ ...each, setAsideAt: null }));
        record('released', reference);
      }
    },
    async erase(references) {
      for (const reference of references) {
        const index = cases.findIndex((each) => each.reference === reference);
        if (index >= 0) cases.splice(index, 1);
        record('erased', reference);
      }
    },
    audit: async (before) => (before === undefined ? [...log] : []),
    leave: async () => undefined,
    save: () => JSON.stringify({ format: 'maths-hubs-desk/1', edition, cases, desk } satisfies Work, null, 2),
  };
}
