import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { expectAccessible, textOf } from '../../../../test/support/elements.js';
import { checkboxes, errorSummary, radios, selectField, textField } from './controls.js';
import { controlStyles } from './controls.styles.js';
import { safeHref } from './links.js';
import { PlainSettingsStore } from './settings-store.js';
import { deviceStore } from './device-store.js';
import { wordingOf } from './wording.js';

describe('addresses', () => {
  for (const address of [
    'https://example.org/',
    'mailto:hub@example.org',
    'tel:+441234567',
    '#find',
    '/apply',
    'page.html',
    'http://old.example.org/x',
  ])
    it(`lets ${address} pass`, () => expect(safeHref(address)).to.equal(address));
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'blob:https://example.org/1',
    'vbscript:x',
    'http:/x',
    '',
    null,
    undefined,
  ])
    it(`drops ${String(address)}`, () => {
      const href = safeHref(address);
      expect(href === undefined || new URL(href, document.baseURI).protocol.startsWith('http')).to.equal(
        true,
      );
      if (/script|data|blob/i.test(String(address))) expect(href).to.equal(undefined);
    });
});

describe('wording', () => {
  const text = wordingOf(
    { greet: 'Hello {name}, {name}', plain: 'Plain', odd: '{constructor}' },
    { plain: 'Ours' },
  );
  it('fills values in, wherever they stand', () =>
    expect(text('greet', { name: 'Ada' })).to.equal('Hello Ada, Ada'));
  it('leaves a value that was not given as it stands', () =>
    expect(text('greet')).to.equal('Hello {name}, {name}'));
  it('fills in only values that were given, not what every object has', () =>
    expect(text('odd')).to.equal('{constructor}'));
  it("takes the hub's own", () => expect(text('plain')).to.equal('Ours'));
});

describe('what the device keeps', () => {
  it('is read back, and dropped', () => {
    expect(deviceStore.keep('mh-test', 'ours')).to.equal(true);
    expect(deviceStore.read('mh-test')).to.equal('ours');
    deviceStore.drop('mh-test');
    expect(deviceStore.read('mh-test')).to.equal(null);
  });

  it('is nothing where the device is full or forbids it, and the caller is told', () => {
    const keep = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      expect(deviceStore.keep('mh-test', 'ours')).to.equal(false);
    } finally {
      Storage.prototype.setItem = keep;
    }
    expect(deviceStore.read('mh-test')).to.equal(null);
  });
});

describe('settings store', () => {
  it('tells of a change once, and not of none', () => {
    const store = new PlainSettingsStore({ edition: '2020/21' });
    let changes = 0;
    store.addEventListener('change', () => (changes += 1));
    store.update({ edition: '2020/21' });
    expect(changes).to.equal(0);
    store.update({ edition: '2024/25', hub: 'x' });
    expect(changes).to.equal(1);
    store.update({ edition: undefined });
    expect(store.value).to.deep.equal({ hub: 'x' });
  });
});

describe('form controls', () => {
  const root = document.createElement('main');
  before(() => {
    if (controlStyles.styleSheet)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, controlStyles.styleSheet];
    document.body.append(root);
    const choices = [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No', hint: 'Not now' },
    ];
    render(
      html`${errorSummary(
        [
          { id: 'name', message: 'Enter your name' },
          { id: 'way', message: 'Choose a way' },
        ],
        2,
      )}
      ${textField({ id: 'name', label: 'Name', hint: 'As you sign', error: 'Enter your name', value: '', autocomplete: 'name', onInput: () => undefined })}
      ${radios({ id: 'way', label: 'Which way?', error: 'Choose a way', choices, value: undefined, onChange: () => undefined })}
      ${checkboxes({ id: 'all', label: 'Which of these?', choices, values: ['no'], onChange: () => undefined })}
      ${selectField({ id: 'year', label: 'Year', choices, value: 'no', onChange: () => undefined })}`,
      root,
    );
  });
  after(() => root.remove());

  it('are accessible, with and without errors', () => expectAccessible(root));

  it('name their hint and their error', () => {
    const input = root.querySelector<HTMLInputElement>('#name');
    expect(input?.getAttribute('aria-describedby')).to.equal('name-hint name-error');
    expect(input?.getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(root.querySelector('#name-error'))).to.equal('Error: Enter your name');
  });

  it('take the focus from the summary of errors', () => {
    const [first, second] = root.querySelectorAll<HTMLAnchorElement>('.error-summary a');
    first?.click();
    expect(document.activeElement?.id).to.equal('name');
    second?.click();
    expect(document.activeElement?.id).to.equal('way');
    expect((document.activeElement as HTMLInputElement).type).to.equal('radio');
  });

  it('show what is chosen', () => {
    expect(root.querySelector<HTMLInputElement>('#all-1')?.checked).to.equal(true);
    expect(root.querySelector<HTMLSelectElement>('#year')?.value).to.equal('no');
  });
});
