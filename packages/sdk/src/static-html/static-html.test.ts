import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { applicationForm } from '../applications/index.js';
import { emptyEdition, loadEdition, type Edition } from '../programme/index.js';
import { fallbackHtml, isStaticWidget, STATIC_WIDGETS, staticHtml } from './index.js';

type Node = DefaultTreeAdapterMap['node'];

function elementsOf(html: string): { readonly name: string; readonly attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const walk = (node: Node): void => {
    if ('attrs' in node)
      found.push({
        name: node.nodeName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      });
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return found;
}

/** The same edition with every text in it replaced; ids and what rules read stay. */
function withTexts(edition: Edition, text: string): Edition {
  const keep = new Set([
    'id',
    'format',
    'schoolYear',
    'phase',
    'from',
    'to',
    'kind',
    'unit',
    'per',
    'basis',
    'effect',
  ]);
  const rhythms = new Set(['half-termly', 'termly', 'yearly', 'regular']);
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    return typeof value === 'string' && !keep.has(key) && key !== 'source' && !rhythms.has(value)
      ? text
      : value;
  };
  return walk({ ...edition, recruitment: [] }, '') as Edition;
}

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    'javascript:alert(1)',
    'JAVASCRIPT://%0aalert(1)',
    'data:text/html,<script>1</script>',
    '</li></ul></section><iframe src=x>',
    '<!--',
    '&lt;script&gt;',
  ),
  fc.string(),
);
const ALLOWED = new Set(
  'h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd strong em sup a section table caption thead tbody tr th td'.split(
    ' ',
  ),
);

describe('static HTML', () => {
  it("never lets a hub's text become markup or an address that runs", async () => {
    const base = await loadEdition('2020/21');
    fc.assert(
      fc.property(hostile, fc.constantFrom(...STATIC_WIDGETS), (text, widget) => {
        const edition = {
          ...withTexts(base, text),
          contact: { name: text, website: text, email: text, telephone: text },
        };
        for (const html of [staticHtml(widget, { edition }), fallbackHtml(widget, { edition })])
          for (const { name, attributes } of elementsOf(html)) {
            expect(ALLOWED).toContain(name);
            expect(Object.keys(attributes).every((each) => ['href', 'scope'].includes(each))).toBe(true);
            if (attributes.href !== undefined)
              expect(attributes.href).toMatch(/^(https?:\/\/|mailto:|tel:)/i);
          }
      }),
      { numRuns: 150 },
    );
  });

  it('names the year, every source it cites, and what nobody states', async () => {
    const edition = await loadEdition('2024/25');
    const html = staticHtml('journey-map', { edition });
    expect(html).toContain('Terms for 2024/25.');
    const cited = [...html.matchAll(/<sup>\[([\d, ]+)\]/g)].flatMap(([, ids]) =>
      ids!.split(', ').map(Number),
    );
    const listed = html.split('Where these facts come from')[1]!.match(/<li>/g)!;
    expect(Math.max(...cited)).toBe(listed.length);
    expect(new Set(cited).size).toBe(listed.length);
    expect(html).toContain('No public source states:');
  });

  it("shows a hub's own edition with nothing in it as questions to the hub, never as no or 0", () => {
    const edition = emptyEdition('2027/28', 'four-phases', 'example-hub');
    for (const widget of STATIC_WIDGETS) {
      const html = staticHtml(widget, { edition });
      expect(html).toMatch(/[Aa]sk|contact|list of Maths Hubs/);
      expect(html).not.toMatch(/<dd>(No|0)\b/);
    }
  });

  it('starts at the heading level that the page needs', async () => {
    const edition = await loadEdition('2024/25');
    const html = staticHtml('journey-map', { edition }, { headingLevel: 4, phase: 'development' });
    expect(html.match(/<h\d/g)?.[0]).toBe('<h4');
    expect(html.match(/<section>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<h[123]/);
  });

  it('posts a plain form to an intake with a safe address, and never to another', async () => {
    const edition = await loadEdition('2024/25');
    const form = applicationForm(edition, {
      hub: 'example-hub',
      notice: {
        version: '1',
        controller: 'A',
        processor: 'B',
        lawfulBasis: 'public task',
        text: 'Our <notice>.',
      },
    });
    const html = staticHtml('apply-form', { edition, form, action: 'https://intake.example/apply' });
    const elements = elementsOf(html);
    expect(elements.find(({ name }) => name === 'form')?.attributes).toMatchObject({
      method: 'post',
      action: 'https://intake.example/apply',
    });
    const names = elements.map(({ attributes }) => attributes.name);
    for (const { id } of form.fields) expect(names).toContain(id);
    expect(names).toEqual(
      expect.arrayContaining(['hub', 'schoolYear', 'editionVersion', 'noticeVersion', 'agreement']),
    );
    expect(html).toContain('Our &lt;notice&gt;.');
    for (const action of ['javascript:alert(1)', '//evil.example', '/\\evil.example', 'http://plain.example'])
      expect(staticHtml('apply-form', { edition, form, action })).not.toContain('<form');
  });

  it('calls a phase what the hub calls it, else by the programme’s own word', () => {
    const edition = emptyEdition('2026/27', 'two-strands', 'example-hub');
    for (const html of [fallbackHtml('journey-map', { edition }), staticHtml('journey-map', { edition })]) {
      expect(html).toContain('Teaching for Mastery');
      expect(html).not.toContain('Continuing');
    }
    const phases = edition.phases.map((phase) => ({
      ...phase,
      name: { value: `Our ${phase.id} year`, source: [], basis: 'hub' as const },
    }));
    expect(fallbackHtml('journey-map', { edition: { ...edition, phases } })).toContain('Our continuing year');
  });

  it('knows its widgets by name', () => {
    expect(isStaticWidget('journey-map')).toBe(true);
    expect(isStaticWidget('toString')).toBe(false);
  });
});
