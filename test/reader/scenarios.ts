/** What is done with a screen reader in each widget's main task, and what has to be heard. */
import { config } from '../../packages/components/src/apply-form/examples.js';

type Key = string | { readonly type: string };

/** What a scenario does. Words that must be heard are listed here, and are in the kept transcript too. */
export interface Listener {
  /** Presses keys, or types; what is heard next speaks of what was said then. */
  press(...keys: readonly Key[]): Promise<void>;
  /** Presses a key again and again, until these words are said. */
  pressUntil(key: string, words: string, most?: number): Promise<void>;
  /** These words were said after the last press: that many times, or at least once. */
  hears(words: string, times?: number): Promise<void>;
}

export interface Scenario {
  /** Where its transcript is kept, from the root of the project. */
  readonly beside: string;
  /** Of what it is. */
  readonly of: string;
  readonly name: string;
  /** The widget on a hub's page; none at the desk. */
  readonly html?: string;
  readonly run: (listener: Listener) => Promise<void>;
}

const widget = (
  tag: string,
  name: string,
  attributes: string,
  run: Scenario['run'],
  inside = '<p>Ask your hub.</p>',
): Scenario => ({
  beside: `packages/components/src/${tag.slice(3)}`,
  of: `<${tag}>`,
  name,
  html: `<${tag} ${attributes}>${inside}</${tag}>`,
  run,
});

export const SCENARIOS: readonly Scenario[] = [
  widget(
    'mh-eligibility-checker',
    'each question once, with its group',
    'edition="2024/25"',
    async ({ press, hears }) => {
      await press('Tab');
      await hears('What kind of school is it? panel', 1);
      await hears('Infant, junior, first or primary school push button', 1);
      await press('Return');
      await hears('Has your school taken part in Teaching for Mastery before?', 1);
      await press('Tab', 'Return');
      await hears('Can two teachers be out of class for the Work Group meetings?');
      await press('Tab', 'Return');
      await hears('Are any of these true');
    },
  ),
  widget(
    'mh-find-a-hub',
    'what is suggested, and the answer once',
    'show="field"',
    async ({ press, hears }) => {
      await press('Tab');
      await hears('Your school’s council or town editable combo box');
      await press({ type: 'oadby' });
      await press('Down');
      await hears('Oadby');
      await press('Return');
      await hears('Your hub is East Midlands South Maths Hub heading level 3', 1);
    },
  ),
  widget('mh-find-a-hub', 'a hub on the map, by name', 'show="map"', async ({ press, hears }) => {
    await press('Tab');
    await hears('Map of the hubs panel', 1);
    await hears('Great North Maths Hub push button', 1);
    await press('Return');
    await hears('Great North Maths Hub heading level 3', 1);
    await press('Tab');
    await hears('Visit its website link', 1);
  }),
  widget(
    'mh-apply-form',
    'what is missing, and the way to it',
    'edition="2024/25" hub="east-midlands-south" mailto="office@example.org"',
    async ({ press, hears }) => {
      await press('Tab');
      await hears('School name entry required', 1);
      await press('Return');
      await hears('There is a problem');
      await hears('Enter the name of your school');
      await press('Tab', 'Return');
      await hears('School name entry required');
      await hears('Error: Enter the name of your school');
    },
  ),
  widget(
    'mh-apply-form',
    'every step from the school to the receipt',
    'hub="example-hub" edition="2024/25" action="/intake/applications" school-name="Hill Top Primary" postcode="LE1 1AA" phase="development"',
    async ({ press, pressUntil, hears }) => {
      await press('Tab');
      await hears('Not this school? Change it push button', 1);
      await press('Tab');
      await hears('Unique reference number (URN) (optional) entry', 1);
      await press('Return');
      await hears('Step 2 of 4: About you', 1);
      await press('Tab', { type: 'A Teacher' });
      await hears('Your full name entry required', 1);
      await pressUntil('Tab', 'Your work e-mail address entry required');
      await press({ type: 'nobody' }, 'Return');
      await hears('There is a problem');
      await press('Tab', 'Return');
      await hears('Your work e-mail address entry nobody required', 1);
      await hears('Error: Enter an e-mail address in the right form', 1);
      await press('ctrl+a', { type: 'a.teacher@school.example' }, 'Return');
      await hears('Step 3 of 4', 1);
      await pressUntil('Tab', 'check box not checked');
      await press('space', 'Return');
      await hears('Step 4 of 4: Check your answers', 1);
      await pressUntil('Tab', 'Send application push button', 20);
      await press('Return');
      await hears('Application received');
    },
    `<script type="application/json">${JSON.stringify({ ...config, fields: {}, readiness: {} })}</script><p>Write to us.</p>`,
  ),
  widget(
    'mh-funding-calculator',
    'the new sum, once',
    'edition="2020/21" phase="development"',
    async ({ press, hears }) => {
      await press('Tab');
      await hears('Phase combo box', 1);
      await press('Tab');
      await hears('What does a day of supply cover cost you, in pounds? entry', 1);
      await press({ type: '100' }, 'Tab');
      await hears('Estimate: £1,000 to £3,000.', 1);
    },
  ),
  widget(
    'mh-journey-map',
    'a phase opens, and closes',
    'edition="2020/21"',
    async ({ press, pressUntil, hears }) => {
      await pressUntil('Tab', 'Development collapsed push button');
      await press('Return');
      await hears('expanded', 1);
      await press('Tab');
      await hears('More about this phase collapsed push button', 1);
      await press('Shift+Tab');
      await hears('Development expanded push button', 1);
      await press('Return');
      await hears('collapsed', 1);
    },
  ),
  {
    beside: 'packages/desk',
    of: 'the desk',
    name: 'which school a field moves, and what the move does to the groups',
    run: async ({ press, pressUntil, hears }) => {
      await press('Tab');
      await press('Return');
      await hears('Applications heading level 1');
      // Back over the bar of the page: Sign out, Log, Personal data, Work Groups.
      await pressUntil('Shift+Tab', 'Work Groups link');
      await press('Return');
      await hears('Work Groups heading level 1');
      // Past what the groups are formed by and kept under, to the first school.
      await press(...Array<string>(13).fill('Tab'));
      await pressUntil('Tab', 'Move');
      await press('Down');
      await hears('CD.');
      await hears('8 schools; it needs 6 or 7');
    },
  },
];
