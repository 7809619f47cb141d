import type { FieldError } from '@maths-hubs/sdk/applications';
import { html } from 'hono/html';
import type { Hub } from '../config/hubs.js';
import type { Receipt } from '../store/store-all.js';
import { inWords } from '../words.js';
import { STYLE } from './answer.js';
import { anchorOf, correctionForm } from './correction-form.js';

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
      <p><strong class="reference">${reference}</strong></p>
      <p>
        It was received at
        <time datetime="${receivedAt.toISOString()}">${inWords(receivedAt)}</time>. Print or note this page:
        the hub can find your application by its reference.
      </p>
      ${contact(hub)}`,
  );
}

/** What a school sees when nothing was sent, and nothing can be put right here. */
export function faultPage(hub: Hub | undefined, message: string): string {
  return page(
    'Your application has not been sent',
    html`<p>${message}</p>
      <p>Go back with your browser's back button. Your answers should still be there.</p>
      ${hub ? contact(hub) : ''}`,
  );
}

/** What a school sees when there is something to put right: each fault, its field, and everything that was typed. */
export function correctionPage(hub: Hub, errors: readonly FieldError[], typed: URLSearchParams): string {
  return page(
    'There is a problem',
    html`<div class="problems" role="alert">
        <p>Your application to ${hub.name} has not been sent yet. Put this right, then send it again:</p>
        <ul>
          ${errors.map((error) => html`<li><a href="#${anchorOf(error.field)}">${error.message}</a></li>`)}
        </ul>
      </div>
      ${correctionForm(hub.form, errors, typed)} ${contact(hub)}`,
  );
}

/** What somebody sees who opens in a browser the address that forms are sent to. */
export function nothingHerePage(hubs: Iterable<Hub>): string {
  const pages = [...hubs].filter(({ origins }) => origins.length > 0);
  return page(
    'Nothing to see here',
    html`<p>
        Applications are sent to this address by a form. If you had just applied and saw a reference, your
        application was received, and the reference is all you need.
      </p>
      <p>To apply, or to see whether an application was received, go to your hub:</p>
      <ul>
        ${pages.map(({ name, origins: [first] }) => html`<li><a href="${first}">${name}</a></li>`)}
      </ul>`,
  );
}

function contact({ name, contact }: Hub): Html | string {
  return contact === undefined ? '' : html`<p><a href="${contact}">Contact ${name}</a></p>`;
}
