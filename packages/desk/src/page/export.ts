import { FIELDS } from '@maths-hubs/sdk/applications';
import { csvLine } from '@maths-hubs/sdk/evidence';
import type { Case } from '../model/desk.js';

const COLUMNS = [
  'reference',
  'receivedAt',
  'kind',
  'state',
  'schoolYear',
  ...FIELDS.map(({ id }) => id),
  'notes',
] as const;

function cellsOf(each: Case): string[] {
  const { reference, receivedAt, kind, state, schoolYear, answers, notes } = each;
  return [
    reference,
    receivedAt,
    kind,
    state,
    schoolYear,
    ...FIELDS.map(({ id }) =>
      id === 'pastPhases' ? (answers.pastPhases ?? []).join('; ') : (answers[id] ?? ''),
    ),
    notes.map(({ text }) => text).join('\n'),
  ];
}

/** UTF-8 with its mark, and no cell that would run as a formula. */
export function asCsv(cases: readonly Case[]): Blob {
  const lines = [COLUMNS, ...cases.map(cellsOf)].map((row) => csvLine(row));
  return new Blob([`\ufeff${lines.join('')}`], { type: 'text/csv' });
}

/** Every cell is text: leading zeros stay, and nothing is a formula. */
export async function asXlsx(cases: readonly Case[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const head = COLUMNS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = cases.map((each) => cellsOf(each).map((value) => ({ value, type: String })));
  return write([head, ...rows], { stickyRowsCount: 1 }).toBlob();
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
