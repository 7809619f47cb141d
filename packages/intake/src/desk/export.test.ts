import { FIELDS } from '@maths-hubs/sdk/applications';
import { describe, expect, it } from 'vitest';
import { answering, application } from '../../test/intake.js';
import { asCsv, asJson } from './export.js';
import type { Received } from './rows.js';

const received = (sent = application): Received => ({
  reference: 'MH-00000-00000',
  hub: 'test-hub',
  receivedAt: '2099-01-01T10:00:00.000Z',
  probablyRepeats: null,
  setAsideAt: null,
  application: sent,
});

async function text(parts: (rows: AsyncIterable<Received>) => AsyncGenerator<string>, rows: Received[]) {
  async function* source() {
    yield* rows;
  }
  let all = '';
  for await (const part of parts(source())) all += part;
  return all;
}

/** A spreadsheet's reading of the file: quotes doubled within quotes, a line ends with CRLF. */
async function table(rows: Received[]): Promise<Record<string, string>[]> {
  const file = await text(asCsv, rows);
  expect(file.startsWith('\ufeff')).toBe(true);
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of file.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
  }
  const [names, ...cells] = lines.slice(0, -1);
  return cells.map((row) => Object.fromEntries(names!.map((name, column) => [name, row[column] ?? ''])));
}

describe('asCsv', () => {
  it('is a row an application and a column a field', async () => {
    const [row] = await table([received()]);
    expect(row).toMatchObject({
      reference: 'MH-00000-00000',
      hub: 'test-hub',
      schoolYear: '2099/00',
      pastPhases: 'second',
      postcode: 'LE1 1AA',
      agreed: 'yes',
      noticeVersion: 'n1',
    });
    expect(row!.commitments!.split('\n')).toHaveLength(5);
    expect(row!.phone).toBe('');
  });

  it.each(FIELDS.map(({ id }) => id))('lets no formula of an applicant run: %s', async (id) => {
    for (const formula of [
      '=HYPERLINK("http://evil.example")',
      '+1',
      '-1',
      '@SUM(1)',
      '\t=1',
      '\r=1',
      '＝1',
    ]) {
      const [row] = await table([received(answering({ [id]: id === 'pastPhases' ? [formula] : formula }))]);
      expect(row![id]).toBe(`'${formula}`);
    }
  });

  it('keeps quotes, commas and lines inside their cell', async () => {
    const name = 'a "quoted", name\r\nwith lines <b>';
    const rows = await table([received(answering({ name })), received()]);
    expect(rows.map((row) => row.name)).toEqual([name, 'A Teacher']);
  });
});

describe('asJson', () => {
  it('is JSON whole, also of nothing', async () => {
    expect(JSON.parse(await text(asJson, []))).toEqual([]);
    const rows = [received(), received(answering({ name: '</script>' }))];
    expect(JSON.parse(await text(asJson, rows))).toEqual(rows);
  });
});
