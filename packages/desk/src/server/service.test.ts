import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, databases, hub, newFolder, otherHub } from '../../../intake/test/intake.js';
import type { Place } from '../../../intake/test/intake.js';
import { backup } from '../../../intake/src/desk/backup.js';
import { readHead, restore } from '../../../intake/src/desk/restore.js';
import { createIntake } from '../../../intake/src/intake.js';
import type { Intake } from '../../../intake/src/intake.js';
import { openStore } from '../../../intake/src/store/store.js';
import type { AuditEntry, Case, HubDesk } from '../model/desk.js';
import { EMPTY_DESK } from '../model/desk.js';
import { createDesk } from './index.js';
import type { Desk } from './index.js';

const address = 'https://apply.example';
const roles = ['read', 'decide', 'erase'] as const;
const BOTH = 'both@hub.example';
const OFFICE = 'office@hub.example';

describe.each(databases)('the desk on $name', ({ newPlace }) => {
  let place: Place;
  let intake: Intake;
  let desk: Desk;
  const keys = newFolder();

  /** Opens a store, with the desk mounted. */
  const open = async (
    location: Place['location'],
    more: Partial<Parameters<typeof createIntake>[0]> = {},
  ): Promise<void> => {
    desk = createDesk({
      address,
      staff: {
        [hub.id]: [
          { email: OFFICE, roles },
          { email: BOTH, roles },
        ],
        [otherHub.id]: [{ email: BOTH, roles: ['read'] }],
      },
    });
    intake = createIntake({
      hubs: [hub, { ...otherHub, retentionDays: 30 }],
      store: location,
      keyFile: `${keys.location.folder}.keys`,
      mount: desk.mount,
      log: () => undefined,
      ...more,
    });
    expect((await intake.fetch(new Request(`${address}/health/live`))).status).toBe(200);
  };

  beforeAll(async () => {
    place = await newPlace();
    await open(place.location);
  });
  afterAll(async () => {
    await intake.close();
    place.remove();
    keys.remove();
  });

  const apply = async (answers: object, key: string | null): Promise<Record<string, string>> => {
    const response = await intake.fetch(
      new Request(`${address}/applications`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: 'https://hub.example',
          ...(key !== null && { 'idempotency-key': key }),
        },
        body: JSON.stringify(answering(answers)),
      }),
    );
    expect(response.status).toBe(201);
    return (await response.json()) as Record<string, string>;
  };

  interface Signed {
    get<T>(path: string): Promise<T>;
    send(path: string, body: unknown, method?: string): Promise<Response>;
  }

  const signIn = async (email: string): Promise<Signed> => {
    const link = (await desk.linkFor(email)).split('#enter=')[1];
    const json = { 'content-type': 'application/json' };
    const entered = await intake.fetch(
      new Request(`${address}/desk/api/enter`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ link }),
      }),
    );
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const get = async <T>(path: string): Promise<T> =>
      (await (
        await intake.fetch(new Request(`${address}/desk/api/${path}`, { headers: { cookie } }))
      ).json()) as T;
    const { token } = await get<{ token: string }>('me');
    return {
      get,
      send: (path, body, method = 'POST') =>
        intake.fetch(
          new Request(`${address}/desk/api/${path}`, {
            method,
            headers: { ...json, cookie, 'x-desk-token': token },
            body: JSON.stringify(body),
          }),
        ),
    };
  };

  it('gives the school its secret link with the answer, and none to who repeats it without the sender’s key', async () => {
    const first = await apply({ schoolName: 'Alder Field' }, 'key-of-alder-1');
    expect(first['receipt']).toMatch(new RegExp(`^${address}/desk/school/${first['reference']}/[\\w-]{43}$`));
    expect(await apply({ schoolName: 'Alder Field' }, 'key-of-alder-1')).toEqual(first);
    const keyless = await apply({ schoolName: 'Birch Hill' }, null);
    const again = await apply({ schoolName: 'Birch Hill' }, null);
    expect(Object.keys(keyless).sort()).toEqual(['receivedAt', 'reference']);
    expect(Object.keys(again).sort()).toEqual(['receivedAt', 'reference']);
  });

  it('shows a school where it stands, lets it accept and withdraw, and is silent to every guess', async () => {
    const { reference = '', receipt = '' } = await apply({ schoolName: 'Cedar Lane' }, 'key-of-cedar-1');
    const other = await apply({ schoolName: 'Damson Row' }, 'key-of-damson-1');
    const see = (url: string, method = 'GET'): Promise<Response> =>
      Promise.resolve(intake.fetch(new Request(url, { method })));
    expect(await (await see(receipt)).text()).toContain('has not decided yet');

    const office = await signIn(OFFICE);
    const at = `hubs/${hub.id}`;
    await office.send(`${at}/desk`, groupOf(reference), 'PUT');
    // What the hub only considers is not shown.
    expect(await (await see(receipt)).text()).not.toContain('1 December 2026');
    await office.send(`${at}/moves`, { moves: [{ reference, from: 'new', to: 'offered' }] });
    const offered = await (await see(receipt)).text();
    expect(offered).toContain('offered your school a place');
    expect(offered).toContain('1 December 2026');
    expect((await see(`${receipt}/accept`, 'POST')).status).toBe(303);
    expect(await (await see(receipt)).text()).toContain('Your school has a place.');
    expect((await see(`${receipt}/withdraw`, 'POST')).status).toBe(303);
    expect(await (await see(receipt)).text()).toContain('It has been withdrawn.');
    // What is withdrawn stays so: a second press of the old page changes nothing.
    await see(`${receipt}/accept`, 'POST');
    expect(await (await see(receipt)).text()).toContain('It has been withdrawn.');

    const secret = receipt.split('/').at(-1) ?? '';
    const guesses = [
      `${address}/desk/school/${other['reference']}/${secret}`,
      `${address}/desk/school/${reference}/${'A'.repeat(43)}`,
      `${address}/desk/school/MH-00000-00000/${secret}`,
      `${address}/desk/school/${reference}/${secret.slice(0, -1)}`,
      `${address}/desk/school/${encodeURIComponent("' or 1=1 --")}/${secret}`,
    ];
    const answers = await Promise.all(guesses.map((guess) => see(guess)));
    expect(answers.map(({ status }) => status)).toEqual(guesses.map(() => 404));
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(bodies.size).toBe(1);
    expect((await see(`${guesses[1]}/withdraw`, 'POST')).status).toBe(404);
    // Whoever tries on is held off, whatever they try.
    let last = 0;
    for (let time = 0; time < 40; time += 1) last = (await see(guesses[1] ?? '')).status;
    expect(last).toBe(429);
  });

  it('keeps what each of a member’s hubs has apart', async () => {
    const both = await signIn(BOTH);
    const { hubs } = await both.get<{
      hubs: { id: string; roles: string[]; retentionDays: number | null }[];
    }>('me');
    expect(hubs.map(({ id, roles: own, retentionDays }) => [id, own.length, retentionDays])).toEqual([
      [hub.id, 3, null],
      [otherHub.id, 1, 30],
    ]);
    const [one] = await both.get<Case[]>(`hubs/${hub.id}/cases`);
    const reference = one?.reference ?? '';
    expect(await both.get<Case[]>(`hubs/${otherHub.id}/cases`)).toEqual([]);
    const moves = { moves: [{ reference, from: 'new', to: 'accepted' }] };
    // Read for one hub and decide for another is not decide for both.
    expect((await both.send(`hubs/${otherHub.id}/moves`, moves)).status).toBe(403);
    expect((await both.send(`hubs/${otherHub.id}/search`, { words: 'Alder' })).status).toBe(200);
    expect(await both.get<object>(`hubs/${otherHub.id}/cases/${reference}`)).toMatchObject({
      code: 'unknown-reference',
    });
  });

  it('shows all of the log, a page at a time', async () => {
    const office = await signIn(OFFICE);
    const at = `hubs/${hub.id}`;
    const newest = await office.get<AuditEntry[]>(`${at}/audit`);
    const [, second] = newest;
    const older = await office.get<AuditEntry[]>(`${at}/audit?before=${second?.id}`);
    expect(older).toEqual(newest.slice(2));
    expect(newest.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['list read', 'state', 'groups kept']),
    );
    expect(newest.find(({ who }) => who === 'the school')?.detail).toBe('accepted → withdrawn');
  });

  it('erases answers, notes and the place in every plan', async () => {
    const office = await signIn(OFFICE);
    const at = `hubs/${hub.id}`;
    const { reference = '' } = await apply({ schoolName: 'Elm Court', postcode: 'LE1 1AA' }, 'key-of-elm-01');
    await office.send(`${at}/cases/${reference}/notes`, { text: 'Zebra-note' });
    await office.send(`${at}/desk`, groupOf(reference), 'PUT');
    expect((await office.send(`${at}/erase`, { references: [reference] })).status).toBe(200);
    const found = await (await office.send(`${at}/search`, { words: 'Zebra-note' })).json();
    expect(found).toEqual([]);
    const kept = await office.get<HubDesk>(`${at}/desk`);
    expect(JSON.stringify(kept)).not.toContain(reference);
  });

  it('shows apart what was set aside, and releases it for whoever may decide, once', async () => {
    const at = `hubs/${hub.id}`;
    const office = await signIn(OFFICE);
    const ordinary = (await office.get<Case[]>(`${at}/cases`)).length;
    await intake.close();
    await open(place.location, { limits: { perHubDay: 0 } });
    const { reference = '', receipt = '' } = await apply({ schoolName: 'Gorse Mount' }, 'key-of-gorse-01');
    const { reference: second = '' } = await apply({ schoolName: 'Heath End' }, 'key-of-heath-01');
    const aside = async (): Promise<string[]> =>
      (await (await signIn(OFFICE)).get<Case[]>(`${at}/cases`))
        .filter(({ setAsideAt }) => setAsideAt !== null)
        .map((each) => each.reference);
    expect(await aside()).toEqual([reference, second]);
    const exported = async (who: Signed): Promise<Case[]> =>
      (await (await who.send(`${at}/export`, { format: 'csv' })).json()) as Case[];
    const signed = await signIn(OFFICE);
    expect(await exported(signed)).toHaveLength(ordinary);
    // The school has its page all the same, and what is held of a person is found.
    expect((await intake.fetch(new Request(receipt))).status).toBe(200);
    expect(await (await signed.send(`${at}/search`, { words: 'Gorse' })).json()).toHaveLength(1);

    const release = async (who: Signed, place: string, references: string[]): Promise<unknown> => {
      const answer = await who.send(`${place}/release`, { references });
      return answer.status === 200 ? answer.json() : answer.status;
    };
    const both = await signIn(BOTH);
    expect(await release(both, `hubs/${otherHub.id}`, [reference])).toBe(403);
    expect(await release(signed, `hubs/${otherHub.id}`, [reference])).toBe(404);
    expect(await release(signed, at, [])).toBe(400);
    expect(await aside()).toEqual([reference, second]);
    expect(await release(signed, at, [reference, 'MH-00000-00000'])).toEqual({ released: 1 });
    expect(await release(both, at, [reference, second])).toEqual({ released: 1 });
    expect(await aside()).toEqual([]);
    expect(await exported(signed)).toHaveLength(ordinary + 2);
    const log = await signed.get<AuditEntry[]>(`${at}/audit`);
    expect(
      log.filter(({ action }) => action === 'released').map((each) => [each.reference, each.who]),
    ).toEqual([
      [second, BOTH],
      [reference, OFFICE],
    ]);
    await intake.close();
    await open(place.location);
  });

  it('is in the backup: states, notes, letters, groups and log are there after a restore', async () => {
    const office = await signIn(OFFICE);
    const at = `hubs/${hub.id}`;
    const { reference = '', receipt = '' } = await apply({ schoolName: 'Fir Bank' }, 'key-of-fir-001');
    await office.send(`${at}/cases/${reference}/notes`, { text: 'Asked by telephone' });
    await office.send(`${at}/moves`, { moves: [{ reference, from: 'new', to: 'waiting' }] });
    await office.send(`${at}/desk`, groupOf(reference), 'PUT');
    const before = {
      cases: await office.get<Case[]>(`${at}/cases`),
      desk: await office.get<HubDesk>(`${at}/desk`),
      log: await office.get<AuditEntry[]>(`${at}/audit`),
    };
    const elsewhere = await newPlace();
    await restoreInto(elsewhere.location, await intake.ready);
    const first = { intake, desk };
    await open(elsewhere.location);
    try {
      const after = await signIn(OFFICE);
      expect(await after.get<Case[]>(`${at}/cases`)).toEqual(before.cases);
      expect(await after.get<HubDesk>(`${at}/desk`)).toEqual(before.desk);
      const log = (await after.get<AuditEntry[]>(`${at}/audit`)).map(({ id: _, ...each }) => each);
      expect(log.slice(1)).toEqual(before.log.map(({ id: _, ...each }) => each));
      // The link that the school has goes on to lead to its page.
      const page = await intake.fetch(new Request(receipt));
      expect(await page.text()).toContain('on the waiting list');
    } finally {
      await intake.close();
      elsewhere.remove();
      ({ intake, desk } = first);
    }
  });
});

function groupOf(reference: string): HubDesk {
  return {
    ...EMPTY_DESK,
    specialists: [{ id: 'AB', name: 'AB', place: null }],
    plans: [
      {
        name: 'Plan A',
        phase: 'development',
        groups: [{ specialist: 'AB', number: 1, schools: [reference], dates: ['2026-12-01'] }],
      },
    ],
    chosen: 'Plan A',
    pins: [{ school: reference, specialist: 'AB' }],
  };
}

async function restoreInto(location: Place['location'], parts: Awaited<Intake['ready']>): Promise<void> {
  const saved: string[] = [];
  for await (const part of backup(parts)) saved.push(part);
  const [head, ...lines] = saved.join('').trimEnd().split('\n');
  readHead(head);
  const store = await openStore(location);
  const reading = async function* (): AsyncGenerator<string> {
    yield* lines;
  };
  await restore({ store, keys: parts.keys }, reading());
  await store.close();
}
