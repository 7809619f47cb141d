/** A file on its way, and what gives it up when it is late. */
export interface Asked {
  readonly late: AbortSignal;
  readonly response: Promise<Response>;
}

/** Asks for a file that the page names; `textAt` reads it. */
export function ask(address: string, seconds = 15): Asked {
  const late = AbortSignal.timeout(seconds * 1000);
  const response = fetch(address, { signal: late });
  // Whoever reads it gets the error: until then it is no unhandled one.
  response.catch(() => undefined);
  return { late, response };
}
