import { expect } from '@open-wc/testing';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { buildSchoolIndex } from '@maths-hubs/sdk/schools/index-files/build';
import { schoolFromGias } from '@maths-hubs/sdk/schools';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  mount,
  part,
  textOf,
  forgetSteps,
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
import { definitionOf } from './facts.js';

const ready = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  teachesPrimary: true,
  provision: 'mainstream',
} as const;

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

/** The question in sight; empty while what it takes to ask is on its way. */
const question = (widget: EligibilityChecker): string =>
  all(widget, '#question, form label').map(textOf)[0] ?? '';
const verdict = (widget: EligibilityChecker): string => textOf(part(widget, '#result'));
const focused = (widget: EligibilityChecker): Element | null => widget.shadowRoot?.activeElement ?? null;
const all = (widget: EligibilityChecker, selector: string): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const answers = (widget: EligibilityChecker): string[] => all(widget, '.choices button').map(textOf);
const button = (widget: EligibilityChecker, words: string): HTMLElement => {
  const buttons = all(widget, 'button');
  const found =
    buttons.find((each) => textOf(each) === words) ?? buttons.find((each) => textOf(each).startsWith(words));
  if (!found) throw new Error(`No button says ${words}: ${buttons.map(textOf).join(' | ')}`);
  return found;
};

const drawn = (widget: EligibilityChecker): Promise<void> =>
  until(async () => {
    await widget.updateComplete;
    return !widget.shadowRoot?.querySelector('.loading');
  });

async function press(widget: EligibilityChecker, ...steps: string[]): Promise<void> {
  for (const words of steps) {
    button(widget, words).click();
    await drawn(widget);
  }
}

const PRIMARY = 'Infant, junior, first or primary school';
const READY = [PRIMARY, 'No, never', 'Yes', 'None of these'];

const unreadable = { html: '<mh-eligibility-checker src="/no-such-terms.json"></mh-eligibility-checker>' };

/** Empties the page and its settings. */
async function forget(): Promise<void> {
  unmountAll();
  const settings = pageSettings();
  settings.update(Object.fromEntries(Object.keys(settings.value).map((key) => [key, undefined])));
  await forgetSteps();
}

/** Waits until the browser stands at another entry of its history, and the check with it. */
async function arrival(widget: EligibilityChecker, leave: () => void): Promise<void> {
  const before = JSON.stringify(history.state);
  leave();
  await until(() => JSON.stringify(history.state) !== before);
  await drawn(widget);
}

/** The browser goes back or on, and the check is there. */
async function travel(widget: EligibilityChecker, by: -1 | 1): Promise<void> {
  await arrival(widget, () => history.go(by));
}

const SCHOOLS = [
  ['900001', 'Brookside Infant School', '2', '34', 4, 7],
  ['900011', 'Hill House Prep', '0', '11', 3, 11],
] as const;

/** A school index of two, answered in place of the site's files. */
async function withIndex(run: (widget: EligibilityChecker, asked: string[]) => Promise<void>): Promise<void> {
  async function* rows() {
    for (const [URN, EstablishmentName, phase, type, StatutoryLowAge, StatutoryHighAge] of SCHOOLS) {
      const school = schoolFromGias({
        URN,
        EstablishmentName,
        Town: 'Oadstow',
        Postcode: 'LN99 1AA',
        'LA (code)': '925',
        'TypeOfEstablishment (code)': type,
        'EstablishmentStatus (code)': '1',
        'PhaseOfEducation (code)': phase,
        StatutoryLowAge: String(StatutoryLowAge),
        StatutoryHighAge: String(StatutoryHighAge),
      });
      if (school) yield school;
    }
  }
  const { files } = await buildSchoolIndex(rows(), { date: null });
  const original = globalThis.fetch;
  const asked: string[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (!url.pathname.startsWith('/schools/')) return original(input, init);
    asked.push(url.pathname);
    const content = files.get(url.pathname.slice('/schools/'.length));
    return content === undefined ? new Response('', { status: 404 }) : new Response(content);
  };
  try {
    const widget = await open({
      html: '<mh-eligibility-checker edition="2024/25" school-index="/schools"></mh-eligibility-checker>',
    });
    await run(widget, asked);
  } finally {
    globalThis.fetch = original;
  }
}

async function type(widget: EligibilityChecker, words: string): Promise<void> {
  const field = part<HTMLInputElement>(widget, '#school');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('eligibility checker', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));

  afterEach(forget);

  describe('criterion 13: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });

    it('each question, and the result with everything opened', async () => {
      const widget = await open(examples.wayIn);
      for (const step of READY) {
        await expectAccessible(widget);
        await press(widget, step);
      }
      for (const fold of all(widget, 'details')) fold.setAttribute('open', '');
      await press(widget, 'Copy a link to this result');
      await until(() => widget.shadowRoot?.querySelector('#link'));
      await expectAccessible(widget);
    });

    it('an answer that is missing', async () => {
      const widget = await open(examples.year);
      await press(widget, 'Continue');
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

  it('criterion 2: a question names the group of its answers, its hint tied to them', async () => {
    const widget = await open(examples.wayIn);
    const group = part(widget, '.choices');
    expect(group.getAttribute('role')).to.equal('group');
    expect(group.getAttribute('aria-labelledby')).to.equal('question');
    expect(question(widget)).to.equal('What kind of school is it?');
    expect(group.getAttribute('aria-describedby')).to.equal('hint');
    const menu = await open(examples.year);
    expect(part<HTMLLabelElement>(menu, 'form label').htmlFor).to.equal('answer');
  });

  it('criterion 3: takes the focus to each new question and to the result, and not before the person acts', async () => {
    const widget = await open(examples.wayIn);
    expect(focused(widget)).to.equal(null);
    for (const step of READY.slice(0, -1)) {
      await press(widget, step);
      expect(focused(widget)?.id).to.equal('question');
    }
    await press(widget, 'None of these');
    expect(focused(widget)?.id).to.equal('result');
    await press(widget, 'Start again');
    expect(focused(widget)?.id).to.equal('question');
    await forget();
    expect(focused(await open(examples.eligible))).to.equal(null);
  });

  it('criterion 4: says beside a menu and in a summary that an answer is missing', async () => {
    const widget = await open(examples.year);
    await press(widget, 'Continue');
    expect(focused(widget)?.id).to.equal('error-summary');
    expect(textOf(part(widget, '#answer-error'))).to.contain('Error: Choose an answer');
    part(widget, '#error-summary a').click();
    expect(focused(widget)?.id).to.equal('answer');
    const menu = part<HTMLSelectElement>(widget, 'select');
    menu.value = '2018';
    menu.dispatchEvent(new Event('change'));
    await press(widget, 'Continue');
    expect(verdict(widget)).to.equal('You can apply to join Sustaining');
    expect(textOf(part(widget, '[part=answers]'))).to.contain('2018/19');
  });

  it('criterion 5: goes on after "not sure", tells what follows either way, and lists it to ask', async () => {
    const widget = await open(examples.wayIn);
    await press(widget, PRIMARY, 'Not sure');
    expect(question(widget)).to.contain('two teachers');
    await press(widget, 'Yes', 'None of these');
    expect(verdict(widget)).to.equal('It depends on whether your school has taken part before');
    const card = textOf(part(widget, '[part=verdict]'));
    expect(card).to.contain('If your school has never taken part: Development, or Mastery Readiness first');
    expect(card).to.contain('If it has finished Development: Embedding');
    expect(textOf(part(widget, '[part=ask]'))).to.contain(
      'You were not sure: Has the school taken part in a Development Work Group?',
    );
    await forget();
    const unsure = await openWith({ ...ready, development: 'never' });
    await press(unsure, 'Not sure');
    expect(verdict(unsure)).to.equal('You may be able to join Development');
    expect(textOf(part(unsure, '.branches')))
      .to.contain('Yes: you can apply to join Development')
      .and.to.contain('No: you cannot join Development');
  });

  it('criterion 6: a whole check works by keyboard alone; arrows move and never choose', async () => {
    const widget = await open(examples.wayIn);
    const tabTo = async (found: (element: Element) => boolean): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        const at = focused(widget);
        if (at && found(at)) return;
        await sendKeys({ press: 'Tab' });
      }
      throw new Error('Tab did not get there');
    };
    await tabTo((element) => element.matches('.choices button'));
    const first = question(widget);
    await sendKeys({ press: 'ArrowDown' });
    expect(textOf(focused(widget))).to.contain('Secondary');
    await sendKeys({ press: 'ArrowUp' });
    expect(question(widget)).to.equal(first);
    for (const step of READY) {
      await tabTo((element) => textOf(element) === step);
      await sendKeys({ press: 'Enter' });
      await drawn(widget);
    }
    expect(verdict(widget)).to.equal('You can apply to join Development');
    expect(focused(widget)?.id).to.equal('result');
  });

  it('criterion 7: goes back without loss, and on again through what was answered', async () => {
    const widget = await open(examples.wayIn);
    expect(widget.shadowRoot?.querySelector('.back')).to.equal(null);
    await press(widget, PRIMARY, 'No, never');
    expect(textOf(part(widget, '.progress'))).to.equal('3 of about 4');
    const back = (): Promise<void> => arrival(widget, () => button(widget, 'Back').click());
    await back();
    expect(question(widget)).to.contain('taken part');
    expect(button(widget, 'No, never').getAttribute('aria-pressed')).to.equal('true');
    await back();
    await press(widget, PRIMARY);
    expect(button(widget, 'No, never').getAttribute('aria-pressed')).to.equal('true');
    await press(widget, 'Yes');
    expect(question(widget)).to.equal('How far has your school got?');
  });

  it('criterion 8: changes one answer from the result and comes back to it', async () => {
    const widget = await open(examples.wayIn);
    await press(widget, ...READY);
    const change = all(widget, '.answers button').find((each) =>
      each.getAttribute('aria-label')?.includes('two teachers'),
    );
    expect(change?.getAttribute('aria-label')).to.match(/^Change/);
    change?.click();
    await drawn(widget);
    expect(button(widget, 'Yes').getAttribute('aria-pressed')).to.equal('true');
    await press(widget, 'No');
    expect(verdict(widget)).to.equal('Your school cannot join Development as things stand');
    expect(textOf(part(widget, '[part=changes]'))).to.contain('Your school can change this');
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
      { title: 'Met', reasons: 3 },
    ]);
    const requirements = edition.phases.find(({ id }) => id === 'development')?.requirements ?? [];
    const text = textOf(part(widget, '[part=reasons]'));
    for (const { id, statement } of requirements)
      if (id !== 'open' && id !== 'in-england') expect(text).to.contain(statement);
  });

  it('criterion 10: cites each reason, and each question', async () => {
    const widget = await open(examples.notEligible);
    for (const reason of all(widget, '.group li'))
      expect(textOf(reason.querySelector('.source')), textOf(reason)).to.match(/\(source \d/);
    expect(all(widget, '.sources li, .where.one').length).to.be.above(0);
    await forget();
    const asking = await openWith({ ...ready, development: 'never' });
    expect(textOf(part(asking, '.why'))).to.contain('The school releases two teachers to take part.');
    expect(all(asking, '.why .sources li').length).to.equal(1);
  });

  it('criterion 11: sends the reader to the hub for what no source states', async () => {
    const widget = await open(examples.eligible);
    const text = textOf(part(widget, '.columns'));
    expect(text).to.match(/Not announced yet: [^.]*release time/);
    expect(text).to.contain('2 teachers per school').and.to.contain('£1,000');
    expect(text).not.to.match(/\b0 (days|meetings|visits)\b/);
    expect(textOf(part(widget, '[part=ask]'))).to.contain('how many days teachers are out of class');
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
    for (const example of [examples.notEligible, examples.year, examples.wayIn]) {
      const root = await mount({
        ...example,
        html: `<div style="inline-size: 300px">${example.html}</div>`,
      });
      const widget = checker(root);
      for (const element of all(widget, '*'))
        if (!element.closest('.visually-hidden'))
          expect(element.scrollWidth, element.outerHTML.slice(0, 80)).to.be.at.most(300);
      for (const each of all(widget, 'button, .tick, summary'))
        if (each.checkVisibility?.() ?? true)
          expect(Math.round(each.getBoundingClientRect().height), textOf(each)).to.be.at.least(44);
      await forget();
    }
  });

  it('criterion 15: right to left, answers run from the right', async () => {
    const root = await mount({ html: `<div dir="rtl">${development}</div>` });
    expect(getComputedStyle(part(checker(root), '.choices button')).direction).to.equal('rtl');
  });

  it('criterion 16: says that the link is ready without taking the focus', async () => {
    const widget = await open(examples.eligible);
    const copy = button(widget, 'Copy a link to this result');
    copy.closest('details')?.setAttribute('open', '');
    copy.focus();
    await press(widget, 'Copy a link to this result');
    const status = (): string => all(widget, '[role=status]').map(textOf).join(' ');
    await until(() => status().includes('It holds your answers'));
    expect(focused(widget)).to.equal(copy);
  });

  it('criterion 19: the browser’s Back and Forward go through the steps, and the address never changes', async () => {
    const address = location.href;
    const widget = await open(examples.wayIn);
    await press(widget, ...READY);
    const said = verdict(widget);
    for (const words of ['Are any of these', 'two teachers', 'taken part', 'What kind'])
      await travel(widget, -1).then(() => expect(question(widget)).to.contain(words));
    for (let step = 0; step < READY.length; step += 1) await travel(widget, 1);
    expect(verdict(widget)).to.equal(said);
    expect(location.href).to.equal(address);
  });

  it('keeps its place for a page that is loaded again, and puts nothing of a router’s aside', async () => {
    history.replaceState({ turbo: { restorationIdentifier: 'x' } }, '');
    const widget = await open(examples.wayIn);
    let routed = 0;
    const router = (): number => (routed += 1);
    addEventListener('popstate', router);
    await press(widget, PRIMARY, 'No, never');
    expect((history.state as { turbo?: object }).turbo).to.deep.equal({ restorationIdentifier: 'x' });
    await travel(widget, -1);
    expect(routed).to.equal(0);
    removeEventListener('popstate', router);
    unmountAll();
    const again = await open(examples.wayIn);
    expect(question(again)).to.contain('taken part');
    expect(focused(again)).to.equal(null);
  });

  describe('which school', () => {
    it('is asked first, found by name or postcode, confirmed in a line and asked no more', async () => {
      await withIndex(async (widget, asked) => {
        expect(question(widget)).to.equal('Which school?');
        // The question is there before what counts them.
        await until(() => textOf(part(widget, '.intro')).includes('about 3 questions'));
        expect(asked).to.deep.equal([]);
        await expectAccessible(widget);
        await type(widget, 'brook');
        await until(() => answers(widget).length > 0);
        await expectAccessible(widget);
        expect(answers(widget)).to.deep.equal(['Brookside Infant School Oadstow, LN99 1AA']);
        await press(widget, 'Brookside Infant School');
        await until(() => question(widget).includes('taken part'));
        expect(textOf(part(widget, '.us'))).to.contain(
          'Brookside Infant School State-funded infant school, ages 4 to 7: right?',
        );
        await press(widget, 'No, never', 'Yes', 'None of these');
        expect(verdict(widget)).to.equal('You can apply to join Development');
        expect(pageSettings().value.schoolIdentity).to.deep.include({ urn: '900001', postcode: 'LN99 1AA' });
        await press(widget, 'No, choose another school');
        await type(widget, 'LN99 1AA');
        await until(() => answers(widget).length === 2);
      });
    });

    it('ends the check at once where the register bars it, kindly', async () => {
      await withIndex(async (widget) => {
        await type(widget, 'hill house');
        await until(() => answers(widget).length > 0);
        await press(widget, 'Hill House Prep');
        await until(() => widget.shadowRoot?.querySelector('#result'));
        expect(verdict(widget)).to.equal('This programme is for state-funded schools');
        expect(widget.shadowRoot?.querySelector('[part=changes]')).to.equal(null);
      });
    });

    it('may be left out, and says what it did not find', async () => {
      await withIndex(async (widget) => {
        await type(widget, 'zzz');
        await until(() => textOf(part(widget, '[role=status]')));
        expect(textOf(part(widget, '[role=status]'))).to.contain('We could not find “zzz”');
        await press(widget, 'My school is not listed');
        expect(question(widget)).to.equal('What kind of school is it?');
      });
    });

    it('is known where another widget of the page has picked it', async () => {
      const row = {
        urn: '900001',
        name: 'Brookside Infant School',
        postcode: null,
        typeCode: 34,
        phaseCode: 2,
      };
      pageSettings().update({
        schoolIdentity: {
          urn: '900001',
          name: 'Brookside Infant School',
          row: { ...row, statusCode: 1, lowAge: 4, highAge: 7, laCode: '925' },
        },
      });
      const widget = await open(examples.wayIn);
      await until(() => question(widget).includes('taken part'));
      expect(textOf(part(widget, '.us'))).to.contain('State-funded infant school, ages 4 to 7');
    });

    it('picked anew elsewhere on the page begins the check again: another school’s answers do not hold', async () => {
      await withIndex(async (widget) => {
        const row = (urn: string, name: string) => ({ urn, name, typeCode: 34, phaseCode: 2, statusCode: 1 });
        const pick = (urn: string, name: string): void =>
          pageSettings().update({
            schoolIdentity: { urn, name, row: { ...row(urn, name), lowAge: 4, highAge: 11, laCode: '925' } },
          });
        pick('900001', 'Brookside School');
        await until(() => question(widget).includes('taken part'));
        await press(widget, 'No, never');
        pick('900002', 'Hill Top School');
        await until(() => question(widget).includes('taken part'));
        expect(textOf(part(widget, '.us'))).to.contain('Hill Top School');
        await press(widget, 'No, choose another school');
        expect(question(widget)).to.equal('Which school?');
        pick('900002', 'Hill Top School');
        await until(() => question(widget).includes('taken part'));
      });
    });
  });

  describe('the door', () => {
    it('stays open whatever is ticked; the hub may suggest the other', async () => {
      const widget = await open(examples.wayIn);
      await press(widget, ...READY.slice(0, -1));
      const box = part<HTMLInputElement>(widget, 'input[value=staffTurnover]');
      box.click();
      await widget.updateComplete;
      await press(widget, 'Continue with 1 ticked');
      expect(verdict(widget)).to.equal('You can apply to join Development');
      expect(textOf(part(widget, '[part=verdict]'))).to.contain(
        'Your hub may suggest Mastery Readiness first, because you ticked: staff turnover is high.',
      );
    });

    it('leads a school on that has done Development', async () => {
      const widget = await open(examples.wayIn);
      await press(widget, PRIMARY, 'Yes', 'We finished Development', 'No');
      expect(verdict(widget)).to.equal('You can apply to join Embedding');
      expect(textOf(part(widget, '[part=verdict]'))).to.contain('Also open to you: Sustaining');
    });

    it('may be passed by for one phase, and gone back to', async () => {
      const widget = await open(examples.wayIn);
      await press(widget, ...READY, 'Embedding');
      expect(verdict(widget)).to.contain('cannot join Embedding');
      await press(widget, 'Find the right place for us to start');
      expect(verdict(widget)).to.equal('You can apply to join Development');
    });

    it('is the hub where only the hub can name one', async () => {
      expect(verdict(await open(examples.noDoor))).to.equal('Talk to your hub about where to start');
      expect(verdict(await open(examples.secondary))).to.contain('separate programme');
      expect(verdict(await open(examples.noPhases))).to.contain('We do not know what is open');
    });
  });

  it('promises no place', async () => {
    expect(textOf(part(await open(examples.eligible), '[part=verdict]'))).to.contain(
      'a place is not guaranteed',
    );
  });

  it('is no longer than two screens of a phone', async () => {
    await setViewport({ width: 390, height: 844 });
    for (const steps of [
      READY,
      [PRIMARY, 'Not sure', 'Not sure', 'None of these'],
      ['Special school', 'Yes', ...READY.slice(1)],
    ]) {
      const widget = await open(examples.wayIn);
      await press(widget, ...steps);
      expect(widget.getBoundingClientRect().height, verdict(widget)).to.be.at.most(1700);
      await press(widget, 'Start again');
      await forget();
    }
  });

  it('does not ask what a GIAS row tells, and names the school to the form beside it', async () => {
    const widget = await open(examples.register);
    expect(textOf(part(widget, '.us'))).to.contain('Example Primary School');
    await press(widget, 'No, never', 'Yes');
    await until(() => pageSettings().value.schoolIdentity);
    expect(pageSettings().value.schoolIdentity).to.deep.equal({
      name: 'Example Primary School',
      urn: '100000',
    });
  });

  it('hands the result on: an event, and the page’s settings', async () => {
    const seen: EligibilityDecidedEvent[] = [];
    const listen = (event: EligibilityDecidedEvent): number => seen.push(event);
    document.addEventListener('mh-eligibility-decided', listen);
    try {
      const widget = await openWith({ ...ready, development: 'never' });
      expect(seen.length).to.equal(0);
      await press(widget, 'Yes');
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
      expect(question(widget)).to.equal(definitionOf('releasesTwoTeachers')?.question);
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
    const next = part(checker(root), '.verdict .actions');
    expect([...next.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      '/apply',
      '/find',
      '#journey',
    ]);
  });

  it('offers no form to a school that may not join', async () => {
    pageSettings().update({ links: { apply: '/apply', find: '/find' } });
    const widget = await open(examples.notEligible);
    expect(textOf(part(widget, '.verdict')))
      .to.not.contain('Apply')
      .and.not.contain('Register');
  });

  it('takes what other widgets of the page know, and leaves it there on starting again', async () => {
    const given = { ...ready, note: 'not a fact' } as const;
    pageSettings().update({ school: given });
    const widget = await open({ html: development });
    expect(question(widget)).to.contain('taken part');
    await press(widget, 'No, never', 'No');
    await until(() => pageSettings().value.decision);
    expect(pageSettings().value.school).to.deep.include({ ...ready, releasesTwoTeachers: false });
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
    await forget();
    history.replaceState(null, '', link.hash);
    const again = await open({ html: '<mh-eligibility-checker edition="2024/25"></mh-eligibility-checker>' });
    expect(verdict(again)).to.equal('You may be able to join Development');
    expect(textOf(part(again, '[part=answers]'))).to.contain('Yes, but left early');
  });

  it('asks about its own phase where a link names one that the terms do not have', async () => {
    history.replaceState(null, '', '#mh-check?phase=nonsense&inEngland=maybe&open=true');
    const widget = await open({ html: development });
    expect(textOf(widget.shadowRoot as unknown as Element)).not.to.contain('do not have');
    await press(widget, PRIMARY, 'No, never', 'Yes');
    expect(verdict(widget)).to.contain('Development');
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
      await press(await open(examples.onePhase), PRIMARY, 'No, never', 'Yes');
      expect(asked).to.deep.equal([]);
      expect(localStorage.length + sessionStorage.length).to.equal(stored);
      expect(document.cookie).to.equal('');
    } finally {
      globalThis.fetch = original;
    }
  });

  it('says that a year is over', async () => {
    pageSettings().update({ today: '2026-01-15' });
    expect(textOf(part(await open(examples.onePhase), '[part=notice]'))).to.contain('2024/25');
    await forget();
    pageSettings().update({ today: '2025-01-15' });
    expect((await open(examples.onePhase)).shadowRoot?.querySelector('[part=notice]')).to.equal(null);
  });

  it('draws an edition in hand at once', async () => {
    const widget = document.createElement('mh-eligibility-checker');
    widget.data = await loadEdition('2024/25');
    widget.phase = 'development';
    document.body.append(widget);
    await widget.updateComplete;
    expect(question(widget)).to.equal('What kind of school is it?');
    widget.remove();
  });

  it('takes a page’s own words, for its texts and for a question', async () => {
    pageSettings().update({
      wording: {
        'check.title': 'May we join?',
        'check.kind': 'Which kind are you?',
        'fact.releasesTwoTeachers': 'Two free?',
      },
    });
    const widget = await open({ html: development });
    expect(textOf(part(widget, 'h2'))).to.equal('May we join?');
    expect(question(widget)).to.equal('Which kind are you?');
    await press(widget, PRIMARY, 'No, never');
    expect(question(widget)).to.equal('Two free?');
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
