import { isIP } from 'node:net';

/** Networks remembered at once; the longest unheard is forgotten first. */
const REMEMBERED = 20_000;

export interface RateLimit {
  /** Takes one request; 0 when it may pass, else the seconds to wait. */
  take(address: string): number;
}

/** What several services have counted together: how much each network has used, after adding ours. */
export type ShareUsed = (used: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;

interface Bucket {
  left: number;
  at: number;
  /** Taken since the others were last informed. */
  untold: number;
}

interface RateLimitOptions {
  readonly burst: number;
  readonly perMinute: number;
  /** Milliseconds that never go back, whatever is done to the clock of the machine. */
  readonly clock?: () => number;
  readonly share?: ShareUsed;
}

/** How often services tell each other what they have let through. */
const TOLD_EVERY = 500;

/** A bucket for each address: `burst` requests at once, then `perMinute`. An IPv6 network (/64) counts as one. */
export function rateLimit({
  burst,
  perMinute,
  clock = () => performance.now(),
  share,
}: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const refill = perMinute / 60_000;
  let told = -Infinity;
  let telling = false;

  /** Nobody waits for this: a rush may pass a little more for half a second. */
  async function tell(share: ShareUsed): Promise<void> {
    const used = new Map<string, number>();
    for (const [network, bucket] of buckets) {
      if (bucket.untold > 0) used.set(network, bucket.untold);
      bucket.untold = 0;
    }
    for (const [network, all] of await share(used)) {
      const bucket = buckets.get(network);
      if (bucket) bucket.left = Math.min(bucket.left, burst - all - bucket.untold);
    }
  }

  return {
    take(address) {
      const now = clock();
      const network = networkOf(address);
      const bucket = buckets.get(network) ?? { left: burst, at: now, untold: 0 };
      // The order matters only when some are about to be forgotten: a map that is changed less keeps less in the memory.
      if (buckets.size > REMEMBERED / 2) buckets.delete(network);
      bucket.left = Math.min(burst, bucket.left + Math.max(0, now - bucket.at) * refill);
      bucket.at = now;
      const passes = bucket.left >= 1;
      if (passes) {
        bucket.left -= 1;
        bucket.untold += 1;
      }
      buckets.set(network, bucket);
      if (buckets.size > REMEMBERED) {
        const { value: oldest } = buckets.keys().next();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      if (share && !telling && now - told > TOLD_EVERY) {
        told = now;
        telling = true;
        // Without the database each service counts for itself.
        void tell(share)
          .catch(() => undefined)
          .finally(() => (telling = false));
      }
      return passes ? 0 : Math.max(1, Math.ceil((1 - bucket.left) / refill / 1000));
    },
  };
}

/**
 * The address a request comes from: with `trustProxy` proxies in front, the one that the outermost of them saw.
 * What a client itself writes into the header is further left and is not believed; what is no address is not one.
 */
export function addressOf(socket: string, forwardedFor: string | null, trustProxy: number): string {
  if (trustProxy === 0 || forwardedFor === null) return socket;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  return bare(hops.at(-trustProxy) ?? hops[0] ?? '') ?? socket;
}

/** An address without the port that some proxies add: `203.0.113.9:40001`, `[2001:db8::1]:443`. */
function bare(hop: string): string | null {
  const address = hop.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isIP(address) === 0 ? null : address;
}

/** The first six groups of an IPv6 address whose other two are an IPv4 one: mapped, and as translators write it. */
const HOLDS_IPV4 = new Set(
  ['::ffff:0:0', '::ffff:0:0:0', '64:ff9b::'].map((prefix) => groupsOf(prefix).slice(0, 6).join(' ')),
);

/** The first group of a network that whoever has an IPv4 address makes of it: 65,536 halves, all one sender's (RFC 3056). */
const SIX_TO_FOUR = 0x2002;

function asIPv4([high = 0, low = 0]: readonly number[]): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** An IPv4 address, also where it is written as IPv6 or was translated to it; the first half of an IPv6 one. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const groups = groupsOf(address.toLowerCase());
  if (groups.length === 8 && HOLDS_IPV4.has(groups.slice(0, 6).join(' '))) return asIPv4(groups.slice(6));
  if (groups[0] === SIX_TO_FOUR) return asIPv4(groups.slice(1, 3));
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const plain = (address.split('%', 1)[0] ?? '').replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_, ...parts: string[]) => {
      const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
      return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    },
  );
  const [head = '', tail] = plain.split('::', 2);
  const read = (text: string | undefined): number[] =>
    text === undefined || text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16) || 0);
  const [left, right] = [read(head), read(tail)];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<number>(zeros).fill(0), ...right];
}
