import { FIELDS } from '@maths-hubs/sdk/applications';
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { answering, application, plainForm, post, postForm } from '../../test/intake.js';
import { triedIntake } from '../../test/tried-intake.js';

const { entries, send } = triedIntake();

/** Every element of a page, as a browser reads it. */
function elementsOf(html: string): DefaultTreeAdapterMap['element'][] {
  const found: DefaultTreeAdapterMap['element'][] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('attrs' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

describe('every answer', () => {
  const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;

  it.each(FIELDS.map(({ id }) => id))('carries no markup of an applicant: %s', async (id) => {
    const page = await send(postForm({ ...plainForm, [id]: id === 'pastPhases' ? [MARKUP] : MARKUP }));
    expect([201, 422]).toContain(page.status);
    const elements = elementsOf(page.text);
    expect(elements.map(({ tagName }) => tagName).filter((name) => /^(?:script|img)$/.test(name))).toEqual(
      [],
    );
    expect(
      elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => /^on/.test(name)),
    ).toEqual([]);
    const json = await send(post(answering({ [id]: id === 'pastPhases' ? [MARKUP] : MARKUP })));
    expect(json.headers.get('content-type')).toMatch(/^application\/json/);
    expect(json.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says who may read it, and that nothing may run in it', async () => {
    const { headers } = await send(post(application));
    expect(headers.get('access-control-allow-origin')).toBe('https://hub.example');
    expect(headers.get('vary')).toMatch(/origin/i);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    const faulty = await send(post(answering({ email: 'no' })));
    expect([faulty.status, faulty.headers.get('access-control-allow-origin')]).toEqual([
      422,
      'https://hub.example',
    ]);
    const stranger = await send(post(application, { origin: 'https://evil.example' }));
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is asked for by preflight, by the hubs’ own origins only', async () => {
    const ask = (origin: string) =>
      send(new Request('http://intake.example/applications', { method: 'OPTIONS', headers: { origin } }));
    const own = await ask('https://other.example');
    expect([own.status, own.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'content-type, idempotency-key',
    ]);
    expect((await ask('https://evil.example')).status).toBe(403);
  });

  it('says to anybody whether an origin may send here', async () => {
    const ask = async (query: string) => {
      const answer = await send(new Request(`http://intake.example/applications/allows${query}`));
      return {
        status: answer.status,
        open: answer.headers.get('access-control-allow-origin'),
        said: answer.json,
      };
    };
    expect(await ask('?origin=https://other.example')).toEqual({
      status: 200,
      open: '*',
      said: { allowed: true },
    });
    expect((await ask('?origin=https://evil.example')).said).toEqual({ allowed: false });
    expect((await ask('?origin=https://other.example/page')).status).toBe(400);
    expect((await ask('')).status).toBe(400);
  });

  it('leaves no trace of a person in the log', async () => {
    await send(post(application), '203.0.113.77');
    await send(post(answering({ email: 'wrong.address' })), '203.0.113.77');
    await send(post('{"name": "A Teacher"'), '203.0.113.77');
    await send(new Request('http://intake.example/a.teacher@school.example'), '203.0.113.77');
    const lines = JSON.stringify(entries);
    for (const personal of [
      'Teacher',
      'Hill Top',
      'school.example',
      'wrong.address',
      '123456',
      'LE1',
      '203.0.113.77',
    ])
      expect(lines).not.toContain(personal);
    expect(entries).toContainEqual(
      expect.objectContaining({ event: 'request', status: 201, hub: 'test-hub', repeated: false }),
    );
  });
});
