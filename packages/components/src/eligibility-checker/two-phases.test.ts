import { expect } from '@open-wc/testing';
import { emptyEdition, type Door, type Edition } from '@maths-hubs/sdk/programme';
import { forgetSteps, mount, part, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import './define.js';

const BY_HUB = { source: ['own'], basis: 'hub' } as const;
const done = { fact: 'development', is: 'done' } as const;
const doors: readonly Door[] = [
  {
    id: 'new',
    phase: 'first-steps',
    statement: 'The school has not done Development.',
    condition: { not: done },
    ...BY_HUB,
  },
  {
    id: 'back',
    phase: 'further-steps',
    statement: 'The school has done Development.',
    condition: done,
    ...BY_HUB,
  },
];

/** A hub's own terms: two phases that no edition of ours has, and its own doors. */
function ownTerms(): Edition {
  const blank = emptyEdition('2026/27', 'two-strands', 'wold-valley');
  const names = {
    introductory: ['first-steps', 'First steps'],
    continuing: ['further-steps', 'Further steps'],
  };
  return {
    ...blank,
    version: '1',
    contact: { name: 'Wold Valley Maths Hub', email: 'office@wold.example' },
    sources: {
      own: {
        id: 'own',
        publisher: 'Wold Valley Maths Hub',
        title: 'Our terms',
        date: '2026-09-01',
        url: null,
      },
    },
    phases: blank.phases.map((phase) => {
      const [id = '', name = ''] = names[phase.id as keyof typeof names];
      return {
        ...phase,
        id,
        name: { value: name, ...BY_HUB },
        requirements: [
          {
            id: 'primary',
            statement: 'The school teaches primary years.',
            condition: { fact: 'teachesPrimary', is: true },
            effect: 'bars',
            ...BY_HUB,
          },
        ],
      };
    }),
    entryPoints: [{ phase: 'first-steps', forWhom: 'Schools that are new to us.', ...BY_HUB }],
    doors,
  };
}

describe('a hub’s own two phases', () => {
  beforeEach(() =>
    pageSettings().update({ editionData: ownTerms(), today: '2026-10-01', hub: 'wold-valley' }),
  );
  afterEach(async () => {
    unmountAll();
    pageSettings().update({
      editionData: undefined,
      today: undefined,
      hub: undefined,
      school: undefined,
      decision: undefined,
      phase: undefined,
    });
    await forgetSteps();
  });

  /** The verdict after these answers, pressed one after another. */
  async function verdict(...answers: string[]): Promise<string> {
    const root = await mount({ html: '<mh-eligibility-checker></mh-eligibility-checker>' });
    const widget = root.querySelector('mh-eligibility-checker')!;
    const buttons = (): HTMLButtonElement[] => [...(widget.shadowRoot?.querySelectorAll('button') ?? [])];
    for (const answer of answers) {
      const button = buttons().find((each) => textOf(each).startsWith(answer));
      expect(button, `${answer}: ${buttons().map(textOf).join(' | ')}`).to.exist;
      button?.click();
      await until(async () => {
        await widget.updateComplete;
        return !widget.shadowRoot?.querySelector('.loading');
      });
    }
    return textOf(part(widget, '.verdict'));
  }

  it('sends a school that is new through the hub’s own door', async () => {
    expect(await verdict('Infant, junior', 'No, never')).to.contain('First steps');
  });

  it('sends a school that has done Development through the other', async () => {
    expect(await verdict('Infant, junior', 'Yes', 'We finished Development')).to.contain('Further steps');
  });
});
