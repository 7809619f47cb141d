import { describe, expect, it } from 'vitest';
import { application, plainForm, post, postForm } from '../../test/intake.js';
import { triedIntake } from '../../test/tried-intake.js';

const { send, stored } = triedIntake();

describe('POST /applications as a plain form', () => {
  it('answers with a page that shows the reference', async () => {
    const { status, headers, text } = await send(postForm(plainForm));
    expect(status).toBe(201);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toMatch(/<strong class="reference">MH-\w{5}-\w{5}<\/strong>/);
    expect(text).toContain('lang="en-GB"');
  });

  it('stores a form that is sent again by a reload once', async () => {
    const before = await stored();
    const first = await send(postForm(plainForm));
    expect((await send(postForm(plainForm))).text).toBe(first.text);
    expect(await stored()).toBe(before + 1);
  });

  it('names what to put right on a page, with links to the fields and everything that was typed', async () => {
    const typed = { ...plainForm, email: 'not an address', name: 'Zoë "Q" <b>', agreement: [] };
    const { status, text, headers } = await send(postForm(typed));
    expect(status).toBe(422);
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(text).toMatch(/<a href="#field-email">[^<]+<\/a>/);
    expect(text).toContain(
      '<a href="#field-agreement">Confirm that the headteacher agrees to the commitments</a>',
    );
    for (const field of ['email', 'agreement']) expect(text).toContain(`id="field-${field}"`);
    expect(text).toMatch(/value="not an address"/);
    expect(text).toContain('value="Zoë &quot;Q&quot; &lt;b&gt;"');
    expect(text).toMatch(/aria-invalid="true"\s+aria-describedby="field-email-wrong"/);
  });

  it('takes the form that is sent again from its own page, and no other page of that address', async () => {
    const own = postForm(plainForm, { origin: 'http://intake.example', host: 'intake.example' });
    expect((await send(own)).status).toBe(201);
    const elsewhere = postForm(plainForm, { origin: 'http://intake.example:81', host: 'intake.example' });
    expect((await send(elsewhere)).status).toBe(403);
    const program = post(application, { origin: 'http://intake.example', host: 'intake.example' });
    expect((await send(program)).status).toBe(403);
  });

  it('stores nothing of a form whose letters did not arrive', async () => {
    const before = await stored();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://hub.example' };
    const body = `${new URLSearchParams({ hub: 'test-hub' }).toString()}&name=Zo%EB`;
    const { status, text } = await send(
      new Request('http://intake.example/applications', { method: 'POST', headers, body }),
    );
    expect([status, await stored()]).toEqual([400, before]);
    expect(text).toContain('accept-charset=&quot;utf-8&quot;');
  });

  it('must come from the hub’s own page', async () => {
    const none = postForm(plainForm);
    none.headers.delete('origin');
    expect((await send(none)).status).toBe(403);
    const referred = postForm(plainForm, { referer: 'https://hub.example/apply?x=1' });
    referred.headers.delete('origin');
    expect((await send(referred)).status).toBe(201);
    expect((await send(postForm(plainForm, { origin: 'null' }))).status).toBe(403);
    expect((await send(postForm(plainForm, { origin: 'https://evil.example' }))).status).toBe(403);
  });
});
