import { createHash } from 'node:crypto';
import type { FieldError } from '@maths-hubs/sdk/applications';
import { html } from 'hono/html';
import type { Hub } from '../config/hubs.js';
import type { Receipt } from '../store/receive.js';

const STYLE =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}' +
  'strong{font-size:1.5rem}';

/** Lets the pages' own style through a policy that lets nothing else. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

type Html = ReturnType<typeof html>;

function page(title: string, body: Html): string {
  return String(
    html`<!doctype html>
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title}</title>
          <style></style>
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html>`,
  ).replace('<style></style>', () => `<style>${STYLE}</style>`);
}

/** What a school sees after a form without script was received. */
export function receiptPage(hub: Hub, { reference, receivedAt }: Receipt): string {
  return page(
    'Application received',
    html`<p>${hub.name} has your application. Your reference is</p>
      <p><strong>${reference}</strong></p>
      <p>
        It was received at
        <time datetime="${receivedAt.toISOString()}">${inWords(receivedAt)}</time>. Print or note this page:
        the hub can find your application by its reference.
      </p>
      ${contact(hub)}`,
  );
}

/** What a school sees when something has to be put right first. */
export function faultPage(hub: Hub | undefined, message: string, errors: readonly FieldError[]): string {
  return page(
    'Your application has not been sent',
    html`<p>${message}</p>
      ${
        errors.length > 0
          ? html`<ul>
              ${errors.map((error) => html`<li>${error.message}</li>`)}
            </ul>`
          : ''
      }
      <p>Go back with your browser's back button. Your answers should still be there.</p>
      ${hub ? contact(hub) : ''}`,
  );
}

function contact({ name, contact }: Hub): Html | string {
  return contact === undefined ? '' : html`<p><a href="${contact}">Contact ${name}</a></p>`;
}

function inWords(moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  }).format(moment);
}
