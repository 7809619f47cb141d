import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  forgetSteps,
  mount,
  part,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import './define.js';
import type { EligibilityChecker } from './eligibility-checker.js';

const primary = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  teachesPrimary: true,
  teachesSecondary: false,
  provision: 'mainstream',
} as const;
const inSustaining = {
  ...primary,
  readiness: 'never',
  development: 'done',
  embedding: 'done',
  sustaining: 'now',
  newHeadteacher: false,
} as const;
const secondary = {
  ...primary,
  schoolPhase: 'secondary',
  teachesPrimary: false,
  teachesSecondary: true,
} as const;
const allThrough = { ...primary, schoolPhase: 'all-through', teachesSecondary: true } as const;

/** A check that has come to its result, and to what is beside it. */
async function checked(
  school: NonNullable<EligibilityChecker['school']>,
  attributes = 'edition="2024/25"',
): Promise<EligibilityChecker> {
  const root = await mount({
    html: `<mh-eligibility-checker ${attributes}></mh-eligibility-checker>`,
    setup: (at) => Object.assign(at.querySelector('mh-eligibility-checker') ?? {}, { school }),
  });
  const widget = root.querySelector('mh-eligibility-checker');
  if (!widget) throw new Error('No checker');
  await until(() => widget.shadowRoot?.querySelector('#result, .choices'));
  return widget;
}

const beside = (widget: EligibilityChecker): HTMLElement | null =>
  widget.shadowRoot?.querySelector('[part=further]') ?? null;

async function told(widget: EligibilityChecker): Promise<string> {
  await until(() => beside(widget));
  return textOf(beside(widget));
}

describe('what is beside the checker’s result', () => {
  afterEach(async () => {
    unmountAll();
    await forgetSteps();
  });

  it('leads a secondary school on, as far as is evidenced, and names what is not known', async () => {
    const widget = await checked(secondary);
    const way = await told(widget);
    expect(textOf(part(widget, '#result'))).to.contain('separate programme for secondary schools');
    expect(way)
      .to.contain('What public sources tell of it in 2024/25')
      .and.to.contain('Mastery Advocates')
      .and.to.contain('Embedding and Sustaining')
      .and.to.match(/No source states: [^.]*release time[^.]*\. Ask your hub/);
    expect(way).not.to.match(/£/);
  });

  it('gives the last year with evidence, by its name, where the year has none', async () => {
    expect(await told(await checked(secondary, 'edition="2025/26"'))).to.contain(
      'No public source describes its phases in 2025/26. This is what was published for 2024/25',
    );
    unmountAll();
    expect(await told(await checked(secondary, 'edition="2018/19"'))).to.contain(
      'No public source describes its phases in 2018/19. Ask your hub.',
    );
  });

  it('tells an all-through school of both', async () => {
    const widget = await checked(
      { ...allThrough, development: 'never', readiness: 'never', releasesTwoTeachers: true },
      'edition="2024/25" phase="development"',
    );
    expect(await told(widget)).to.contain('Your secondary years have a programme too');
    expect(beside(widget)?.querySelector('details')?.open, 'it waits until it is asked for').to.equal(false);
    expect(textOf(part(widget, '#result'))).to.contain('Development');
  });

  it('offers a linked project where the school qualifies, with what is left to meet and its sources', async () => {
    const widget = await checked(inSustaining, 'edition="2024/25" phase="sustaining"');
    const offer = await told(widget);
    expect(offer)
      .to.contain('Mastering Number at KS2')
      .and.to.contain('It may be open to you if:')
      .and.to.contain('teachers of Years 4 and 5 can commit');
    expect(offer).not.to.contain('The school is in Sustaining.');
    for (const item of beside(widget)?.querySelectorAll('li li') ?? [])
      expect(textOf(item.querySelector('sup'))).to.match(/source \d/);
  });

  it('offers none to a school that does not qualify', async () => {
    const widget = await checked(
      {
        ...primary,
        development: 'never',
        readiness: 'never',
        embedding: 'never',
        sustaining: 'never',
        releasesTwoTeachers: true,
      },
      'edition="2024/25" phase="development"',
    );
    await until(() => widget.shadowRoot?.querySelector('#result'));
    const { further } = await import('./further.js');
    const { standingOf } = await import('./flow.js');
    const edition = widget.shown;
    if (!edition) throw new Error('No edition');
    const view = { edition, level: 2 } as Parameters<typeof further>[2];
    const school = { ...primary, development: 'never', sustaining: 'never', embedding: 'never' } as const;
    const nothing = await further(
      standingOf(edition, 'development', school),
      () => (() => '') as never,
      view,
    );
    expect(nothing).to.be.a('symbol');
    expect(beside(widget)).to.equal(null);
  });

  it('is accessible, and fits 320 px', async () => {
    await setViewport({ width: 320, height: 700 });
    const widget = await checked(secondary);
    await told(widget);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    await expectAccessible(widget.parentElement ?? widget);
    await setViewport({ width: 1024, height: 768 });
  });
});
