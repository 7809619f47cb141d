import { expect } from '@open-wc/testing';
import { TERMS } from '@maths-hubs/sdk/programme';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible, textOf, until } from '../../../test/support/elements.js';
import { MhEditor } from './app.js';
import { cssOf } from '@maths-hubs/components/foundation/palette';
import { pairsOf } from './widgets/contrast.js';
import { widgetsOf, type CustomElementsManifest } from './widgets/manifest.js';

customElements.define('mh-editor', MhEditor);

let editor: MhEditor;
const root = (): ShadowRoot => editor.shadowRoot!;
const find = <T extends Element = HTMLElement>(selector: string): T => {
  const found = root().querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const button = (text: string, within: ParentNode = root()): HTMLButtonElement => {
  const found = [...within.querySelectorAll('button')].find((each) => textOf(each).startsWith(text));
  if (!found) throw new Error(`There is no button “${text}”.`);
  return found;
};

async function fill(selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement | HTMLSelectElement>(selector);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  await editor.updateComplete;
}

async function begin(start: string): Promise<void> {
  await until(() => root().querySelectorAll('#hub option').length > 10);
  await fill('#hub', 'west-yorkshire');
  find<HTMLInputElement>(`input[value="${start}"]`).click();
  await editor.updateComplete;
  find('#begin').click();
  await until(() => root().querySelector('#phases-0'));
}

async function manifest() {
  const answer = await fetch('/packages/components/custom-elements.json');
  return widgetsOf((await answer.json()) as CustomElementsManifest);
}

beforeEach(async () => {
  editor = document.createElement('mh-editor') as MhEditor;
  editor.widgets = await manifest();
  editor.version = '1.4.2';
  editor.base = '/packages/components/dist/cdn/';
  editor.today = '2026-11-22';
  editor.loadTexts = () =>
    Promise.resolve({ 'mh-journey-map': { 'journey.title': 'The journey in {year}' } });
  document.body.append(editor);
  await editor.updateComplete;
});
afterEach(() => editor.remove());

describe('the start', () => {
  it('says what is missing, and moves the focus to it', async () => {
    find('#begin').click();
    await until(() => root().activeElement?.id === 'error-summary');
    expect(textOf(find('#error-summary'))).to.contain('Choose your hub.');
    find<HTMLAnchorElement>('#error-summary a').click();
    expect(root().activeElement?.id).to.equal('hub');
    await expectAccessible(editor);
  });
});

describe('the form of terms', () => {
  it('has a row for each term of the table, each with the control of its kind', async () => {
    await begin('four-phases');
    const rows = [...root().querySelectorAll<HTMLElement>('#phases-0 .term')];
    expect(rows.length).to.equal(Object.keys(TERMS).length);
    const undecided = (row: HTMLElement): boolean =>
      [
        row.querySelector('.term-value'),
        row.querySelector(':checked + label'),
        row.querySelector('option'),
      ].some((each) => each && textOf(each) === 'Not decided');
    expect(rows.filter((row) => !undecided(row)).map(({ id }) => id)).to.deep.equal([]);
    expect(find('#phases-0-terms-summary input').getAttribute('type')).to.equal('text');
    expect(root().querySelectorAll('#phases-0-terms-charge input[type=radio]').length).to.equal(3);
    expect(find('#phases-0-terms-focus textarea')).to.be.instanceOf(HTMLTextAreaElement);
    expect(root().querySelectorAll('#phases-0-terms-meetingFrequency option').length).to.equal(5);
    expect(root().querySelectorAll('#phases-0-terms-next input[type=checkbox]').length).to.equal(4);
    expect(textOf(find('#phases-0-terms-funding'))).to.contain('Add a sum');
    await expectAccessible(editor);
  });

  it('shows another year’s evidence with its year and source, and takes it over only by a press', async () => {
    await begin('four-phases');
    const row = find('#phases-0-terms-teachers');
    await until(() => row.querySelector('.evidence button'));
    const aside = textOf(row.querySelector('.evidence'));
    expect(aside).to.contain('In 2024/25:').and.contain('East Midlands South Maths Hub');
    expect(textOf(row.querySelector('.term-value'))).to.equal('Not decided');
    button('Use this', row).click();
    await editor.updateComplete;
    expect(textOf(row.querySelector('.term-value'))).to.equal('2 teachers per school');
    expect(row.classList.contains('is-stated')).to.equal(true);
    expect(textOf(row.querySelector('.evidence'))).to.contain('The same as yours.');
  });

  it('states in place, and has everything undecided that is left alone or emptied', async () => {
    await begin('four-phases');
    const row = find('#phases-0-terms-meetings');
    const said = () => textOf(row.querySelector('.term-value'));
    expect(said()).to.equal('Not decided');
    expect(row.querySelector('select'), 'what may be said of a number waits for the number').to.equal(null);
    await fill('#phases-0-terms-meetings-value', '6');
    expect(said()).to.equal('6 meetings');
    await fill('#phases-0-terms-meetings-value-shape', 'range');
    await fill('#phases-0-terms-meetings-value-to', '8');
    expect(said()).to.equal('6 to 8 meetings');
    await fill('#phases-0-terms-meetings-value-shape', 'up-to');
    expect(said()).to.equal('up to 8 meetings');
    await fill('#phases-0-terms-meetings-value-per', 'year');
    find('#phases-0-terms-meetings-value-about').click();
    await editor.updateComplete;
    expect(said()).to.equal('about up to 8 meetings per year');
    // The field is empty while another number is typed: what was said of the number stays until it is left.
    const number = find<HTMLInputElement>('#phases-0-terms-meetings-value');
    number.value = '';
    number.dispatchEvent(new Event('input'));
    await editor.updateComplete;
    expect(root().querySelector('#phases-0-terms-meetings-value-shape')).not.to.equal(null);
    number.dispatchEvent(new Event('change', { bubbles: true }));
    await editor.updateComplete;
    expect(said()).to.equal('Not decided');
    expect(row.classList.contains('is-empty')).to.equal(true);
    const charge = find('#phases-0-terms-charge');
    const [yes, , undecided] = charge.querySelectorAll('input');
    expect(undecided?.checked).to.equal(true);
    const often = find('#phases-0-terms-meetingFrequency');
    const isStated = () => [charge, often].map((each) => each.classList.contains('is-stated'));
    yes?.click();
    await fill('#phases-0-terms-meetingFrequency-value', 'termly');
    expect(isStated()).to.deep.equal([true, true]);
    undecided?.click();
    await fill('#phases-0-terms-meetingFrequency-value', '');
    expect(isStated()).to.deep.equal([false, false]);
    expect(undecided?.checked).to.equal(true);
  });

  it('keeps sums of money in pence', async () => {
    await begin('two-strands');
    const row = find('#phases-0-terms-funding');
    button('Add a sum', row).click();
    await editor.updateComplete;
    await fill('#phases-0-terms-funding-value-0-pence', '£1,010.50');
    await fill('#phases-0-terms-funding-value-0-description', 'Release of teachers');
    expect(textOf(row.querySelector('.term-value'))).to.equal('Release of teachers: £1,010.50 per school');
  });

  it('holds back with a fault at its field, and lets go when it is put right', async () => {
    await begin('two-strands');
    const row = find('#phases-0-terms-meetings');
    await fill('#phases-0-terms-meetings-value', '9');
    await fill('#phases-0-terms-meetings-value-shape', 'range');
    await fill('#phases-0-terms-meetings-value', '9');
    await fill('#phases-0-terms-meetings-value-to', '4');
    find('#next').click();
    await until(() => root().activeElement?.id === 'error-summary');
    expect(textOf(find('#error-summary'))).to.contain('Introductory, Work Group meetings');
    expect(row.classList.contains('faulty')).to.equal(true);
    expect(find('#phases-0-terms-meetings-value').getAttribute('aria-invalid')).to.equal('true');
    await expectAccessible(editor);
    await fill('#phases-0-terms-meetings-value-to', '12');
    await until(() => !root().querySelector('#error-summary'));
    find('#next').click();
    await until(() => textOf(find('#step-title')) === 'Your widgets');
  });

  it('proves the requirements, and says what it found in plain words', async () => {
    await begin('four-phases');
    for (const id of ['new-to-the-programme', 'development-done']) {
      find(`#phases-0 input[value="${id}"]`).click();
      await editor.updateComplete;
    }
    button('Check my terms').click();
    await until(() => textOf(root()).includes('No school can meet all of these requirements together.'));
  });
});

describe('the widgets', () => {
  const order = (): string[] =>
    [...root().querySelectorAll('.order li')].map((row) => textOf(row).split(/ ?Up/)[0]!);

  it('come in the order in which a school meets them, are moved by a press, and are pasted in that order', async () => {
    await begin('two-strands');
    find('#next').click();
    await until(() => root().querySelector('#widgets'));
    for (const tag of ['mh-apply-form', 'mh-eligibility-checker', 'mh-find-a-hub']) {
      find<HTMLInputElement>(`input[name=widgets][value=${tag}]`).click();
      await editor.updateComplete;
    }
    const first = order();
    expect(first).to.deep.equal(['Journey map', 'Find a hub', 'Eligibility checker', 'Apply form']);
    button('Up: Eligibility checker').click();
    await until(() => order()[1] === 'Eligibility checker');
    expect(order()).to.deep.equal([first[0], first[2], first[1], ...first.slice(3)]);
    expect(button(`Up: ${first[0]}`).getAttribute('aria-disabled')).to.equal('true');
    button(`Up: ${first[0]}`).click();
    await editor.updateComplete;
    expect(order()[0]).to.equal(first[0]);
    find('#next').click();
    await until(() => root().querySelector('[role=tablist]'));
    const pasted = textOf(find('.block code'));
    expect(pasted.indexOf('<mh-eligibility-checker')).to.be.lessThan(pasted.indexOf('<mh-find-a-hub'));
  });

  const toWidgets = async (): Promise<void> => {
    await begin('two-strands');
    find('#next').click();
    await until(() => root().querySelector('#widgets'));
  };

  it('are those of the manifest, each with a control for each attribute but those of the terms', async () => {
    await toWidgets();
    const tags = [...root().querySelectorAll<HTMLInputElement>('fieldset input[type=checkbox]')].map(
      ({ value }) => value,
    );
    expect(tags).to.include('mh-journey-map').and.not.include('mh-settings');
    find('#options-mh-journey-map > summary').click();
    await until(() => find<HTMLDetailsElement>('#options-mh-journey-map').open);
    const map = editor.widgets.find(({ tag }) => tag === 'mh-journey-map')!;
    for (const { name } of map.attributes) {
      const control = root().querySelector(`#mh-journey-map-${name}`);
      expect(control !== null, name).to.equal(!['edition', 'src', 'hub'].includes(name));
    }
    await fill('#mh-journey-map-heading-level', '3');
    await until(() => find<HTMLIFrameElement>('iframe').srcdoc.includes('heading-level="3"'));
    await expectAccessible(editor);
  });

  it('are drawn beside with the hub’s terms, light and dark, at two widths', async () => {
    await toWidgets();
    const drawn = () =>
      find<HTMLIFrameElement>('iframe').contentDocument?.querySelector('mh-journey-map')?.shadowRoot;
    find('iframe').scrollIntoView();
    await until(() => drawn()?.querySelector('#phase-introductory'));
    expect(find('iframe').offsetWidth).to.equal(375);
    button('Desktop').click();
    await editor.updateComplete;
    await until(() => find<HTMLIFrameElement>('iframe').contentWindow?.innerWidth === 1280);
    button('Dark').click();
    await until(() => find<HTMLIFrameElement>('iframe').srcdoc.includes('color-scheme:dark'));
  });

  it('tell when a colour is too weak', async () => {
    await toWidgets();
    find<HTMLInputElement>('input[value="yes"]').click();
    await editor.updateComplete;
    await fill('#look-accent', '#cccccc');
    const pairs = textOf(find('#contrast'));
    expect(pairs).to.contain('All 18 pairs of colours pass.');
    expect(pairs).to.match(
      /Links: 4\.[5-9] to 1, passes \(4\.5 is needed\)\. Your own colour gives 1\.[0-9] to 1/,
    );
    await fill('#look-accent', '#1d6b77');
    expect(textOf(find('#contrast'))).to.contain('Your colours are drawn as they are.');
  });

  it('have each colour in the panel as a widget on such a page draws it', async () => {
    await toWidgets();
    find<HTMLInputElement>('input[value="yes"]').click();
    await editor.updateComplete;
    await fill('#look-accent', '#cccccc');
    await fill('#look-ink', '#555555');
    const wanted = pairsOf('#555555', '#ffffff', '#cccccc');
    const colour = (what: string) => cssOf(wanted.find((each) => each.what === what)!.one);
    find('iframe').scrollIntoView();
    const token = (name: string): string => {
      const page = find<HTMLIFrameElement>('iframe').contentWindow;
      const map = page?.document.querySelector('mh-journey-map');
      return map?.shadowRoot ? page!.getComputedStyle(map).getPropertyValue(name).trim() : '';
    };
    for (const [name, what] of [
      ['--_accent-text', 'Links'],
      ['--_ink', 'Text'],
      ['--_muted', 'Small print'],
      ['--_on-accent', 'Words on buttons'],
      ['--_give', 'What a school gives'],
      ['--_error', 'Messages of errors'],
      ['--_control-line', 'Lines of fields'],
      ['--_edge', 'Edges in your colour'],
      ['--_focus', 'The ring around what has the focus'],
    ] as const)
      await until(() => token(name) === colour(what));
  });
});

describe('the apply form', () => {
  it('says what it lacks, is held back from the snippet, and leads back to the field', async () => {
    await begin('two-strands');
    find('#next').click();
    await until(() => root().querySelector('#widgets'));
    find<HTMLInputElement>('input[value="mh-apply-form"]').click();
    await editor.updateComplete;
    await until(() => textOf(find('#apply-problem')).includes('does not know where applications go'));
    await expectAccessible(editor);
    find<HTMLAnchorElement>('#apply-problem a').click();
    await until(() => root().activeElement?.id === 'apply-way');
    find('#next').click();
    await until(() => root().querySelector('[role=tablist]'));
    expect(textOf(find('.held'))).to.contain('Apply form is held back.');
    expect(textOf(find('.block code'))).not.to.contain('<mh-apply-form');
    await expectAccessible(editor);
    find<HTMLAnchorElement>('.held a').click();
    await until(() => root().activeElement?.id === 'apply-way');
    find<HTMLInputElement>('input[name=apply-way][value=mail]').click();
    await editor.updateComplete;
    await fill('#mh-apply-form-mailto', 'hub@example.org');
    expect(textOf(find('#apply-problem'))).to.equal('');
    find('#next').click();
    await until(() => root().querySelector('[role=tablist]'));
    await fill('#terms-src', '/terms.json');
    expect(textOf(find('.block code'))).to.contain('<mh-apply-form');
  });
});

describe('the snippet', () => {
  it('has a tab for each kind of site, moved through by arrow keys', async () => {
    await begin('two-strands');
    find('#next').click();
    await until(() => root().querySelector('#widgets'));
    find('#next').click();
    await until(() => root().querySelector('[role=tablist]'));
    find('#tab-html').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(root().activeElement?.id).to.equal('tab-link');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowRight' });
    expect(root().activeElement?.id).to.equal('tab-wordpress');
    expect(find('[role=tabpanel]').id).to.equal('panel-wordpress');
    await expectAccessible(editor);
  });
});
