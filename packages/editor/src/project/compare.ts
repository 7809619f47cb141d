import type { Sourced } from '@maths-hubs/sdk/evidence';
import {
  removePhase,
  shortPhaseName,
  TERMS,
  type Calendar,
  type CalendarEvent,
  type Contact,
  type Edition,
  type Phase,
  type RecruitmentWindow,
  type TermId,
} from '@maths-hubs/sdk/programme';
import { sayTerm } from '../terms/say.js';
import { widgetName } from '../widgets/manifest.js';
import { BY_HUB, setContact, setDoor, setName, setRequirements, setTerm, statusOf } from './edit.js';
import type { Project } from './project.js';

/** One part in which a colleague's file says something else. */
export interface Difference {
  readonly key: string;
  /** `Development`, `Half-terms and dates`: what it is listed under. */
  readonly place: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** Whether ours says nothing of it, so that nothing is lost by taking theirs. */
  readonly adds: boolean;
  readonly take: (project: Project) => Project;
}

/** A part of the work that can be taken from one file into another. */
interface Part {
  readonly place: string;
  readonly label: string;
  readonly words: string;
  /** What two files are compared by; null where nothing is said. */
  readonly value: unknown;
  readonly put: (project: Project) => Project;
  readonly drop: (project: Project) => Project;
}

const NOTHING = 'nothing';

const CONTACT = {
  name: 'Name of the hub',
  website: 'Website',
  email: 'E-mail',
  telephone: 'Telephone',
} as const;

/** Everything that can differ, with what each file says; in the order of the page. */
export function differences(mine: Project, theirs: Project): readonly Difference[] {
  const [own, other] = [partsOf(mine, theirs), partsOf(theirs, mine)];
  return [...new Set([...other.keys(), ...own.keys()])].flatMap((key): Difference[] => {
    const [ours, their] = [own.get(key), other.get(key)];
    const part = their ?? ours;
    if (part === undefined || canonical(ours?.value ?? null) === canonical(their?.value ?? null)) return [];
    return [
      {
        key,
        place: part.place,
        label: part.label,
        mine: ours?.words ?? NOTHING,
        theirs: their?.words ?? NOTHING,
        adds: (ours?.value ?? null) === null,
        take: their?.put ?? part.drop,
      },
    ];
  });
}

/** Our work with what was taken of theirs, and the sources that it is cited to. */
export function join(mine: Project, theirs: Project, taken: readonly Difference[]): Project {
  const joined = taken.reduce((project, { take }) => take(project), mine);
  if (joined.edition === mine.edition) return joined;
  const sources = { ...theirs.edition.sources, ...joined.edition.sources };
  return { ...joined, edition: { ...joined.edition, sources } };
}

function partsOf(project: Project, beside: Project): Map<string, Part> {
  const { edition } = project;
  const parts = new Map<string, Part>();
  for (const [key, label] of Object.entries(CONTACT) as [keyof typeof CONTACT, string][]) {
    const value = edition.contact?.[key] ?? null;
    const put = (text: string) =>
      onEdition((old) => setContact(old, { name: '', ...old.contact, [key]: text } as Contact));
    parts.set(`contact.${key}`, part('How schools reach you', label, value, put(value ?? ''), put('')));
  }
  for (const phase of edition.phases) {
    if (beside.edition.phases.some(({ id }) => id === phase.id)) phaseParts(parts, edition, phase);
    else {
      const put = onEdition((old) => ({ ...old, phases: [...old.phases, phase] }));
      const drop = onEdition((old) => removePhase(old, phase.id));
      const name = shortPhaseName(edition, phase.id);
      parts.set(`phase.${phase.id}`, {
        ...part(name, 'the whole phase', phase.id, put, drop),
        words: 'there',
      });
    }
  }
  wholeParts(parts, project);
  listParts(parts, edition);
  for (const [key, text] of Object.entries({ ...project.wording })) {
    const put = (old: Project): Project => ({ ...old, wording: { ...old.wording, [key]: text } });
    const drop = (old: Project): Project => ({
      ...old,
      wording: Object.fromEntries(Object.entries(old.wording).filter(([each]) => each !== key)),
    });
    parts.set(`wording.${key}`, part('Your own wording', key, text, put, drop));
  }
  return parts;
}

function phaseParts(parts: Map<string, Part>, edition: Edition, phase: Phase): void {
  const place = shortPhaseName(edition, phase.id);
  const fact = (
    key: string,
    label: string,
    { value, ...rest }: Sourced<unknown>,
    words: string,
    set: (old: Edition) => Edition,
  ): void => {
    const status = statusOf({ value, ...rest });
    const compared = status === 'empty' ? null : [status === 'not-decided', value];
    const said = { empty: NOTHING, 'not-decided': 'not decided', stated: words, evidence: words }[status];
    parts.set(`${phase.id}.${key}`, {
      place,
      label,
      words: said,
      value: compared,
      put: onEdition(set),
      drop: onEdition(set),
    });
  };
  fact('name', 'What you call it', phase.name, phase.name.value ?? '', (old) =>
    setName(old, phase.id, phase.name),
  );
  for (const id of Object.keys(TERMS) as TermId[]) {
    const term: Sourced<unknown> = phase.terms[id];
    const words = term.value === null ? '' : sayTerm(edition, id, term.value);
    fact(id, TERMS[id].label, term, words, (old) => setTerm(old, phase.id, id, term));
  }
  const { requirements } = phase;
  const door = edition.entryPoints.find((each) => each.phase === phase.id)?.forWhom;
  const set = (list: Phase['requirements']) => onEdition((old) => setRequirements(old, phase.id, list));
  const enter = (text: string | undefined) => onEdition((old) => setDoor(old, phase.id, text));
  parts.set(`${phase.id}.requirements`, {
    ...part(place, 'Who may join', requirements.length > 0 ? requirements : null, set(requirements), set([])),
    words: requirements.map(({ statement }) => statement).join(' ') || NOTHING,
  });
  parts.set(
    `${phase.id}.door`,
    part(place, 'Which schools start here', door ?? null, enter(door), enter(undefined)),
  );
}

/** Parts that only make sense whole. */
function wholeParts(parts: Map<string, Part>, { edition, widgets, notice, look }: Project): void {
  const doors = (list: Edition['doors']) => onEdition((old) => ({ ...old, doors: list }));
  const halfTerms = edition.calendar?.halfTerms ?? [];
  const terms = (list: Calendar['halfTerms']) => onCalendar((old) => ({ ...old, halfTerms: list }));
  const whole: Readonly<Record<string, Part>> = {
    doors: {
      ...part(
        'Which school goes where',
        'all of it',
        edition.doors.length > 0 ? edition.doors : null,
        doors(edition.doors),
        doors([]),
      ),
      words: edition.doors
        .map(({ statement, phase }) => `${statement} ${phase ? shortPhaseName(edition, phase) : 'The hub'}.`)
        .join(' '),
    },
    halfTerms: {
      ...part(
        'Half-terms and dates',
        'Half-terms',
        halfTerms.length > 0 ? halfTerms : null,
        terms(halfTerms),
        terms([]),
      ),
      words: halfTerms.map(({ starts, ends }) => `${starts} to ${ends}`).join(', '),
    },
    widgets: {
      ...part(
        'Your widgets',
        'Which, and their options',
        widgets,
        (old) => ({ ...old, widgets }),
        (old) => old,
      ),
      words: widgets.map(({ tag }) => widgetName(tag)).join(', '),
    },
    notice: {
      ...part(
        'Your widgets',
        'Data-protection notice',
        notice.text ? notice : null,
        (old) => ({ ...old, notice }),
        (old) => old,
      ),
      words: [notice.version, notice.text].filter(Boolean).join(': '),
    },
    look: {
      ...part(
        'Your widgets',
        'Your page’s look',
        look,
        (old) => ({ ...old, look }),
        (old) => old,
      ),
      words: [look.accent, look.paper, look.ink, look.font].filter(Boolean).join(', '),
    },
  };
  for (const [key, each] of Object.entries(whole))
    parts.set(key, { ...each, words: each.value === null ? NOTHING : each.words });
}

/** Windows and dates: two that say the same are one, whatever number each file gave them. */
function listParts(parts: Map<string, Part>, edition: Edition): void {
  const add = <Row extends { readonly id: string }>(
    place: string,
    label: string,
    rows: readonly Row[],
    words: (row: Row) => string,
    change: (to: (rows: readonly Row[]) => readonly Row[]) => (project: Project) => Project,
  ): void => {
    for (const row of rows) {
      const same = contentOf(row);
      const put = change((old) => [
        ...old,
        old.some(({ id }) => id === row.id) ? { ...row, id: freeId(row.id, old) } : row,
      ]);
      const drop = change((old) => old.filter((each) => contentOf(each) !== same));
      parts.set(`${place}.${same}`, { ...part(place, label, same, put, drop), words: words(row) });
    }
  };
  add<RecruitmentWindow>(
    'When schools may apply',
    'Recruitment window',
    edition.recruitment,
    ({ opens, closes, note }) =>
      [`${opens ?? 'no day'} to ${closes ?? 'no day'}`, note].filter(Boolean).join(', '),
    (to) => onEdition((old) => ({ ...old, recruitment: to(old.recruitment) })),
  );
  add<CalendarEvent>(
    'Half-terms and dates',
    'Date',
    edition.calendar?.events ?? [],
    ({ date, title, kind, phase }) =>
      `${date}, ${title ?? kind.replaceAll('-', ' ')}, ${shortPhaseName(edition, phase)}`,
    (to) => onCalendar((old) => ({ ...old, events: to(old.events) })),
  );
}

function part(
  place: string,
  label: string,
  value: unknown,
  put: (project: Project) => Project,
  drop: (project: Project) => Project,
): Part {
  return { place, label, words: value === null ? NOTHING : String(value), value, put, drop };
}

const onEdition =
  (change: (edition: Edition) => Edition) =>
  (project: Project): Project => ({ ...project, edition: change(project.edition) });

const onCalendar = (change: (calendar: Calendar) => Calendar) =>
  onEdition((old) => {
    const next = change(old.calendar ?? { halfTerms: [], events: [], ...BY_HUB });
    return { ...old, calendar: next.halfTerms.length + next.events.length === 0 ? null : next };
  });

function contentOf(row: object): string {
  return canonical({ ...row, id: '', source: '', basis: '' });
}

function freeId(id: string, rows: readonly { readonly id: string }[]): string {
  const stem = id.replace(/-\d+$/, '');
  for (let number = 1; ; number += 1)
    if (!rows.some((row) => row.id === `${stem}-${number}`)) return `${stem}-${number}`;
}

/** JSON whatever the order of its keys, so that two files that say the same are the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
