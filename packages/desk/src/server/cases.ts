import type { Received } from '@maths-hubs/intake';
import type { Kysely } from 'kysely';
import { AUDIT_PAGE, EMPTY_DESK } from '../model/desk.js';
import type { AuditEntry, Case, CaseState, HubDesk, Letter, Note } from '../model/desk.js';
import { DeskError } from './parts.js';
import type { DeskParts } from './parts.js';
import { receiptAddress } from './secrets.js';
import { sweepCases } from './tables.js';
import type { DeskTables } from './tables.js';

/** What is done with a hub's applications; every call is of one hub, and of nothing else. */
export interface Cases {
  all(): Promise<Case[]>;
  /** @throws {DeskError} 404 for a reference of another hub or a missing one alike */
  one(reference: string): Promise<Case>;
  /** Moves applications from the state that the page showed; what has changed since is refused, and nothing is moved. */
  move(moves: readonly Move[], who: string): Promise<void>;
  note(reference: string, text: string, who: string): Promise<void>;
  letter(reference: string, letter: Omit<Letter, 'at' | 'who'>, who: string): Promise<void>;
  /** Puts what was set aside among the others, and has its messages sent. @returns how many were set aside until now */
  release(references: readonly string[], who: string): Promise<number>;
  erase(references: readonly string[], who: string): Promise<number>;
  desk(): Promise<HubDesk>;
  keep(desk: HubDesk, who: string): Promise<void>;
  /** The log, newest first, a page of it. @param before  only what is older than this entry */
  audit(before?: string | null): Promise<AuditEntry[]>;
  record(who: string, action: string, reference?: string | null, detail?: string | null): Promise<void>;
}

interface Move {
  readonly reference: string;
  readonly from: CaseState;
  readonly to: CaseState;
}

/** What is written about an application, hidden under its key. */
type Paper =
  { readonly is: 'note'; readonly note: Note } | { readonly is: 'letter'; readonly letter: Letter };

function unknown(reference: string): DeskError {
  return new DeskError(404, 'unknown-reference', `There is no application ${reference}.`);
}

export function casesOf(parts: DeskParts, hub: string): Cases {
  const { run, applications, now, address } = parts;

  const record: Cases['record'] = async (who, action, reference = null, detail = null) => {
    await run((db) =>
      db.insertInto('desk_audit').values({ hub, at: now(), who, action, reference, detail }).execute(),
    );
  };

  const mine = async (reference: string): Promise<Omit<Received, 'probablyRepeats'>> => {
    const found = await applications.get(reference);
    if (found === null || found.hub !== hub) throw unknown(reference);
    return found;
  };

  const keepPaper = async (reference: string, paper: Paper): Promise<void> => {
    await mine(reference);
    const sealed = await applications.seal(reference, JSON.stringify(paper));
    if (sealed === null) throw unknown(reference);
    await run((db) => db.insertInto('desk_papers').values({ reference, hub, sealed }).execute());
  };

  const whole = async (some: readonly Omit<Received, 'probablyRepeats'>[]): Promise<Case[]> => {
    const beside = await run(async (db) => ({
      states: await db
        .selectFrom('desk_cases')
        .select(['reference', 'state'])
        .where('hub', '=', hub)
        .execute(),
      papers: await db
        .selectFrom('desk_papers')
        .select(['reference', 'sealed'])
        .where('hub', '=', hub)
        .orderBy('id')
        .execute(),
    }));
    const states = new Map(beside.states.map(({ reference, state }) => [reference, state]));
    const papers = new Map<string, Paper[]>();
    for (const { reference, sealed } of beside.papers) {
      const text = await applications.open(reference, sealed);
      if (text !== null) papers.set(reference, [...(papers.get(reference) ?? []), JSON.parse(text) as Paper]);
    }
    return some.map(({ reference, receivedAt, setAsideAt, application }) => {
      const own = papers.get(reference) ?? [];
      return {
        reference,
        receivedAt,
        kind: application.kind,
        schoolYear: application.edition.schoolYear,
        answers: application.answers,
        state: states.get(reference) ?? 'new',
        setAsideAt,
        notes: own.flatMap((paper) => (paper.is === 'note' ? [paper.note] : [])),
        letters: own.flatMap((paper) => (paper.is === 'letter' ? [paper.letter] : [])),
        receipt: receiptAddress(address, applications, reference),
      };
    });
  };

  const received = async (): Promise<Received[]> => {
    const all: Received[] = [];
    for await (const each of applications.list(hub)) all.push(each);
    return all;
  };

  const readDesk = async (): Promise<HubDesk> => {
    const row = await run((db) =>
      db.selectFrom('desk_hubs').select('body').where('hub', '=', hub).executeTakeFirst(),
    );
    return { ...EMPTY_DESK, ...row?.body };
  };

  const writeDesk = async (desk: HubDesk): Promise<void> => {
    const body = JSON.stringify(desk);
    await run((db) =>
      db
        .insertInto('desk_hubs')
        .values({ hub, body })
        .onConflict((conflict) => conflict.column('hub').doUpdateSet({ body }))
        .execute(),
    );
  };

  /** Takes what is erased out of groups and pins, and where it lies unless another application lies there too. */
  const forgetInPlans = async (references: ReadonlySet<string>, postcodes: Set<string>): Promise<void> => {
    for (const { application } of await received()) postcodes.delete(application.answers.postcode ?? '');
    const { places, plans, pins, ...rest } = await readDesk();
    for (const { postcode } of rest.specialists) postcodes.delete(postcode ?? '');
    await writeDesk({
      ...rest,
      places: Object.fromEntries(Object.entries(places).filter(([postcode]) => !postcodes.has(postcode))),
      plans: plans.map((plan) => ({
        ...plan,
        groups: plan.groups.map((group) => ({
          ...group,
          schools: group.schools.filter((school) => !references.has(school)),
        })),
      })),
      pins: pins.filter(({ school }) => !references.has(school)),
    });
  };

  return {
    record,
    all: async () => whole(await received()),
    async one(reference) {
      const [found] = await whole([await mine(reference)]);
      if (found === undefined) throw unknown(reference);
      return found;
    },
    async move(moves, who) {
      for (const { reference } of moves) await mine(reference);
      const references = moves.map(({ reference }) => reference);
      const refused = await run((db) =>
        db.transaction().execute(async (all) => {
          const rows = await all
            .selectFrom('desk_cases')
            .select(['reference', 'state'])
            .where('reference', 'in', references)
            .where('hub', '=', hub)
            .forUpdate()
            .execute();
          const states = new Map(rows.map(({ reference, state }) => [reference, state]));
          const stale = moves.find(({ reference, from }) => (states.get(reference) ?? 'new') !== from);
          if (stale !== undefined) return { ...stale, state: states.get(stale.reference) ?? 'new' };
          for (const { reference, from, to } of moves) {
            await setState(all, hub, reference, to);
            await all
              .insertInto('desk_audit')
              .values({ hub, at: now(), who, action: 'state', reference, detail: `${from} → ${to}` })
              .execute();
          }
          return null;
        }),
      );
      if (refused !== null)
        throw new DeskError(
          409,
          'moved',
          `${refused.reference} is “${refused.state}” now, and not “${refused.from}” as this page showed. Load the list again; nothing was changed.`,
        );
    },
    async note(reference, text, who) {
      await keepPaper(reference, { is: 'note', note: { at: now().toISOString(), who, text } });
      await record(who, 'note', reference);
    },
    async letter(reference, letter, who) {
      await keepPaper(reference, { is: 'letter', letter: { ...letter, at: now().toISOString(), who } });
      await record(who, letter.sent ? 'letter sent' : 'letter copied', reference, letter.kind);
    },
    async release(references, who) {
      const released = await applications.release(hub, references);
      const at = now();
      const entries = released.map((reference) => ({
        hub,
        at,
        who,
        action: 'released',
        reference,
        detail: null,
      }));
      if (entries.length > 0) await run((db) => db.insertInto('desk_audit').values(entries).execute());
      return released.length;
    },
    async erase(references, who) {
      let erased = 0;
      const postcodes = new Set<string>();
      for (const reference of references) {
        const { application } = await mine(reference);
        if (application.answers.postcode !== undefined) postcodes.add(application.answers.postcode);
        if ((await applications.forget(reference)) !== null) erased += 1;
        await record(who, 'erased', reference);
      }
      await run(sweepCases);
      await forgetInPlans(new Set(references), postcodes);
      return erased;
    },
    desk: readDesk,
    async keep(desk, who) {
      await writeDesk(desk);
      await record(who, 'groups kept', null, desk.chosen);
    },
    async audit(before = null) {
      const rows = await run((db) => {
        const all = db.selectFrom('desk_audit').selectAll().where('hub', '=', hub);
        const older = before === null ? all : all.where('id', '<', before);
        return older.orderBy('id', 'desc').limit(AUDIT_PAGE).execute();
      });
      return rows.map(({ id, at, who, action, reference, detail }) => ({
        id: String(id),
        at: at.toISOString(),
        who,
        action,
        reference,
        detail,
      }));
    },
  };
}

async function setState(
  db: Kysely<DeskTables>,
  hub: string,
  reference: string,
  state: CaseState,
): Promise<void> {
  await db
    .insertInto('desk_cases')
    .values({ reference, hub, state })
    .onConflict((conflict) => conflict.column('reference').doUpdateSet({ state }))
    .execute();
}
