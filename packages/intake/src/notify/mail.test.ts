import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answering, databases } from '../../test/intake.js';
import { openNotices, until } from '../../test/notices.js';
import type { Notices } from '../../test/notices.js';

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

  it('logs nothing of the applicant when it fails', () => {
    expect(JSON.stringify(on.entries)).not.toMatch(/Teacher|school\.example|applicant\.example|Secret/);
  });
});
