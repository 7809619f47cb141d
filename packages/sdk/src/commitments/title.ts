import type { PlanItem } from './plan-item.js';

/** What an item is called: a hub's own title unchanged, else its kind with its number: "Work Group meeting 3 of 6". */
export function titleOfItem({ title, number, named }: Pick<PlanItem, 'title' | 'number' | 'named'>): string {
  if (named || number === null) return title;
  return `${title} ${number.n}${number.of === null ? '' : ` of ${number.of}`}`;
}
