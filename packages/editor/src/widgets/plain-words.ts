/** What an option is called on a school's or hub's desk, and what it does, in a sentence. */
interface Words {
  readonly label: string;
  readonly hint: string;
}

const EVERYWHERE: Readonly<Record<string, Words>> = {
  'heading-level': {
    label: 'Size of its heading in the page’s outline',
    hint: '2 under the page’s title, 3 under a section. Ask whoever built your page if you are not sure.',
  },
  phase: { label: 'Which phase it shows first', hint: 'Leave it for all phases.' },
  edition: {
    label: 'School year',
    hint: 'Such as 2024/25, for that year’s national terms. Leave it for your own.',
  },
  'school-index': {
    label: 'Folder with the list of schools',
    hint: 'If your network gave you one: people then pick their school by name.',
  },
};

const BY_TAG: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  'mh-apply-form': {
    href: {
      label: 'Instead: address of a form that you have elsewhere',
      hint: 'The answers are handed on to it.',
    },
    'register-interest': {
      label: 'Schools can only register interest',
      hint: 'For a year that has not opened yet.',
    },
    phase: { label: 'Which phase is chosen at first', hint: 'Leave it for none.' },
  },
  'mh-commitment-planner': {
    'calendar-href': {
      label: 'Address of your calendar',
      hint: 'Schools subscribe to it; changed dates then reach them by themselves.',
    },
    phase: { label: 'Phase in which the school starts', hint: 'Leave it for the school to choose.' },
  },
  'mh-find-a-hub': {
    resolver: {
      label: 'Who looks a postcode up',
      hint: 'postcodes.io is a free public service. With “index”, nothing leaves your site; with “none”, people search by name.',
    },
    'postcode-index': {
      label: 'Address of your postcode file',
      hint: 'Needed for “index”. Your network can make one.',
    },
    show: {
      label: 'What stands below the search',
      hint: 'The map of England, the small tiles, the list, or some of them.',
    },
  },
  'mh-journey-map': {
    open: { label: 'What is open at first', hint: 'Phases by their ids, a space between them, or all.' },
    phase: { label: 'Where the school is now', hint: 'Marks a phase with “You are here”.' },
    programme: {
      label: 'Which programme',
      hint: 'Primary, unless you choose the other.',
    },
  },
  'mh-mastery-guide': {
    show: {
      label: 'Which parts',
      hint: 'Leave it empty for what schools ask first. The others: secondary, specialists, projects, history, support, applying, money.',
    },
  },
  'mh-specialist-path': {
    programme: {
      label: 'Which specialists',
      hint: 'Primary, unless you choose the other.',
    },
  },
  'mh-programme-reach': {
    kinds: { label: 'Which figures', hint: 'Leave it for those that schools ask about.' },
    budgets: {
      label: 'Show the programme’s budgets too',
      hint: 'Leave it off for schools: what the whole programme costs says nothing of what they pay.',
    },
  },
};

/** Options that only a page made by a program can fill in: never of use in a snippet. */
const NOT_PASTED = new Set(['school-name', 'urn', 'postcode', 'hub-src', 'outline', 'today', 'calendar']);

/** The words of an option; undefined where a pasted snippet has no use for it. */
export function wordsFor(tag: string, name: string, description: string): Words | undefined {
  if (NOT_PASTED.has(name)) return undefined;
  return (
    BY_TAG[tag]?.[name] ??
    EVERYWHERE[name] ?? { label: sentence(name), hint: description.replaceAll('`', '') }
  );
}

function sentence(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The order in which a school meets them. */
const ORDER = [
  'mh-recruitment-status',
  'mh-journey-map',
  'mh-mastery-guide',
  'mh-find-a-hub',
  'mh-eligibility-checker',
  'mh-commitment-planner',
  'mh-funding-calculator',
  'mh-information-sheet',
  'mh-apply-form',
  'mh-stories',
  'mh-specialist-path',
  'mh-programme-reach',
];

/** In a school's order; what is not known comes last, as it came. */
export function inSchoolsOrder<T extends { readonly tag: string }>(widgets: readonly T[]): readonly T[] {
  const place = ({ tag }: T): number => (ORDER.includes(tag) ? ORDER.indexOf(tag) : ORDER.length);
  return widgets.toSorted((one, other) => place(one) - place(other));
}
