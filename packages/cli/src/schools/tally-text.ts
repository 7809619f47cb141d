import {
  questionOf,
  STANDINGS,
  type ShiftTallyResult,
  type Stamp,
  type Standing,
  type TallyResult,
} from '@maths-hubs/sdk/eligibility/register';
import { table } from '../output.js';

const count = (number: number): string => number.toLocaleString('en-GB');
const schoolsText = (number: number): string => `${count(number)} ${number === 1 ? 'school' : 'schools'}`;

export function tallyText(
  { schools, standings, barredBy, forTheHub, notTold }: TallyResult,
  stamp: Stamp,
): string {
  const reasons: Partial<Record<Standing, Readonly<Record<string, number>>>> = {
    hub: forTheHub,
    'not-told': notTold,
    'not-eligible': barredBy,
  };
  const rows = (Object.keys(STANDINGS) as Standing[]).flatMap((standing) => [
    [count(standings[standing]), STANDINGS[standing]],
    ...Object.entries(reasons[standing] ?? {}).map(([reason, number]) => [
      count(number),
      `- ${reasonText(standing, reason)}`,
    ]),
  ]);
  return [
    `${schoolsText(schools)} against ${stamp.phase}, ${stamp.schoolYear} (version ${stamp.editionVersion})`,
    ...(stamp.assumed ? [`Assumed of every school: ${stamp.assumed}`] : []),
    '',
    table(['Schools', 'Where they stand'], rows),
    '',
    'A school with several reasons counts under each. Eligible promises no place: hubs select.',
  ].join('\n');
}

function reasonText(standing: Standing, reason: string): string {
  if (standing === 'not-eligible') return `does not meet: ${reason}`;
  return standing === 'hub' ? `undecided: ${reason}` : `not told: ${questionOf(reason)}`;
}

export function shiftText(result: ShiftTallyResult, from: Stamp, to: Stamp): string {
  const head = `${to.phase}: ${from.schoolYear} against ${to.schoolYear}. ${schoolsText(result.changed)} of ${count(result.schools)} ${result.changed === 1 ? 'is' : 'are'} judged differently.`;
  if (result.changed === 0) return head;
  const rows = result.changes.map(({ from: before, to: after, by, schools }) => [
    count(schools),
    by,
    `${STANDINGS[before]} → ${STANDINGS[after]}`,
  ]);
  return `${head}\n\n${table(['Schools', 'By', 'Change'], rows)}`;
}
