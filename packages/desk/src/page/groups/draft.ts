import { groupSizeOf, priorityPhaseOf, specialistDaysOf } from '@maths-hubs/sdk/groups';
import type { Belonging, Filling, GroupRules, GroupSchool } from '@maths-hubs/sdk/groups';
import type { HubDesk, SavedPlan } from '../../model/desk.js';
import type { DeskState } from '../state.js';

/** Stands for no group. */
export const WAITING = '';

/** Tells a group from the others of a plan. */
export function keyOf({ specialist, number }: Pick<Filling, 'specialist' | 'number'>): string {
  return `${specialist} ${number}`;
}

/** The specialist of a group, by its key. */
export function specialistIn(key: string): string {
  return key.slice(0, key.lastIndexOf(' '));
}

/** What the hub asks of its groups beside what the terms say. */
export interface Wishes {
  readonly size: { readonly min: number; readonly max: number } | null;
  readonly trustLimit: number | null;
  readonly maxKilometres: number | null;
  readonly sameTrust: Belonging;
  readonly sameHeadteacher: Belonging;
}

const NO_WISHES: Wishes = {
  size: null,
  trustLimit: null,
  maxKilometres: null,
  sameTrust: 'any',
  sameHeadteacher: 'any',
};

/** The size that the year states; six or seven, to be changed, where it states none. */
export function sizeOf({ edition }: Pick<DeskState, 'edition'>, phase: string): { min: number; max: number } {
  try {
    const { min, max } = groupSizeOf(edition, phase);
    return { min, max };
  } catch {
    return { min: 6, max: 7 };
  }
}

/** A plan without schools that have gone, and specialists who are on the list no more. */
export function stillThere(
  fillings: readonly Filling[],
  { specialists }: HubDesk,
  schools: readonly GroupSchool[],
): Filling[] {
  const here = new Set(schools.filter(({ ruledOut }) => !ruledOut).map(({ reference }) => reference));
  return fillings
    .filter(({ specialist }) => specialists.some(({ id }) => id === specialist))
    .map(({ specialist, number, schools: inside }) => ({
      specialist,
      number,
      schools: inside.filter((reference) => here.has(reference)),
    }));
}

/** Groups that are being worked on: not kept until somebody keeps them, and every step can be taken back. */
export class Draft {
  phase = '';
  wishes = NO_WISHES;
  /** What is proven of these groups, in a sentence; empty once they were changed by hand. */
  proof = '';
  #fillings: readonly Filling[] = [];
  #before: readonly (readonly Filling[])[] = [];
  #dates: ReadonlyMap<string, readonly string[]> = new Map();

  /** Begins a phase with the plan that the hub chose, if there is one. */
  begin({ desk }: DeskState, phase: string): void {
    this.phase = phase;
    this.wishes = NO_WISHES;
    this.proof = '';
    this.#before = [];
    this.#take(desk.plans.find((each) => each.phase === phase && each.name === desk.chosen) ?? null);
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  open(saved: SavedPlan): void {
    this.#step();
    this.#take(saved);
  }

  formed(fillings: readonly Filling[], proof: string): void {
    this.#step();
    this.#fillings = fillings;
    this.proof = proof;
  }

  /** Puts a school into a group, or into none. */
  move(reference: string, key: string): void {
    this.#step();
    if (key !== WAITING && !this.#fillings.some((each) => keyOf(each) === key))
      this.#fillings = [...this.#fillings, { specialist: specialistIn(key), number: 1, schools: [] }];
    this.#fillings = this.#fillings.map((filling) => {
      const others = filling.schools.filter((each) => each !== reference);
      return { ...filling, schools: keyOf(filling) === key ? [...others, reference] : others };
    });
  }

  undo(): void {
    this.#fillings = this.#before.at(-1) ?? this.#fillings;
    this.#before = this.#before.slice(0, -1);
    this.proof = '';
  }

  datesOf(key: string): readonly string[] {
    return this.#dates.get(key) ?? [];
  }

  setDates(key: string, dates: readonly string[]): void {
    this.#dates = new Map(this.#dates).set(key, [...new Set(dates)].sort());
  }

  fillings(desk: HubDesk, schools: readonly GroupSchool[]): Filling[] {
    return stillThere(this.#fillings, desk, schools);
  }

  /** As it is kept, under a name. */
  saved(name: string): SavedPlan {
    const groups = this.#fillings.map((each) => ({ ...each, dates: this.datesOf(keyOf(each)) }));
    return { name, phase: this.phase, groups };
  }

  rules(state: DeskState, schools: readonly GroupSchool[]): GroupRules {
    const { edition, desk } = state;
    const here = new Set(schools.map(({ reference }) => reference));
    const known = new Set(desk.specialists.map(({ id }) => id));
    const days = desk.specialists.some((each) => typeof each.days === 'number')
      ? specialistDaysOf(edition, this.phase)
      : null;
    const { size, ...wishes } = this.wishes;
    return {
      ...wishes,
      phase: this.phase,
      size: size ?? sizeOf(state, this.phase),
      priorityPhase: priorityPhaseOf(edition, this.phase),
      pinned: desk.pins.filter(({ school, specialist }) => here.has(school) && known.has(specialist)),
      ...(days !== null && { daysPerGroup: days.daysPerGroup, daysPerSchool: days.daysPerSchool }),
    };
  }

  #step(): void {
    this.#before = [...this.#before, this.#fillings];
    this.proof = '';
  }

  #take(saved: SavedPlan | null): void {
    const groups = saved?.groups ?? [];
    this.#fillings = groups.map(({ specialist, number, schools }) => ({ specialist, number, schools }));
    this.#dates = new Map(groups.map((group) => [keyOf(group), group.dates]));
  }
}
