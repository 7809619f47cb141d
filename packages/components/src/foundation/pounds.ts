import type { Pence } from '@maths-hubs/sdk/evidence';

/** Pounds as a person types them, in whole pence: null for an empty field, undefined for what is no amount. */
export function penceOf(typed: string): Pence | null | undefined {
  const text = typed.replace(/[£,\s]/g, '');
  if (text === '') return null;
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined;
}
