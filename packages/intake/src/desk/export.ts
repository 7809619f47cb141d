import { FIELDS } from '@maths-hubs/sdk/applications';
import { csvLine } from '@maths-hubs/sdk/evidence';
import type { Received } from './rows.js';

/** A JSON array, a line an application. */
export async function* asJson(rows: AsyncIterable<Received>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    yield `${separator}${JSON.stringify(row)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

const COLUMNS = [
  'reference',
  'hub',
  'receivedAt',
  'probablyRepeats',
  'setAsideAt',
  'kind',
  'schoolYear',
  'editionVersion',
  ...FIELDS.map(({ id }) => id),
  'readiness',
  'agreed',
  'commitments',
  'noticeVersion',
  'noticeShownAt',
] as const;

/** A table for a spreadsheet: UTF-8 with its mark, and no cell that would run as a formula. */
export async function* asCsv(rows: AsyncIterable<Received>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(COLUMNS)}`;
  for await (const { reference, hub, receivedAt, probablyRepeats, setAsideAt, application } of rows) {
    const { kind, edition, answers, readiness, agreement, notice } = application;
    yield csvLine([
      reference,
      hub,
      receivedAt,
      probablyRepeats,
      setAsideAt,
      kind,
      edition.schoolYear,
      edition.version,
      ...FIELDS.map(({ id }) => (id === 'pastPhases' ? answers.pastPhases?.join('; ') : answers[id])),
      Object.entries(readiness)
        .map(([question, answer]) => `${question}: ${answer}`)
        .join('; '),
      agreement === null ? 'no' : 'yes',
      agreement?.commitments.map(({ statement }) => statement).join('\n'),
      notice.version,
      notice.shownAt,
    ]);
  }
}
