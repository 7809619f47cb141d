import { createTransport } from 'nodemailer';
import type { Deliver } from './outbox.js';

/** Tells a hub by e-mail that something came: reference and link only, since mail is not a safe place for data. */
export function mail(server: { readonly smtpUrl: string; readonly from: string } | undefined): Deliver {
  const transport = server && createTransport(server.smtpUrl);
  return async ({ id, reference }, { email, name }) => {
    if (transport === undefined || email === undefined)
      throw new Error(`${name} has no e-mail address any more`);
    const link = email.link?.replaceAll('{reference}', encodeURIComponent(reference));
    await transport.sendMail({
      from: server?.from,
      to: email.to,
      subject: `Application ${reference}`,
      text: [`${name} has received application ${reference}.`, ...(link ? [link] : [])].join('\n\n'),
      headers: { 'auto-submitted': 'auto-generated', 'x-maths-hubs-delivery': id },
    });
  };
}
