import type { Example } from '../foundation/example.js';
import { hubTerms, withTerms } from '../foundation/edition/example-terms.js';

const fallback = '<p><a href="https://example.org/">Ask us whether we are taking applications</a></p>';

function withWindow(window: Readonly<Record<string, unknown>>): string {
  const recruitment = [
    {
      id: 'spring',
      phases: ['development'],
      opens: null,
      closes: null,
      source: ['own'],
      basis: 'hub',
      ...window,
    },
  ];
  const line = withTerms('mh-recruitment-status', hubTerms({ recruitment }), 'phase="development"', fallback);
  return `<mh-settings today="2027-03-01" apply-href="#apply">${line}</mh-settings>`;
}

export const examples = {
  open: {
    name: 'Open',
    summary: 'The hub takes applications until a day that is weeks away.',
    html: withWindow({ opens: '2027-01-11', closes: '2027-05-28' }),
  },
  closingSoon: {
    name: 'Closing soon',
    summary: 'Fourteen days or fewer are left.',
    html: withWindow({ closes: '2027-03-12' }),
  },
  closed: {
    name: 'Closed, opening later',
    summary: 'The window opens on a day that the hub has set.',
    html: withWindow({ opens: '2027-04-19', closes: '2027-05-28' }),
  },
  registerInterest: {
    name: 'Register interest',
    summary: 'The hub takes names, with a note of its own.',
    html: withWindow({ status: 'register-interest', note: 'Places open in May.' }),
  },
  fullyBooked: {
    name: 'Fully booked',
    summary: 'The hub has no place left.',
    html: withWindow({ status: 'fully-booked' }),
  },
  unknown: {
    name: 'Not known',
    summary: 'The national terms cannot say what one hub does.',
    html: `<mh-settings find-href="#find" today="2025-01-15"><mh-recruitment-status edition="2024/25">${fallback}</mh-recruitment-status></mh-settings>`,
  },
  unreadable: {
    name: 'A file that cannot be read',
    summary: "The hub's own file did not arrive; the plain line stays.",
    html: `<mh-recruitment-status src="/no-such-terms.json">${fallback}</mh-recruitment-status>`,
  },
} as const satisfies Record<string, Example>;
