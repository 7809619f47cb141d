import { expect } from '@open-wc/testing';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  mount,
  part,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import type { Example } from '../foundation/example.js';
import { pageSettings } from '../foundation/settings-store.js';
import '../journey-map/define.js';
import '../settings/define.js';
import './define.js';
import { EligibilityChecker } from './eligibility-checker.js';
import type { EligibilityDecidedEvent } from './events.js';
import { examples } from './examples.js';
import { DEFINITIONS, definitionOf } from './facts.js';

const ready = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  teachesPrimary: true,
  provision: 'mainstream',
} as const;

const willing = { ...ready, development: 'never', releasesTwoTeachers: true } as const;

const development = '<mh-eligibility-checker edition="2024/25" phase="development"></mh-eligibility-checker>';

const checker = (root: ParentNode): EligibilityChecker => {
  const found = root.querySelector('mh-eligibility-checker');
  if (!found) throw new Error('No checker in the example');
  return found;
};

async function open(example: Pick<Example, 'html' | 'setup'>): Promise<EligibilityChecker> {
  return checker(await mount(example));
}

/** A check of Development with these facts in hand. */
function openWith(school: NonNullable<EligibilityChecker['school']>, html = development) {
  return open({ html, setup: (root) => Object.assign(checker(root), { school }) });
}

const question = (widget: EligibilityChecker): string => textOf(part(widget, 'legend, form label'));
const verdict = (widget: EligibilityChecker): string => textOf(part(widget, '#result'));
const focused = (widget: EligibilityChecker): Element | null => widget.shadowRoot?.activeElement ?? null;
const all = (widget: EligibilityChecker, selector: string): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const radio = (widget: EligibilityChecker, value: string): HTMLInputElement =>
  part(widget, `input[type=radio][value="${value}"]`);
const button = (widget: EligibilityChecker, words: string): HTMLElement => {
  const found = all(widget, 'button').find((each) => textOf(each) === words);
  if (!found) throw new Error(`No button says ${words}`);
  return found;
};

async function press(widget: EligibilityChecker, words: string): Promise<void> {
  button(widget, words).click();
  await widget.updateComplete;
}

async function answer(widget: EligibilityChecker, value: string): Promise<void> {
  radio(widget, value).click();
  await press(widget, 'Continue');
}

/** The fact that is asked for. */
function fact(widget: EligibilityChecker): string {
  const found = DEFINITIONS.find((each) => each.question === question(widget));
  if (!found) throw new Error(`No fact asks: ${question(widget)}`);
  return found.id;
}

/** Answers each question until there is a result; returns the facts in the order asked. */
async function answerAll(
  widget: EligibilityChecker,
  answers: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const asked: string[] = [];
  while (!widget.shadowRoot?.querySelector('#result')) {
    const id = fact(widget);
    asked.push(id);
    await answer(widget, String(answers[id]));
  }
  return asked;
}

const unreadable = { html: '<mh-eligibility-checker src="/no-such-terms.json"></mh-eligibility-checker>' };

/** Empties the page and its settings. */
function forget(): void {
  unmountAll();
  const settings = pageSettings();
  settings.update(Object.fromEntries(Object.keys(settings.value).map((key) => [key, undefined])));
}

describe('eligibility checker', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));

  afterEach(() => {
    forget();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('criterion 13: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });

    it('a question with an error', async () => {
      const widget = await open(examples.onePhase);
      await press(widget, 'Continue');
      await expectAccessible(widget);
    });

    it('a question opened again', async () => {
      const widget = await open(examples.eligible);
      all(widget, '.answers button')[0]?.click();
      await widget.updateComplete;
      await expectAccessible(widget);
    });

    it('a result with its link', async () => {
      const widget = await open(examples.eligible);
      await press(widget, 'Copy a link to this result');
      await until(() => widget.shadowRoot?.querySelector('#link'));
      await expectAccessible(widget);
    });
  });

  it('criterion 1: fits the outline of its page', async () => {
    const widget = await openWith(
      { ...ready, development: 'never', releasesTwoTeachers: false },
      development.replace('>', ' heading-level="3">'),
    );
    const levels = all(widget, 'h1,h2,h3,h4,h5,h6').map(({ localName }) => localName);
    expect(levels[0]).to.equal('h3');
    expect(levels[1]).to.equal('h4');
    levels.reduce((above, level) => {
      expect(Number(level[1])).to.be.at.most(Number(above[1]) + 1);
      return level;
    });
  });

  it('criterion 2: a question is the legend of its answers, its hint tied to them', async () => {
    const widget = await openWith({ inEngland: true, open: true });
    const group = part(widget, 'fieldset');
    const asked = definitionOf('stateFunded');
    expect(textOf(part(widget, 'legend'))).to.equal(asked?.question);
    expect(group.getAttribute('aria-describedby')).to.equal('answer-hint');
    expect(textOf(part(widget, '#answer-hint'))).to.equal(asked?.hint);
    const menu = await open(examples.year);
    expect(part<HTMLLabelElement>(menu, 'form label').htmlFor).to.equal('answer');
    expect(part(menu, '#answer').localName).to.equal('select');
  });

  it('criterion 3: takes the focus to each new question and to the result, and not before the person acts', async () => {
    const widget = await open(examples.onePhase);
    expect(focused(widget)).to.equal(null);
    await answer(widget, 'true');
    expect(focused(widget)?.id).to.equal('question');
    await answerAll(widget, willing);
    expect(focused(widget)?.id).to.equal('result');
    await press(widget, 'Start again');
    expect(focused(widget)?.id).to.equal('question');
    forget();
    expect(focused(await open(examples.eligible))).to.equal(null);
  });

  it('criterion 4: says beside the question and in a summary that an answer is missing', async () => {
    const widget = await open(examples.onePhase);
    await press(widget, 'Continue');
    expect(focused(widget)?.id).to.equal('error-summary');
    expect(part(widget, 'fieldset').getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(part(widget, '#answer-error'))).to.contain('Error: Choose an answer');
    part(widget, '#error-summary a').click();
    expect(focused(widget)?.id).to.equal('answer');
    await answer(widget, 'true');
    expect(widget.shadowRoot?.querySelector('#error-summary')).to.equal(null);
  });

  it('criterion 5: takes "not sure" for an answer, asks it no more, and lists it', async () => {
    const widget = await openWith({ ...ready, development: 'never' });
    expect(fact(widget)).to.equal('releasesTwoTeachers');
    await answer(widget, 'not-sure');
    expect(verdict(widget)).to.contain('not known yet');
    expect(textOf(part(widget, '.group.open')))
      .to.contain('Still open')
      .and.to.contain('Not sure');
    expect(textOf(part(widget, '[part=changes]'))).to.contain('It would need to be: Yes');
  });

  it('criterion 6: a whole check works by keyboard alone', async () => {
    const widget = await open(examples.onePhase);
    const tabTo = async (found: (element: Element) => boolean): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await sendKeys({ press: 'Tab' });
        const at = focused(widget);
        if (at && found(at)) return;
      }
      throw new Error('Tab did not get there');
    };
    const isRadio = (element: Element): boolean => element.matches('input[type=radio]');
    const says = (words: string) => (element: Element) => textOf(element) === words;
    for (let asked = 0; !widget.shadowRoot?.querySelector('#result'); asked++) {
      expect(asked).to.be.below(10);
      await tabTo(isRadio);
      await sendKeys({ press: ' ' });
      await tabTo(says('Continue'));
      await sendKeys({ press: 'Enter' });
      await widget.updateComplete;
    }
    expect(verdict(widget)).to.contain('may');
    expect(focused(widget)?.id).to.equal('result');
    await tabTo(says('Change'));
    await sendKeys({ press: 'Enter' });
    await widget.updateComplete;
    expect(focused(widget)?.id).to.equal('question');
    await tabTo(isRadio);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => widget.shadowRoot?.querySelector('#result'));
    expect(verdict(widget)).to.contain('may not join');
  });

  it('criterion 7: goes back without loss, and on again through what was answered', async () => {
    const widget = await open(examples.onePhase);
    const first = question(widget);
    expect(widget.shadowRoot?.querySelector('.back')).to.equal(null);
    await answer(widget, 'true');
    const second = question(widget);
    await answer(widget, 'true');
    const third = question(widget);
    await press(widget, 'Back');
    expect(question(widget)).to.equal(second);
    expect(radio(widget, 'true').checked).to.equal(true);
    await press(widget, 'Back');
    expect(question(widget)).to.equal(first);
    expect(textOf(part(widget, '.stage'))).to.contain('Question 1');
    await press(widget, 'Continue');
    expect(question(widget)).to.equal(second);
    await press(widget, 'Continue');
    expect(question(widget)).to.equal(third);
    await press(widget, 'Back');
    await answer(widget, 'not-sure');
    expect(question(widget)).to.equal(third);
    await answerAll(widget, { ...willing, releasesTwoTeachers: false });
    await press(widget, 'Back');
    expect(radio(widget, 'false').checked).to.equal(true);
  });

  it('criterion 8: changes one answer from the summary and comes back to the result', async () => {
    const widget = await open(examples.onePhase);
    const asked = await answerAll(widget, willing);
    expect(verdict(widget)).to.equal('As things stand, your school may join Development.');
    expect(all(widget, '.answers dt').map(textOf)).to.deep.equal(
      asked.map((id) => definitionOf(id)?.question),
    );
    const change = all(widget, '.answers button').find((each) =>
      each.getAttribute('aria-label')?.includes(definitionOf('releasesTwoTeachers')?.question ?? '-'),
    );
    expect(change?.getAttribute('aria-label')).to.match(/^Change/);
    change?.click();
    await widget.updateComplete;
    expect(radio(widget, 'true').checked).to.equal(true);
    await answer(widget, 'false');
    expect(verdict(widget)).to.equal('As things stand, your school may not join Development.');
  });

  it('criterion 9: tells every reason under the heading of what it came to', async () => {
    const edition = await loadEdition('2024/25');
    const widget = await openWith({ ...ready, development: 'done', releasesTwoTeachers: false });
    const groups = all(widget, '.group').map((group) => ({
      title: textOf(group.querySelector('[part=heading]')),
      reasons: group.querySelectorAll('li').length,
    }));
    expect(groups).to.deep.equal([
      { title: 'Not met', reasons: 2 },
      { title: 'Met', reasons: 5 },
    ]);
    const requirements = edition.phases.find(({ id }) => id === 'development')?.requirements ?? [];
    const text = textOf(part(widget, '[part=reasons]'));
    for (const { statement } of requirements) expect(text).to.contain(statement);
  });

  it('criterion 10: cites each reason, and each question', async () => {
    const widget = await open(examples.notEligible);
    for (const reason of all(widget, '.group li'))
      expect(textOf(reason.querySelector('.source')), textOf(reason)).to.match(/\(source \d/);
    expect(all(widget, '.sources li').length).to.be.above(0);
    forget();
    const asking = await open(examples.onePhase);
    expect(textOf(part(asking, '.why'))).to.contain(
      'A rule for joining Development: The school is in England.',
    );
    expect(all(asking, '.why .sources li').length).to.equal(1);
  });

  it('criterion 11: sends the reader to the hub for what no source states', async () => {
    const widget = await open(examples.eligible);
    const text = textOf(part(widget, '.columns'));
    expect(text).to.match(/No public source states: [^.]*release time[^.]*\. Ask your hub\./);
    expect(text).to.contain('2 teachers per school').and.to.contain('£1,000');
    expect(text).not.to.match(/\b0 (days|meetings|visits)\b/);
    expect(textOf(await open(examples.hubDecides).then((hub) => part(hub, '.group.hub-decides')))).to.contain(
      'It does not say whether a school that left part-way has used its turn.',
    );
  });

  it('criterion 12: tells in words what could not be read, and leaves the plain content in the page', async () => {
    for (const example of [examples.unknownYear, examples.unknownPhase, unreadable]) {
      const widget = await open(example);
      expect(textOf(part(widget, '[role=alert]'))).to.match(/This page asks|could not be read/);
      expect(part(widget, 'slot')).to.be.instanceOf(HTMLSlotElement);
    }
    expect(textOf(part(await open(examples.unknownPhase), 'details'))).to.contain('Years that have it');
  });

  it('criterion 14: at 320 px nothing scrolls sideways, and every button is at least 44 px high', async () => {
    for (const example of [examples.notEligible, examples.year, examples.onePhase]) {
      const root = await mount({
        ...example,
        html: `<div style="inline-size: 300px">${example.html}</div>`,
      });
      const widget = checker(root);
      for (const element of all(widget, '*'))
        if (!element.closest('.visually-hidden'))
          expect(element.scrollWidth, element.outerHTML.slice(0, 80)).to.be.at.most(300);
      for (const each of all(widget, 'button, .choice, summary'))
        if (each.checkVisibility?.() ?? true)
          expect(Math.round(each.getBoundingClientRect().height), textOf(each)).to.be.at.least(44);
      forget();
    }
  });

  it('criterion 15: right to left, answers run from the right', async () => {
    const root = await mount({ html: `<div dir="rtl">${development}</div>` });
    const input = radio(checker(root), 'true').getBoundingClientRect();
    const label = part(checker(root), '.choice label').getBoundingClientRect();
    expect(input.left).to.be.above(label.left);
  });

  it('criterion 16: says that the link is ready without taking the focus', async () => {
    const widget = await open(examples.eligible);
    const copy = button(widget, 'Copy a link to this result');
    copy.focus();
    await press(widget, 'Copy a link to this result');
    await until(() => textOf(part(widget, '[role=status]')));
    expect(focused(widget)).to.equal(copy);
    expect(textOf(part(widget, '[role=status]'))).to.contain('It holds your answers');
  });

  describe('the door', () => {
    it('is found first where the page names no phase', async () => {
      const widget = await openWith(
        { ...ready, development: 'never', readiness: 'done' },
        examples.wayIn.html,
      );
      expect(textOf(part(widget, '.stage'))).to.contain('Joining Development');
      await answer(widget, 'true');
      expect(verdict(widget)).to.equal('As things stand, your school may join Development.');
      expect(textOf(part(widget, '[part=door]')))
        .to.contain('Development is also the way in')
        .and.to.contain('has done Mastery Readiness');
    });

    it('does not suit a school that may not join it', async () => {
      const widget = await openWith({
        ...ready,
        development: 'never',
        readiness: 'done',
        releasesTwoTeachers: false,
      });
      expect(verdict(widget)).to.contain('may not join Development');
      expect(textOf(part(widget, '[part=door]')))
        .to.contain('Schools like yours start with Development. As things stand, your school may not join it')
        .and.not.to.contain('suits');
    });

    it('is Readiness where something stands in the way', async () => {
      const widget = await openWith(
        { ...ready, development: 'never', readiness: 'never', staffTurnover: true },
        examples.wayIn.html,
      );
      expect(textOf(part(widget, '.stage'))).to.contain('Joining Mastery Readiness');
    });

    it('leads a school on that has done the phase it asks about', async () => {
      const widget = await open(examples.never);
      expect(verdict(widget)).to.contain('may not join Development');
      expect(textOf(part(widget, '[part=door]'))).to.contain('The way in that suits your school: Embedding');
      expect(textOf(part(widget, '[part=changes]'))).to.contain('This cannot change');
    });

    it('may be passed by for one phase, and gone back to', async () => {
      const widget = await open(examples.wayIn);
      expect(textOf(part(widget, '.stage'))).to.contain('Finding the right way in');
      await press(widget, 'Sustaining');
      expect(textOf(part(widget, '.stage'))).to.contain('Joining Sustaining');
      await answer(widget, 'false');
      expect(verdict(widget)).to.contain('may not join Sustaining');
      await press(widget, 'Find the right way in for us');
      expect(textOf(part(widget, '.stage'))).to.contain('Finding the right way in');
    });

    it('is the hub where only the hub can name one', async () => {
      expect(verdict(await open(examples.noDoor))).to.contain('Your hub will help you');
      expect(verdict(await open(examples.secondary))).to.contain('secondary');
      expect(verdict(await open(examples.noPhases))).to.contain('No public source for 2025/26');
    });
  });

  it('says what each change depends on', async () => {
    expect(textOf(part(await open(examples.notEligible), '[part=changes]'))).to.equal(
      `What would change it ${definitionOf('releasesTwoTeachers')?.question ?? ''} Now: No. It would need to be: Yes. Your school can change this`,
    );
  });

  it('promises no place', async () => {
    expect(textOf(part(await open(examples.eligible), '[part=verdict]'))).to.contain('promises no place');
  });

  it('does not ask what a GIAS row tells', async () => {
    const widget = await open(examples.register);
    expect(fact(widget)).to.equal('releasesTwoTeachers');
    await answer(widget, 'true');
    await answerAll(widget, willing);
    expect(textOf(part(widget, '[part=answers]'))).to.contain(
      `${definitionOf('open')?.question ?? ''} Yes (already known)`,
    );
  });

  it('names the school that a GIAS row is of, and tells the form beside it', async () => {
    const widget = await open(examples.register);
    expect(textOf(part(widget, '.head'))).to.contain('Example Primary School');
    await answerAll(widget, willing);
    await until(() => pageSettings().value.schoolIdentity);
    expect(pageSettings().value.schoolIdentity).to.deep.equal({
      name: 'Example Primary School',
      urn: '100000',
    });
  });

  it('chooses a year from a menu', async () => {
    const widget = await open(examples.year);
    const menu = part<HTMLSelectElement>(widget, 'select');
    await press(widget, 'Continue');
    expect(focused(widget)?.id).to.equal('error-summary');
    menu.value = '2018';
    menu.dispatchEvent(new Event('change'));
    await press(widget, 'Continue');
    expect(verdict(widget)).to.contain('may join Sustaining');
  });

  it('hands the result on: an event, and the page’s settings', async () => {
    const seen: EligibilityDecidedEvent[] = [];
    const listen = (event: EligibilityDecidedEvent): number => seen.push(event);
    document.addEventListener('mh-eligibility-decided', listen);
    try {
      const widget = await openWith({ ...ready, development: 'never' });
      expect(seen.length).to.equal(0);
      await answer(widget, 'true');
      await until(() => seen.length > 0);
      const [event] = seen;
      expect(event?.decision?.outcome).to.equal('eligible');
      expect(event?.decision?.edition.schoolYear).to.equal('2024/25');
      expect(JSON.parse(JSON.stringify(event?.decision))).to.deep.equal(event?.decision);
      expect(event?.composed && event.bubbles).to.equal(true);
      const { school, phase, decision } = pageSettings().value;
      expect(school).to.deep.equal({ ...ready, development: 'never', releasesTwoTeachers: true });
      expect(phase).to.equal('development');
      expect(decision).to.equal(event?.decision);
      await widget.updateComplete;
      expect(seen.length).to.equal(1);
      await press(widget, 'Start again');
      expect(fact(widget)).to.equal('releasesTwoTeachers');
      expect(pageSettings().value).to.not.have.any.keys('school', 'phase', 'decision');
    } finally {
      document.removeEventListener('mh-eligibility-decided', listen);
    }
  });

  it('marks the phase on the journey map beside it, and links there and to the form', async () => {
    pageSettings().update({ links: { journey: '#journey', apply: '/apply', find: '/find' } });
    const root = await mount({
      html: `<mh-journey-map edition="2024/25"></mh-journey-map>${development}`,
      setup: (page) =>
        Object.assign(checker(page), {
          school: { ...ready, development: 'never', releasesTwoTeachers: true },
        }),
    });
    const map = root.querySelector('mh-journey-map');
    await until(() => map?.shadowRoot?.querySelector('[aria-current="step"]'));
    expect(textOf(part(map, '[aria-current="step"]'))).to.contain('Development');
    const next = part(checker(root), '[part=next]');
    expect([...next.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      '/apply',
      '/find',
      '#journey',
    ]);
  });

  it('offers no form to a school that may not join', async () => {
    pageSettings().update({ links: { apply: '/apply', find: '/find' } });
    const widget = await open(examples.notEligible);
    expect(textOf(part(widget, '[part=next]'))).to.not.contain('Apply');
  });

  it('takes what other widgets of the page know, and leaves it there on starting again', async () => {
    const given = { inEngland: true, open: true, note: 'not a fact' } as const;
    pageSettings().update({ school: given });
    const widget = await open({ html: development });
    expect(fact(widget)).to.equal('stateFunded');
    await answer(widget, 'false');
    await until(() => pageSettings().value.decision);
    expect(pageSettings().value.school).to.deep.equal({ inEngland: true, open: true, stateFunded: false });
    await press(widget, 'Start again');
    expect(pageSettings().value.school).to.equal(given);
  });

  it('carries the answers in a link only when asked, and reads them from one', async () => {
    const address = location.href;
    const widget = await openWith({ ...ready, development: 'left-early', releasesTwoTeachers: null });
    expect(location.href).to.equal(address);
    await press(widget, 'Copy a link to this result');
    await until(() => widget.shadowRoot?.querySelector('#link'));
    expect(location.href).to.equal(address);
    const link = new URL(part<HTMLInputElement>(widget, '#link').value);
    expect(link.href.startsWith(address)).to.equal(true);
    forget();
    history.replaceState(null, '', link.hash);
    const again = await open({ html: '<mh-eligibility-checker edition="2024/25"></mh-eligibility-checker>' });
    expect(verdict(again)).to.equal('It is not known yet whether your school may join Development.');
    expect(textOf(part(again, '[part=answers]'))).to.contain('Yes, but left early');
  });

  it('stores nothing and asks no server for anything', async () => {
    const original = globalThis.fetch;
    const asked: unknown[] = [];
    globalThis.fetch = (...request) => {
      asked.push(request);
      return original(...request);
    };
    try {
      const stored = localStorage.length + sessionStorage.length;
      await answerAll(await open(examples.onePhase), willing);
      expect(asked).to.deep.equal([]);
      expect(localStorage.length + sessionStorage.length).to.equal(stored);
      expect(document.cookie).to.equal('');
    } finally {
      globalThis.fetch = original;
    }
  });

  it('says that a year is over', async () => {
    pageSettings().update({ today: '2026-01-15' });
    expect(textOf(part(await open(examples.onePhase), '[part=notice]'))).to.contain('the 2024/25 terms');
    forget();
    pageSettings().update({ today: '2025-01-15' });
    expect((await open(examples.onePhase)).shadowRoot?.querySelector('[part=notice]')).to.equal(null);
  });

  it('draws an edition in hand at once', async () => {
    const widget = document.createElement('mh-eligibility-checker');
    widget.data = await loadEdition('2024/25');
    widget.phase = 'development';
    document.body.append(widget);
    await widget.updateComplete;
    expect(fact(widget)).to.equal('inEngland');
    widget.remove();
  });

  it('takes a page’s own words, for its texts and for a question', async () => {
    pageSettings().update({
      wording: { 'check.title': 'May we join?', 'fact.inEngland': 'Are you in England?' },
    });
    const widget = await open({ html: development });
    expect(textOf(part(widget, 'h2'))).to.equal('May we join?');
    expect(question(widget)).to.equal('Are you in England?');
  });

  it('prints on request', async () => {
    const widget = await open(examples.eligible);
    const original = globalThis.print;
    let printed = 0;
    globalThis.print = () => void printed++;
    try {
      await press(widget, 'Print this result');
      expect(printed).to.equal(1);
    } finally {
      globalThis.print = original;
    }
  });
});
