import { formatMoney } from '@maths-hubs/sdk/evidence';
import type { Statistic, StatisticKind, StatisticQuantity } from '@maths-hubs/sdk/programme';
import type { Text } from '../foundation/strings.js';
import type { STRINGS } from './strings.js';

export type ReachText = Text<typeof STRINGS>;

/** One figure whose year is known. */
export interface Point {
  readonly figure: Statistic;
  readonly value: StatisticQuantity;
  readonly year: number;
}

/** Figures that count the same thing in the same way: what one chart may hold. */
export interface Series {
  readonly measure: string;
  readonly kind: StatisticKind;
  readonly points: readonly Point[];
}

/** Figures of one kind as series, in the order that they come; what has no year or no value is in none. */
export function seriesOf(figures: readonly Statistic[]): Series[] {
  const groups = new Map<string, { measure: string; kind: StatisticKind; points: Point[] }>();
  for (const figure of figures) {
    const year = yearOf(figure.asAt);
    if (figure.value === null || year === null) continue;
    const key = JSON.stringify([figure.measure, figure.kind, figure.value.unit]);
    const group = groups.get(key) ?? { measure: figure.measure, kind: figure.kind, points: [] };
    group.points.push({ figure, value: figure.value, year });
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    points: group.points.sort((a, b) => a.year - b.year),
  }));
}

/** The first year that a time names: 2023 of `2023/24`, 2020 of `September 2020`. */
function yearOf(asAt: string | null): number | null {
  const [year] = asAt?.match(/\b(19|20)\d\d\b/) ?? [];
  return year === undefined ? null : Number(year);
}

/** A year as its figures write it: `2023/24` where all are of school years. */
export function yearLabel(points: readonly Point[], year: number): string {
  const bySchoolYear = points.every(({ figure }) => /^\d{4}\/\d\d$/.test(figure.asAt ?? ''));
  return bySchoolYear ? `${year}/${String(year + 1).slice(2)}` : String(year);
}

/** The amount as a chart writes it, short and without its unit. */
export function shortAmount({ min, max, unit, about }: StatisticQuantity, text: ReachText): string {
  const written = (amount: number): string =>
    unit === 'pence'
      ? formatMoney(amount)
      : `${amount.toLocaleString('en-GB')}${unit === 'percent' ? '%' : ''}`;
  if (min === null) return max === null ? '' : text('shared.up-to', { amount: written(max) });
  if (max === null) return text('reach.over', { amount: written(min) });
  if (min !== max) return text('reach.between', { from: written(min), to: written(max) });
  return about ? text('reach.about', { amount: written(min) }) : written(min);
}
