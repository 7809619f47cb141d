import { mostSchools } from './prepare.js';
import type { Problem, Slot, Unit } from './prepare.js';
import { WEEKDAYS } from './problem.js';

/** A unit in a slot: a binary variable of the model. */
export interface Pair {
  readonly unit: Unit;
  readonly slot: Slot;
  readonly metres: number;
}

/** How many schools, weighted by unit, must be placed: settled by an earlier, more important aim. */
export interface Settled {
  readonly weight: (unit: Unit) => number;
  readonly equals: number;
}

/** Rows of a linear model, sparse, as the solver takes them. */
export interface LinearModel {
  readonly pairs: readonly Pair[];
  readonly columns: number;
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: {
    readonly starts: readonly number[];
    readonly indices: readonly number[];
    readonly values: readonly number[];
    readonly lower: readonly number[];
    readonly upper: readonly number[];
  };
  /** The column that says whether a slot is used. */
  readonly used: (slot: Slot) => number;
  readonly usedColumns: readonly number[];
}

export interface ModelRequest {
  readonly pairs: readonly Pair[];
  readonly cost: (pair: Pair) => number;
  readonly settled: readonly Settled[];
  /** Every unit must have a place. */
  readonly everyone: boolean;
  /** Adds a row for each pair that no unit is in an unused slot: redundant for plans, but tightens the relaxation. */
  readonly tight: boolean;
}

type Term = readonly [column: number, value: number];

/** All allowed pairs. */
export function pairsOf({ units, slots }: Problem): Pair[] {
  return units.flatMap((unit) =>
    [...unit.metres].flatMap(([index, metres]) => {
      const slot = slots[index];
      return slot === undefined ? [] : [{ unit, slot, metres }];
    }),
  );
}

/** The rules of a problem as a linear model: a column per pair, per slot and, where days matter, per day of a slot. */
export function buildModel(problem: Problem, request: ModelRequest): LinearModel {
  const { rules, slots, units, limits, specialists, weekdaysMatter } = problem;
  const { pairs, cost, settled, everyone, tight } = request;
  const { min, max } = rules.size;
  const used = ({ index }: Slot): number => pairs.length + index;
  const onDay = ({ index }: Slot, day: number): number =>
    pairs.length + slots.length + index * WEEKDAYS.length + day;
  const columns = pairs.length + slots.length * (weekdaysMatter ? 1 + WEEKDAYS.length : 1);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const row = (terms: readonly Term[], least: number, most: number): void => {
    for (const [column, value] of terms) {
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
    lower.push(least);
    upper.push(most);
  };

  const byUnit = grouped(pairs, ({ unit }) => unit.index, units.length);
  const bySlot = grouped(pairs, ({ slot }) => slot.index, slots.length);
  for (const unit of units)
    row(
      at(byUnit, unit.index).map((column): Term => [column, 1]),
      everyone ? 1 : 0,
      1,
    );
  for (const { weight, equals } of settled)
    row(
      pairs.flatMap(({ unit }, column): Term[] => (weight(unit) === 0 ? [] : [[column, weight(unit)]])),
      equals,
      equals,
    );

  for (const slot of slots) {
    const inSlot = at(bySlot, slot.index);
    const sizes = inSlot.map((column): Term => [column, pairs[column]?.unit.members.length ?? 0]);
    const most = Math.min(max, mostSchools(slot.specialist, 1, rules));
    row([...sizes, [used(slot), -min]], 0, Infinity);
    row([...sizes, [used(slot), -most]], -Infinity, 0);
    for (const limit of limits) {
      const counted = inSlot.flatMap((column): Term[] => {
        const count = limit.counts.get(pairs[column]?.unit.index ?? -1);
        return count === undefined ? [] : [[column, count]];
      });
      if (counted.reduce((sum, [, count]) => sum + count, 0) > limit.most)
        row([...counted, [used(slot), -limit.most]], -Infinity, 0);
    }
    if (tight)
      for (const column of inSlot)
        row(
          [
            [column, 1],
            [used(slot), -1],
          ],
          -Infinity,
          0,
        );
    if (weekdaysMatter) {
      row([...WEEKDAYS.map((_, day): Term => [onDay(slot, day), 1]), [used(slot), -1]], 0, 0);
      for (const column of inSlot) {
        const days = pairs[column]?.unit.weekdays ?? [];
        if (slot.weekdays.some((day) => !days.includes(day)))
          row(
            [
              [column, 1],
              ...WEEKDAYS.flatMap((day, index): Term[] =>
                days.includes(day) ? [[onDay(slot, index), -1]] : [],
              ),
            ],
            -Infinity,
            0,
          );
      }
    }
  }

  for (const specialist of specialists) {
    const theirs = slots.filter((slot) => slot.specialist === specialist);
    for (const [index, slot] of theirs.entries()) {
      const next = theirs[index + 1];
      if (next !== undefined)
        row(
          [
            [used(slot), 1],
            [used(next), -1],
          ],
          0,
          Infinity,
        );
    }
    if (theirs.length < 2) continue;
    const schools = theirs.flatMap((slot) =>
      at(bySlot, slot.index).map((column): Term => [column, pairs[column]?.unit.members.length ?? 0]),
    );
    if (typeof specialist.schools === 'number') row(schools, -Infinity, specialist.schools);
    const { daysPerGroup, daysPerSchool = 0 } = rules;
    if (typeof specialist.days === 'number' && daysPerGroup !== undefined)
      row(
        [
          ...schools.map(([column, count]): Term => [column, count * daysPerSchool]),
          ...theirs.map((slot): Term => [used(slot), daysPerGroup]),
        ],
        -Infinity,
        specialist.days,
      );
  }

  if (everyone) {
    const total = units.reduce((sum, { members }) => sum + members.length, 0);
    row(
      slots.map((slot): Term => [used(slot), 1]),
      Math.ceil(total / max),
      Math.floor(total / min),
    );
  }

  return {
    pairs,
    columns,
    costs: Array.from({ length: columns }, (_, column) => {
      const pair = pairs[column];
      return pair === undefined ? 0 : cost(pair);
    }),
    lower: Array<number>(columns).fill(0),
    upper: Array.from({ length: columns }, (_, column) => {
      const slot = slots[column - pairs.length];
      if (slot !== undefined && column >= pairs.length)
        return mostSchools(slot.specialist, 1, rules) < min ? 0 : 1;
      if (column < pairs.length) return 1;
      const [index, day] = divide(column - pairs.length - slots.length);
      const weekday = WEEKDAYS[day];
      return weekday !== undefined && slots[index]?.weekdays.includes(weekday) === true ? 1 : 0;
    }),
    rows: { starts, indices, values, lower, upper },
    used,
    usedColumns: slots.map(used),
  };
}

function divide(offset: number): [number, number] {
  return [Math.floor(offset / WEEKDAYS.length), offset % WEEKDAYS.length];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => number, length: number): number[][] {
  const groups = Array.from({ length }, (): number[] => []);
  for (const [index, item] of items.entries()) groups[keyOf(item)]?.push(index);
  return groups;
}

function at(groups: readonly number[][], index: number): readonly number[] {
  return groups[index] ?? [];
}
