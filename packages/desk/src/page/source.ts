import type { Edition } from '@maths-hubs/sdk/programme';
import type { AuditEntry, Case, CaseState, HubDesk, LetterKind, Me } from '../model/desk.js';

export interface StateMove {
  readonly reference: string;
  readonly from: CaseState;
  readonly to: CaseState;
}

interface LetterToSend {
  readonly kind: LetterKind;
  readonly subject: string;
  readonly text: string;
  readonly send: boolean;
  readonly attachments: readonly { readonly filename: string; readonly content: string }[];
}

/** Where the desk's page has its applications from: the service, or a file on this computer. */
export interface DeskSource {
  readonly kind: 'service' | 'file';
  me(): Promise<Me>;
  /** The terms that decide: a year that the SDK holds, or the hub's own. */
  edition(): Promise<string | Edition>;
  cases(): Promise<readonly Case[]>;
  opened(reference: string): Promise<void>;
  move(moves: readonly StateMove[]): Promise<void>;
  note(reference: string, text: string): Promise<void>;
  letter(reference: string, letter: LetterToSend): Promise<void>;
  desk(): Promise<HubDesk>;
  keep(desk: HubDesk): Promise<void>;
  exported(format: 'csv' | 'xlsx'): Promise<readonly Case[]>;
  search(words: string): Promise<readonly Case[]>;
  /** Puts what was set aside among the others. */
  release(references: readonly string[]): Promise<void>;
  erase(references: readonly string[]): Promise<void>;
  /** The log, newest first. @param before  only what is older than this entry */
  audit(before?: string): Promise<readonly AuditEntry[]>;
  leave(): Promise<void>;
}

/** The service refused, and says why. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function ask<T>(path: string, method = 'GET', body?: unknown, token?: string): Promise<T> {
  const response = await fetch(`/desk/api/${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { 'x-desk-token': token }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RefusedError(
      0,
      'The service cannot be reached. Check the connection and try again; nothing was changed.',
    );
  });
  const answer = (await response.json().catch(() => ({}))) as T & { message?: string };
  if (!response.ok)
    throw new RefusedError(response.status, answer.message ?? `The service answered ${response.status}.`);
  return answer;
}

/** So many references the service takes at once. */
const MOST = 1000;

/** The service's applications of one hub. */
export function serviceSource(me: Me, hub: string): DeskSource {
  const to = <T>(path: string, method = 'GET', body?: unknown): Promise<T> =>
    ask<T>(`hubs/${encodeURIComponent(hub)}/${path}`, method, body, me.token);
  const eachThousand = async (path: string, references: readonly string[]): Promise<void> => {
    for (let from = 0; from < references.length; from += MOST)
      await to(path, 'POST', { references: references.slice(from, from + MOST) });
  };
  return {
    kind: 'service',
    me: () => Promise.resolve(me),
    edition: () => to('edition'),
    cases: () => to('cases'),
    opened: async (reference) => void (await to(`cases/${reference}`)),
    move: async (moves) => void (await to('moves', 'POST', { moves })),
    note: async (reference, text) => void (await to(`cases/${reference}/notes`, 'POST', { text })),
    letter: async (reference, letter) => void (await to(`cases/${reference}/letters`, 'POST', letter)),
    desk: () => to('desk'),
    keep: async (desk) => void (await to('desk', 'PUT', desk)),
    exported: (format) => to('export', 'POST', { format }),
    search: (words) => to('search', 'POST', { words }),
    release: (references) => eachThousand('release', references),
    erase: (references) => eachThousand('erase', references),
    audit: (before) => to(before === undefined ? 'audit' : `audit?before=${before}`),
    leave: async () => void (await ask('leave', 'POST', {}, me.token)),
  };
}
