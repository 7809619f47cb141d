import { isIsoDay, MathsHubsError } from '../evidence/index.js';
import { follows, yearsIn } from '../typed/school-year.js';

/** A school year, 1 September to 31 August, written `2020/21`. Later years sort after earlier ones. */
export type SchoolYear = string;

/** Thrown when a text is not a school year: two consecutive years, written `2024/25`. */
export class InvalidSchoolYearError extends MathsHubsError {
  override readonly name = 'InvalidSchoolYearError';
  readonly code = 'invalid-school-year';
}

/**
 * Reads `2020/21`, `2020-21` with any dash, `2020/2021`, `2020 to 2021` or `202021`.
 * @throws {InvalidSchoolYearError} for anything else, including years that are not consecutive
 */
export function parseSchoolYear(text: string): SchoolYear {
  const [first, second] = yearsIn(text) ?? [];
  if (first === undefined || second === undefined)
    throw new InvalidSchoolYearError(`“${text}” is not a school year. Write it like 2020/21.`);
  const year = fromStart(Number(first));
  if (!follows(first, second))
    throw new InvalidSchoolYearError(
      `“${text}” is not one school year: the year after ${first} is ${Number(first) + 1}. Write ${year}.`,
    );
  return year;
}

/** Whether the text is a school year in its one canonical form, `2020/21`. */
export function isSchoolYear(text: string): boolean {
  const [, first] = /^(\d{4})\/\d{2}$/.exec(text) ?? [];
  return first !== undefined && isStart(Number(first)) && fromStart(Number(first)) === text;
}

/**
 * The school year that a day falls in.
 * @param day  ISO day: `2020-09-01` is in 2020/21, `2020-08-31` in 2019/20
 */
export function schoolYearOf(day: string): SchoolYear {
  if (!isIsoDay(day)) throw new InvalidSchoolYearError(`“${day}” is not a day. Write it like 2020-09-01.`);
  return fromStart(Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 9 ? 1 : 0));
}

/** Negative when `a` is before `b`, 0 when they are the same, positive when it is after: years between them. */
export function compareSchoolYears(a: SchoolYear, b: SchoolYear): number {
  return startOf(a) - startOf(b);
}

/** The school year this many years later, or earlier when negative. */
export function addSchoolYears(year: SchoolYear, years: number): SchoolYear {
  return fromStart(startOf(year) + years);
}

/** Every school year from one to another, both included; none when `to` is before `from`. */
export function schoolYearRange(from: SchoolYear, to: SchoolYear): SchoolYear[] {
  const length = Math.max(compareSchoolYears(to, from) + 1, 0);
  return Array.from({ length }, (_, index) => addSchoolYears(from, index));
}

/** First and last day, as ISO days. */
export function schoolYearDays(year: SchoolYear): { readonly first: string; readonly last: string } {
  const start = startOf(year);
  return { first: `${start}-09-01`, last: `${start + 1}-08-31` };
}

/** For a sentence: `2020 to 2021`. */
export function formatSchoolYear(year: SchoolYear): string {
  const start = startOf(year);
  return `${start} to ${start + 1}`;
}

function startOf(year: SchoolYear): number {
  return Number(parseSchoolYear(year).slice(0, 4));
}

function isStart(start: number): boolean {
  return Number.isInteger(start) && start >= 1000 && start < 9999;
}

function fromStart(start: number): SchoolYear {
  if (!isStart(start)) throw new InvalidSchoolYearError(`No school year starts in ${start}.`);
  return `${start}/${String(start + 1).slice(2)}`;
}
