/** What a service says of a site: takes its applications; does not; answers without a word of it; does not answer. */
export type ServiceAnswer = 'allows' | 'refuses' | 'answers' | 'silent';

/**
 * Asks a service whether it takes applications from a site. Nothing but the question is sent. Our own service and the WordPress plugin answer
 * `GET …/allows?origin=`; of another one a browser only learns that something answers.
 * @param address  where applications go
 * @param site  any address of the hub's site
 */
export async function askService(
  address: string,
  site: string,
  fetchIt: typeof fetch = fetch,
): Promise<ServiceAnswer> {
  const question = `${address.replace(/\/$/, '')}/allows?origin=${encodeURIComponent(new URL(site).origin)}`;
  try {
    const answer = await fetchIt(question, { signal: AbortSignal.timeout(10_000), credentials: 'omit' });
    const said: unknown = answer.ok ? await answer.json() : undefined;
    if (typeof said === 'object' && said !== null && 'allowed' in said)
      return said.allowed === true ? 'allows' : 'refuses';
  } catch {
    // A service that knows nothing of the question lets no other site read its answer.
  }
  try {
    await fetchIt(address, { mode: 'no-cors', signal: AbortSignal.timeout(10_000), credentials: 'omit' });
    return 'answers';
  } catch {
    return 'silent';
  }
}

/** The result, and what to do about it. */
export function serviceWords(answer: ServiceAnswer, site: string): string {
  const { origin } = new URL(site);
  switch (answer) {
    case 'allows':
      return `It answers, and takes applications from ${origin}.`;
    case 'refuses':
      return `It answers, and does not take applications from ${origin}. Ask whoever runs it to add ${origin} to your hub’s “origins”.`;
    case 'answers':
      return `Something answers there, and does not say whether it takes applications from ${origin}. Once your page is up, send one to try.`;
    case 'silent':
      return 'Nothing answers there. Look at the address again, or ask whoever runs the service.';
  }
}
