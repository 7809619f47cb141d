import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { inWords } from '../words.js';
import { DeliveryError } from './deliver.js';
import type { Deliver } from './deliver.js';

export interface MailServer {
  readonly smtpUrl: string;
  readonly from: string;
}

/** Sends one plain message. */
export type SendMail = (message: {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo?: string | undefined;
  readonly attachments?:
    | readonly { readonly filename: string; readonly content: string; readonly contentType: string }[]
    | undefined;
}) => Promise<void>;

/** Null where no mail server is configured. No wait of it is without an end. */
export function mailer(server: MailServer | undefined): SendMail | null {
  if (server === undefined) return null;
  const transport = createTransport({
    url: server.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
  });
  return async ({ id, attachments = [], ...message }) => {
    await transport.sendMail({
      ...message,
      attachments: [...attachments],
      from: server.from,
      headers: { 'auto-submitted': 'auto-generated', 'x-maths-hubs-delivery': id },
    });
  };
}

/** Tells a hub by e-mail that something came: reference and link only, since mail is not a safe place for data. */
export function hubNotice(send: SendMail | null): Deliver {
  return async ({ id, reference }, { email, name }) => {
    if (send === null || email === undefined)
      throw new DeliveryError(`${name} has no e-mail address any more`);
    const link = email.link?.replaceAll('{reference}', encodeURIComponent(reference));
    await send({
      id,
      to: email.to,
      subject: `Application ${reference}`,
      text: [`${name} has received application ${reference}.`, ...(link ? [link] : [])].join('\n\n'),
    });
    return null;
  };
}

/** So many confirmations a day go to one address: the form must not become a way to flood somebody's mailbox. */
const A_DAY = 5;

/**
 * Tells the applicant what was received by whom, so that a closed page loses nothing. It holds the reference and no
 * answer, nor anything else that the applicant wrote.
 */
export function confirmation(
  send: SendMail | null,
  now: () => Date,
  receiptOf: (reference: string) => string | null = () => null,
): Deliver {
  let day = '';
  let sent = new Map<string, number>();
  return async ({ id, reference, receivedAt, application }, { name, contact }) => {
    const to = application.answers.email;
    if (send === null || to === undefined) throw new DeliveryError('No confirmation can be sent any more');
    const today = now().toISOString().slice(0, 10);
    if (today !== day) [day, sent] = [today, new Map()];
    const address = createHash('sha256').update(to.toLowerCase()).digest('base64url');
    const counts = sent;
    const before = counts.get(address) ?? 0;
    if (before >= A_DAY)
      throw new DeliveryError(
        'This address has had its confirmations for today',
        null,
        false,
        untilMidnight(now()),
        true,
      );
    counts.set(address, before + 1);
    const receipt = receiptOf(reference);
    const what = application.kind === 'interest' ? 'expression of interest' : 'application';
    const sending = send({
      id,
      to,
      replyTo: contact?.startsWith('mailto:')
        ? decodeURIComponent(contact.slice(7).split('?')[0] ?? '')
        : undefined,
      subject: `${name} has received your ${what}: ${reference}`,
      text: [
        `${name} has received your ${what} for ${application.edition.schoolYear}.`,
        `Your reference is ${reference}. It was received on ${inWords(receivedAt)}.`,
        ...(receipt === null ? [] : [`See where it stands, or withdraw it:\n${receipt}`]),
        `It was sent to ${name}. This message does not repeat your answers, because e-mail is not a safe place for them.`,
        contact === undefined
          ? `To change or withdraw it, contact ${name} and give the reference.`
          : `To change or withdraw it, or if you did not apply, contact ${name} and give the reference: ${contact.replace(/^(?:mailto|tel):/, '')}`,
      ].join('\n\n'),
    });
    try {
      await sending;
    } catch (error) {
      // After a silence the other side may have taken it; otherwise it has not, and it does not count.
      if (codeOf(error) !== 'ETIMEDOUT') counts.set(address, (counts.get(address) ?? 1) - 1);
      throw notThisAddress(error) ?? error;
    }
    return null;
  };
}

const DAY = 86_400_000;

function untilMidnight(at: Date): number {
  return DAY - (at.getTime() % DAY);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** The mail server is well, and does not take this one address: for now (4xx), or at all (5xx). */
function notThisAddress(error: unknown): DeliveryError | null {
  if (codeOf(error) !== 'EENVELOPE' || !(error instanceof Error)) return null;
  const { command, responseCode } = error as Error & { command?: unknown; responseCode?: unknown };
  if (command !== 'RCPT TO' || typeof responseCode !== 'number') return null;
  const why = `The mail server does not take this address (${responseCode})`;
  return new DeliveryError(why, responseCode, responseCode >= 500, null, true);
}
