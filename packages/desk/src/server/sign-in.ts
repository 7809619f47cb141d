import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Context } from 'hono';
import type { Me, Role } from '../model/desk.js';
import { limiter } from './limiter.js';
import { DeskError } from './parts.js';
import type { DeskParts } from './parts.js';
import { digestOf, newToken, sameText } from './secrets.js';

const MINUTE = 60_000;
/** A link is for now; a session is for a working day. */
const LINK_LIFE = 15 * MINUTE;
const SESSION_LIFE = 10 * 60 * MINUTE;
const COOKIE = '__Host-desk';

/** A new link for an address: works once, for a quarter of an hour. */
export async function linkFor({ run, now, address }: DeskParts, email: string): Promise<string> {
  const link = newToken();
  await run((db) =>
    db
      .insertInto('desk_links')
      .values({
        digest: digestOf(link),
        email: email.toLowerCase(),
        expires_at: new Date(now().getTime() + LINK_LIFE),
      })
      .execute(),
  );
  // After the number sign: it stays in the browser, out of logs, and a mail scanner that opens links uses none up.
  return `${address}/desk/#enter=${link}`;
}

interface Session {
  readonly email: string;
  readonly token: string;
}

export interface SignIn {
  /** Sends a link to an address on a hub's list. Its answer does not reveal whether the address is on one. */
  ask(email: string, client: string): Promise<void>;
  /** Takes a link, which works once, and begins a session. */
  enter(context: Context, link: string, client: string): Promise<void>;
  leave(context: Context): Promise<void>;
  /** @throws {DeskError} 401 without a session */
  sessionOf(context: Context): Promise<Session>;
  /** @throws {DeskError} 403 for a change that does not come from the desk's own page */
  ownPage(context: Context, session: Session): void;
  rolesOf(email: string, hub: string): readonly Role[];
  meOf(session: Session): Me;
}

export function signIn(parts: DeskParts): SignIn {
  const { hubs, run, now, mail, tellLink, address } = parts;
  const asked = limiter(5, 15 * MINUTE);
  const tried = limiter(20, 15 * MINUTE);
  const onList = (email: string): boolean =>
    [...hubs.values()].some(({ staff }) => staff.some((each) => sameEmail(each.email, email)));
  const limit = (allowed: boolean): void => {
    if (!allowed)
      throw new DeskError(429, 'too-many', 'Too many tries. Wait a quarter of an hour and try again.');
  };
  const rolesOf = (email: string, hub: string): readonly Role[] =>
    hubs.get(hub)?.staff.find((each) => sameEmail(each.email, email))?.roles ?? [];

  return {
    async ask(email, client) {
      const at = now().getTime();
      limit(asked.take(`client ${client}`, at) && asked.take(`email ${email.toLowerCase()}`, at));
      if (!onList(email)) return;
      const url = await linkFor(parts, email);
      if (mail === null) return tellLink?.(email, url);
      await mail({
        id: `link-${newToken().slice(0, 16)}`,
        to: email,
        subject: 'Your link to the desk',
        text: `Sign in to your hub's desk:\n\n${url}\n\nThe link works once, for fifteen minutes. If you did not ask for it, do nothing.`,
      });
    },
    async enter(context, link, client) {
      limit(tried.take(client, now().getTime()));
      const used = await run((db) =>
        db
          .deleteFrom('desk_links')
          .where('digest', '=', digestOf(link))
          .returning(['email', 'expires_at'])
          .executeTakeFirst(),
      );
      if (used === undefined || used.expires_at.getTime() < now().getTime() || !onList(used.email))
        throw new DeskError(401, 'link', 'This link has been used or is out of date. Ask for a new one.');
      const session = newToken();
      await run(async (db) => {
        await db.deleteFrom('desk_links').where('expires_at', '<', now()).execute();
        await db.deleteFrom('desk_sessions').where('expires_at', '<', now()).execute();
        await db
          .insertInto('desk_sessions')
          .values({
            digest: digestOf(session),
            email: used.email,
            token: newToken(),
            expires_at: new Date(now().getTime() + SESSION_LIFE),
          })
          .execute();
      });
      setCookie(context, COOKIE, session, {
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: SESSION_LIFE / 1000,
      });
    },
    async leave(context) {
      const cookie = getCookie(context, COOKIE);
      if (cookie !== undefined)
        await run((db) => db.deleteFrom('desk_sessions').where('digest', '=', digestOf(cookie)).execute());
      deleteCookie(context, COOKIE, { path: '/', secure: true });
    },
    async sessionOf(context) {
      const cookie = getCookie(context, COOKIE);
      const found =
        cookie === undefined
          ? undefined
          : await run((db) =>
              db
                .selectFrom('desk_sessions')
                .select(['email', 'token'])
                .where('digest', '=', digestOf(cookie))
                .where('expires_at', '>', now())
                .executeTakeFirst(),
            );
      if (found === undefined || !onList(found.email))
        throw new DeskError(401, 'signed-out', 'You are signed out. Ask for a new link.');
      return found;
    },
    ownPage(context, { token }) {
      const site = context.req.header('sec-fetch-site');
      const origin = context.req.header('origin');
      const foreign =
        (site !== undefined && site !== 'same-origin') ||
        (origin !== undefined && origin !== new URL(address).origin);
      if (foreign || !sameText(context.req.header('x-desk-token') ?? '', token))
        throw new DeskError(
          403,
          'foreign',
          'This change does not come from the desk itself, and was refused.',
        );
    },
    rolesOf,
    meOf: ({ email, token }) => ({
      email,
      token,
      hubs: [...hubs.values()]
        .filter(({ id }) => rolesOf(email, id).length > 0)
        .map(({ id, name, schoolYear, retentionDays, contact }) => ({
          id,
          name,
          edition: schoolYear,
          roles: rolesOf(email, id),
          retentionDays,
          sendsMail: mail !== null,
          contact,
        })),
    }),
  };
}

function sameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
