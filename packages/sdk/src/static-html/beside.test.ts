import { describe, expect, it } from 'vitest';
import {
  loadEdition,
  loadSecondary,
  secondaryUndated,
  statistics,
  undatedEvidence,
  widerRules,
} from '../programme/index.js';
import { markdown, simpleHtml, staticHtml } from './index.js';

const wider = await widerRules();

describe('static HTML of what is beside the phases', () => {
  it('shows undated evidence apart from the journey, with the reason and sources of its own', async () => {
    const edition = await loadEdition('2024/25');
    const undated = await undatedEvidence();
    const html = staticHtml('journey-map', { edition, undated });
    const [dated = '', apart = ''] = html.split('More from hubs (date not known)');
    for (const { title, why } of undated.evidence) {
      const said = title.replaceAll("'", '&#39;');
      expect(apart).toContain(said);
      expect(dated).not.toContain(`>${said}<`);
      expect(apart).toContain(why.slice(0, 20).replaceAll("'", '&#39;'));
    }
    expect(apart).toContain('Where these facts come from');
    expect(staticHtml('journey-map', { edition })).not.toContain('date not known');
  });

  it('leads a secondary school on from who can join, as far as is evidenced', async () => {
    const edition = await loadEdition('2024/25');
    const html = staticHtml('eligibility-checker', { edition, secondary: await loadSecondary('2024/25') });
    const [, way = ''] = html.split('>Secondary schools<');
    expect(way).toContain('Mastery Advocates');
    expect(way).toMatch(/No public source states: [^<]*release time/);
    const without = staticHtml('eligibility-checker', { edition, secondary: await loadSecondary('2018/19') });
    expect(without).toContain('No public source was found that tells of the secondary programme in 2018/19');
  });

  it('writes the secondary journey and its sheet like any other, with no undated sum in a year', async () => {
    const edition = await loadSecondary('2024/25');
    const undated = await secondaryUndated();
    const html = staticHtml('journey-map', { edition, undated });
    expect(html).toContain('>Secondary Teaching for Mastery - Development<');
    const [dated = '', apart = ''] = html.split('date not known)');
    expect(dated).not.toContain('£');
    expect(apart).toContain('£2,000');
    expect(staticHtml('information-sheet', { edition })).toContain('every half-term');
  });

  it('lists linked projects with who may join, by the rules of that year', async () => {
    const html = staticHtml('eligibility-checker', { edition: await loadEdition('2024/25'), wider });
    const [, projects = ''] = html.split('Other projects of the Maths Hubs');
    expect(projects).toMatch(/Mastering Number at KS2[^]*<li>The school is in Sustaining\./);
    expect(projects).toContain('No source states who may join');
  });

  it('says where to apply in the year that states it', async () => {
    for (const widget of ['journey-map', 'information-sheet'] as const)
      expect(staticHtml(widget, { edition: await loadEdition('2020/21') })).toMatch(
        /When and where to apply[^]*ncetm\.org\.uk\/masteryrecruitment, through the hub, For places from September 2020/,
      );
  });

  it('tells how to become a specialist, and asks the hub where no source says', async () => {
    const of = async (year: string, programme?: 'secondary') =>
      staticHtml(
        'specialist-path',
        { edition: await loadEdition(year), wider },
        programme ? { programme } : {},
      );
    expect(await of('2025/26')).toMatch(/Apply by[^]*14 March 2025[^]*Three of two days[^]*What is paid/);
    expect((await of('2019/20')).match(/No public source of 2019\/20 states it/g)).toHaveLength(6);
    expect(await of('2025/26', 'secondary')).toContain('£200 a day');
  });

  it('has budgets among the figures only where they are asked for', async () => {
    const data = { edition: await loadEdition('2024/25'), statistics: await statistics() };
    expect(staticHtml('programme-reach', data)).not.toContain('£32,000,000');
    expect(staticHtml('programme-reach', data, { budgets: true })).toContain('£32,000,000');
    expect(staticHtml('programme-reach', data)).toContain('just over 1,500');
  });

  it('has simple HTML and Markdown of it too', async () => {
    const data = { edition: await loadEdition('2025/26'), wider };
    expect(simpleHtml('specialist-path', data)).not.toMatch(/<dl|<dt/);
    expect(markdown('specialist-path', data)).toMatch(/^#+ Become a Mastery Specialist/);
  });
});
