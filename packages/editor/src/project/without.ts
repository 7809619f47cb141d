/** An object without the fields that hold this value. Fields that may not be left out are not to hold it. */
export function without<T extends object, V>(object: T, value: V): { [K in keyof T]: Exclude<T[K], V> } {
  const kept = Object.entries(object).filter(([, each]) => each !== value);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], V> };
}
