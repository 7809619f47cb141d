/** Addresses remembered at once; the longest unheard is forgotten first. */
const REMEMBERED = 20_000;

export interface RateLimit {
  /** Takes one request; 0 when it may pass, else the seconds to wait. */
  take(address: string, now: number): number;
}

/** A bucket for each address: `burst` requests at once, then `perMinute`. An IPv6 network (/64) counts as one. */
export function rateLimit(burst: number, perMinute: number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const refill = perMinute / 60_000;
  return {
    take(address, now) {
      const network = networkOf(address);
      const bucket = buckets.get(network) ?? { left: burst, at: now };
      buckets.delete(network);
      const left = Math.min(burst, bucket.left + (now - bucket.at) * refill);
      const passes = left >= 1;
      buckets.set(network, { left: passes ? left - 1 : left, at: now });
      if (buckets.size > REMEMBERED) {
        const { value: oldest } = buckets.keys().next();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return passes ? 0 : Math.max(1, Math.ceil((1 - left) / refill / 1000));
    },
  };
}

/**
 * The address a request comes from: with `trustProxy` proxies in front, the one that the outermost of them saw.
 * What a client itself writes into the header stands further left and is not believed.
 */
export function addressOf(socket: string, forwardedFor: string | null, trustProxy: number): string {
  if (trustProxy === 0 || forwardedFor === null) return socket;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  return hops.at(-trustProxy) ?? hops[0] ?? socket;
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::', 2) ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
