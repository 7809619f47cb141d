import type { Statistic, StatisticQuantity } from '@maths-hubs/sdk/programme';

/** One figure of a hub's own, as its editor writes it between the tags. */
export interface LocalFigure {
  /** What is counted: `Primary schools in our Work Groups`. */
  readonly measure: string;
  /** `2024/25`, or another time that begins or ends with a year. */
  readonly when: string;
  readonly value: number;
  readonly unit: StatisticQuantity['unit'];
  readonly note?: string;
  /** What it rests on, in words: `Our register, July 2025`. */
  readonly source?: string;
  /** Address of that source: `https:`, or a path of the site. */
  readonly href?: string;
}

const UNITS: readonly string[] = [
  'school',
  'teacher',
  'person',
  'percent',
  'pence',
  'meeting',
  'visit',
  'day',
];

/**
 * A hub's own figures from inline JSON: `{ "figures": [{ "measure": …, "when": …, "value": …, "unit": "school" }] }`.
 * @throws {SyntaxError} when it is no JSON @throws {TypeError} naming the first figure that is not one
 */
export function readLocal(text: string): readonly LocalFigure[] {
  const { figures } = JSON.parse(text) as { figures?: unknown };
  if (!Array.isArray(figures)) throw new TypeError('Write {"figures": […]}.');
  return figures.map((figure: unknown, index) => {
    const { measure, when, value, unit } = (figure ?? {}) as Partial<Record<keyof LocalFigure, unknown>>;
    const sound =
      typeof measure === 'string' &&
      typeof when === 'string' &&
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= 0 &&
      UNITS.includes(unit as string);
    if (!sound)
      throw new TypeError(
        `figures[${index}] needs "measure" and "when" as text, "value" as a number of 0 or more, and "unit": ${UNITS.join(', ')}.`,
      );
    return figure as LocalFigure;
  });
}

/** A hub's own figure in the form of the programme's; its source is the page that shows it. */
export function asStatistic({ measure, when, value, unit, note }: LocalFigure, index: number): Statistic {
  return {
    id: `local-${index}`,
    measure,
    kind: 'local',
    asAt: when,
    value: { min: value, max: value, unit },
    source: [],
    basis: 'hub',
    ...(note === undefined ? {} : { note }),
  };
}
