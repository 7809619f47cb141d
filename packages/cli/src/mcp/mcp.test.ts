import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editions, loadEdition } from '@maths-hubs/sdk/programme';

/** The program as a model's host starts it: a process of its own, spoken to over standard input and output. */
const program = fileURLToPath(new URL('../../bin/maths-hubs.js', import.meta.url));
let client: Client;

beforeAll(async () => {
  client = new Client({ name: 'a test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'] }));
});
afterAll(() => client.close());

async function ask(
  name: string,
  given: Record<string, unknown> = {},
): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: given });
  return {
    text: (content as { text: string }[])
      .map(({ text }) => text)
      .join('\n')
      .replace(/\s+/g, ' '),
    isError: isError === true,
  };
}

describe('maths-hubs mcp', () => {
  it('tells what it can be asked, and how to speak of what is not known', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'check_eligibility',
      'estimate_funding',
      'find_hub',
      'get_terms',
      'list_facts',
      'list_years',
      'what_changed',
    ]);
    for (const tool of tools) expect(tool.description).toMatch(/\.$/);
    expect(client.getInstructions()).toContain('ask your hub');
  });

  it('lists the years', async () => {
    const { text } = await ask('list_years');
    for (const { schoolYear } of editions()) expect(text).toContain(schoolYear);
  });

  it('answers on terms with a source beside each', async () => {
    const { text } = await ask('get_terms', { year: '2020/21', phase: 'development' });
    expect(text).toContain('Work Group size: 6 or 7 schools');
    expect(text).toContain('Work Group Information Sheet');
    expect(text).toContain('Not known, ask your hub:');
    const { sources } = await loadEdition('2020/21');
    expect(Object.values(sources).some(({ title }) => text.includes(title))).toBe(true);
  });

  it('decides with reasons, each with its source, and asks for what is missing', async () => {
    const open = await ask('check_eligibility', {
      year: '2024/25',
      phase: 'development',
      school: { inEngland: true },
    });
    expect(open.text).toContain('Not known yet.');
    expect(open.text).toContain('To ask, best first');
    expect(open.text).toContain('Source:');
    const shut = await ask('check_eligibility', {
      year: '2024/25',
      phase: 'development',
      school: { inEngland: false },
    });
    expect(shut.text).toContain('Not eligible.');
  });

  it('says what changed, what money there is, and which hub it is, with sources', async () => {
    expect((await ask('what_changed', { from: '2020/21', to: '2024/25' })).text).toContain('NCP24-11');
    expect((await ask('estimate_funding', { year: '2020/21', phase: 'development' })).text).toMatch(/£1,000/);
    const hub = (await ask('find_hub', { council: 'Oadby and Wigston' })).text;
    expect(hub).toContain('East Midlands South');
    expect(hub).toContain('source:');
  });

  it('tells what it cannot answer with a remedy, and goes on', async () => {
    const year = await ask('get_terms', { year: '2031/32' });
    expect(year).toMatchObject({ isError: true });
    expect(year.text).toContain('There are: 2016/17');
    const fact = await ask('check_eligibility', {
      year: '2024/25',
      phase: 'development',
      school: { shoeSize: 7 },
    });
    expect(fact.text).toContain('shoeSize');
    expect((await ask('find_hub')).text).toContain('Give a postcode');
    expect((await ask('list_facts')).isError).toBe(false);
  });
});
