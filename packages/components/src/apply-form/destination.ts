import { FIELDS, type AnswerLine, type Answers } from '@maths-hubs/sdk/applications';

/** Where an application goes. */
export type Destination =
  | { readonly via: 'intake'; readonly endpoint: string }
  /** The hub's own form elsewhere; `{urn}` and the like in its address stand for answers. */
  | { readonly via: 'link'; readonly template: string }
  | { readonly via: 'mail'; readonly address: string };

/** The first that is given, in the order of how much the hub can rely on it. */
export function destinationOf(
  action: string | undefined,
  href: string,
  mailto: string,
  shared: string | undefined,
): Destination | null {
  if (action) return { via: 'intake', endpoint: action };
  if (href) return { via: 'link', template: href };
  if (mailto) return { via: 'mail', address: mailto };
  return shared ? { via: 'intake', endpoint: shared } : null;
}

const PLACE = /\{(\w+)\}/g;

/** Fields that a link passes on, by id. */
export function fieldsIn(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].flatMap(([, id]) =>
    FIELDS.some((field) => field.id === id) ? [id ?? ''] : [],
  );
}

/** The link with the answers in it. */
export function linkWith(
  template: string,
  answers: Answers,
  say: (id: string, answer: string) => string,
): string {
  const filled = template.replace(PLACE, (whole, id: string) => {
    if (!fieldsIn(whole).length) return whole;
    const answer = answers[id as keyof Answers] ?? '';
    return encodeURIComponent(
      [answer]
        .flat()
        .map((each) => say(id, String(each)))
        .join(', '),
    );
  });
  return filled;
}

/** A letter with every answer, addressed to the hub. */
export function letterTo(
  address: string,
  subject: string,
  lines: readonly AnswerLine[],
  promises: readonly string[],
): string | undefined {
  const body = [
    ...lines.filter(({ answer }) => answer !== '').map(({ label, answer }) => `${label}: ${answer}`),
    ...promises.map((promise) => `- ${promise}`),
  ].join('\r\n');
  const to = address.replace(/^mailto:/i, '');
  if (!/^[^\s?&]+@[^\s?&]+$/.test(to)) return undefined;
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
