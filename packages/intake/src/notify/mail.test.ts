import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answering, databases } from '../../test/intake.js';
import { openNotices, until } from '../../test/notices.js';
import type { Notices } from '../../test/notices.js';
import { startOutbox } from './outbox.js';
import { undelivered } from './queue.js';

describe.each(databases)('mail about what is stored on $name', ({ newPlace }) => {
  let on: Notices;
  beforeAll(async () => {
    on = await openNotices(newPlace);
  });
  afterEach(() => on.clear());
  afterAll(() => on.close());

  it('mails the hub the reference and a link, and the applicant the reference and whom it went to; no answers', async () => {
    const reference = await on.arrive('mailed', {
      ...answering({ name: 'Secret Person', schoolName: 'Secret School', email: 'head@applicant.example' }),
      hub: 'other-hub',
    });
    await until(() => on.delivered(reference));
    const plain = on.messages.map((message) => message.replace(/=\r\n/g, '').replaceAll('=3D', '='));
    const toHub = plain.find((message) => message.includes('To: desk@other.example'))!;
    expect(toHub).toContain(`Subject: Application ${reference}`);
    expect(toHub).toContain(`https://other.example/applications?ref=${reference}`);
    for (const personal of ['Secret', 'applicant.example', 'LE1']) expect(toHub).not.toContain(personal);
    const toApplicant = plain.find((message) => message.includes('To: head@applicant.example'))!;
    expect(toApplicant).toContain(`Subject: Other Hub has received your application: ${reference}`);
    expect(toApplicant).toContain('It was sent to Other Hub.');
    expect(toApplicant).toContain(`https://apply.example/desk/school/${reference}/s`);
    expect(toHub).not.toContain('/desk/school/');
    expect(toApplicant).toContain('Reply-To: hub@hub.example');
    for (const personal of ['Secret', 'LE1']) expect(toApplicant).not.toContain(personal);
  });

  it('does not flood an address with confirmations', async () => {
    const references = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        on.stored(`flood-${index}`, {
          ...answering({ email: 'victim@applicant.example' }),
          hub: 'other-hub',
        }),
      ),
    );
    on.outbox.wake('other-hub');
    const to = () => on.messages.filter((message) => message.includes('To: victim@applicant.example')).length;
    await until(() => to() === 5);
    await until(async () => {
      const done = await on.store.run((db) =>
        db
          .selectFrom('outbox')
          .select('attempts')
          .where('reference', 'in', references)
          .where('channel', '=', 'confirmation')
          .execute(),
      );
      return done.every(({ attempts }) => attempts > 0);
    });
    expect(to()).toBe(5);
    await on.store.run((db) => db.deleteFrom('outbox').where('reference', 'in', references).execute());
  });

  it.each(['nobody@refused.example', 'victim-too@applicant.example'])(
    'lets many confirmations for %s, of which it takes none or few, hold up nobody else',
    async (email) => {
      await on.outbox.stop();
      // A rest of the lane, or a second attempt, would be minutes away.
      const outbox = startOutbox({ ...on.parts, firstPause: 120_000, onDemand: true });
      const sent = { ...answering({ email }), hub: 'other-hub' };
      const references = await Promise.all(
        Array.from({ length: 12 }, (_, index) => on.stored(`${email}-${index}`, sent)),
      );
      const last = await on.stored(`${email}-behind`, {
        ...answering({ email: 'b@b.example' }),
        hub: 'other-hub',
      });
      await outbox.round();
      expect(await on.delivered(last)).toBe(true);
      const failed = await undelivered(on.store, { failed: true, hub: 'other-hub' });
      const refused = email.endsWith('@refused.example');
      expect(failed).toHaveLength(refused ? 12 : 0);
      for (const { why } of failed) expect(why).toBe('The mail server does not take this address (550)');
      await on.store.run((db) => db.deleteFrom('outbox').where('reference', 'in', references).execute());
      await outbox.stop();
      on.outbox = startOutbox(on.parts);
    },
  );

  it('does not count towards a day’s confirmations what the mail server refused', async () => {
    on.mailRefused = 7;
    const reference = await on.arrive('refused-at-first', {
      ...answering({ email: 'patient@applicant.example' }),
      hub: 'other-hub',
    });
    await until(() => on.delivered(reference));
    expect(on.mailRefused).toBe(0);
  });

  it('logs nothing of the applicant when it fails', () => {
    expect(JSON.stringify(on.entries)).not.toMatch(/Teacher|school\.example|applicant\.example|Secret/);
  });
});
