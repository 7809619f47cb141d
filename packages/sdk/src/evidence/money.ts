/** Whole pence; money is never a fraction here. */
export type Pence = number;

/** Pence as pounds: `£1,000`, `£12.50`. */
export function formatMoney(pence: Pence): string {
  const pounds = pence / 100;
  return pounds.toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: Number.isInteger(pounds) ? 0 : 2,
  });
}
