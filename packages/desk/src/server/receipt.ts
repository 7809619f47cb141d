import type { Received } from '@maths-hubs/intake';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { CaseState } from '../model/desk.js';
import { clientOf } from './client.js';
import { casesOf } from './cases.js';
import { limiter } from './limiter.js';
import { DeskError } from './parts.js';
import type { DeskParts } from './parts.js';
import { sameText } from './secrets.js';

/** What a school reads about each state: nothing of what the hub thinks while it decides. */
const TOLD: Readonly<Record<CaseState, string>> = {
  new: 'The hub has received it and has not decided yet.',
  'in talks': 'The hub has received it and has not decided yet.',
  offered: 'The hub has offered your school a place. Look for its letter.',
  accepted: 'Your school has a place.',
  waiting: 'Your school is on the waiting list.',
  declined: 'The hub cannot offer your school a place this time.',
  withdrawn: 'It has been withdrawn.',
};

const MAY_WITHDRAW: readonly CaseState[] = ['new', 'in talks', 'offered', 'accepted', 'waiting'];
const TOLD_OF_GROUP: readonly CaseState[] = ['offered', 'accepted'];

/**
 * The page on which a school sees its own application. Its address holds a secret of 256 bits that cannot be worked out
 * from the reference; a wrong one is answered like a missing reference, and tries are limited.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the desk's own variables are
export function addReceiptRoutes(app: Hono<any>, parts: DeskParts): void {
  const { applications, run, now, hubs } = parts;
  const tries = limiter(30, 15 * 60_000);

  const find = async (
    context: Context,
    reference: string,
    secret: string,
  ): Promise<{ status: 404 | 429 } | { received: Omit<Received, 'probablyRepeats'>; state: CaseState }> => {
    if (!tries.take(clientOf(context, parts.trustProxy), now().getTime())) return { status: 429 };
    const right = sameText(secret, applications.secretOf(reference));
    const received = await applications.get(reference);
    if (!right || received === null) return { status: 404 };
    const row = await run((db) =>
      db.selectFrom('desk_cases').select('state').where('reference', '=', reference).executeTakeFirst(),
    );
    return { received, state: row?.state ?? 'new' };
  };

  app.get('/school/page.css', (context) =>
    context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );

  app.get('/school/:reference/:secret', async (context) => {
    const { reference, secret } = context.req.param();
    const found = await find(context, reference, secret);
    if ('status' in found) return context.html(refused(found.status), found.status);
    const { received, state } = found;
    const { hub, application } = received;
    const desk = await casesOf(parts, hub).desk();
    const chosen = desk.plans.find(({ name }) => name === desk.chosen);
    const group = TOLD_OF_GROUP.includes(state)
      ? chosen?.groups.find(({ schools }) => schools.includes(reference))
      : undefined;
    const leader = desk.specialists.find(({ id }) => id === group?.specialist);
    const name = hubs.get(hub)?.name ?? 'Your hub';
    const contact = hubs.get(hub)?.contact ?? null;
    return context.html(
      page(
        'Your application',
        html`<dl>
            <dt>Reference</dt>
            <dd>${reference}</dd>
            <dt>School</dt>
            <dd>${application.answers.schoolName ?? 'not stated'}</dd>
            <dt>Hub</dt>
            <dd>${name}</dd>
            <dt>School year</dt>
            <dd>${application.edition.schoolYear}</dd>
            <dt>Received</dt>
            <dd>${longDate(received.receivedAt)}</dd>
          </dl>
          <h2>Where it stands</h2>
          <p class="state">${TOLD[state]}</p>
          ${
            state === 'offered'
              ? html`<form method="post" action="/desk/school/${reference}/${secret}/accept">
                  <button class="good">Accept the place</button>
                </form>`
              : ''
          }
          ${
            group === undefined
              ? ''
              : html`<h2>Your Work Group</h2>
                  <p>
                    Led by ${leader?.name ?? leader?.id ?? 'a Mastery Specialist of the hub'}, with
                    ${othersText(group.schools.length - 1)}.
                  </p>
                  ${
                    group.dates.length === 0
                      ? html`<p>Its dates are not set yet.</p>`
                      : html`<ul>
                          ${group.dates.map((date) => html`<li>${longDate(date)}</li>`)}
                        </ul>`
                  }`
          }
          ${contact === null ? '' : html`<p><a href="${contact}">Write to ${name}</a> to ask or to change something.</p>`}
          ${
            MAY_WITHDRAW.includes(state)
              ? html`<details>
                  <summary>Withdraw this application</summary>
                  <p>
                    The hub sees it at once, and a place that was offered goes to another school. This cannot
                    be undone.
                  </p>
                  <form method="post" action="/desk/school/${reference}/${secret}/withdraw">
                    <button>Withdraw it</button>
                  </form>
                </details>`
              : ''
          }`,
      ),
    );
  });

  /** What the school itself may do, from a state in which it may. */
  const answers = (act: string, from: readonly CaseState[], to: CaseState): void => {
    app.post(`/school/:reference/:secret/${act}`, async (context) => {
      const { reference = '', secret = '' } = context.req.param();
      const found = await find(context, reference, secret);
      if ('status' in found) return context.html(refused(found.status), found.status);
      const { received, state } = found;
      if (from.includes(state)) {
        try {
          await casesOf(parts, received.hub).move([{ reference, from: state, to }], 'the school');
          await parts.tellOffice(received.hub, reference, `The school has ${to} it.`);
        } catch (error) {
          // The hub moved it at this very moment: the page shows its state now.
          if (!(error instanceof DeskError)) throw error;
        }
      }
      return context.redirect(`/desk/school/${reference}/${secret}`, 303);
    });
  };
  answers('accept', ['offered'], 'accepted');
  answers('withdraw', MAY_WITHDRAW, 'withdrawn');
}

const STYLE =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c;background:#fff;overflow-wrap:anywhere}' +
  'dt{font-weight:700}dd{margin:0 0 .75rem}.state{font-size:1.35rem;border-left:.3rem solid #00616f;padding-left:1rem}' +
  'button{font:inherit;min-height:44px;padding:.5rem 1rem;border:2px solid #942514;background:#942514;color:#fff;border-radius:4px}' +
  'button.good{background:#00616f;border-color:#00616f}' +
  'summary{min-height:44px;cursor:pointer}a:focus,button:focus,summary:focus{outline:3px solid #0b0c0c;outline-offset:3px}';

type Html = ReturnType<typeof html>;

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/desk/school/page.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

function refused(status: 404 | 429): Html {
  return status === 429
    ? page('Too many tries', html`<p>Wait a quarter of an hour and try again.</p>`)
    : page(
        'No application here',
        html`<p>
          This link leads to no application. Check that it is whole, or write to your hub: the link is in its
          letter.
        </p>`,
      );
}

function othersText(count: number): string {
  if (count === 0) return 'no other school yet';
  return count === 1 ? 'one other school' : `${count} other schools`;
}

function longDate(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
}
