import type { Keyring } from '../keys/keyring.js';
import type { ShareUsed } from '../http/rate-limit.js';
import type { Store } from './interface.js';

/** Adds what was used to what the others have used; what has run off since is taken off first. */
const ADD = `
  insert into rates (network, used, at)
  select network, used, clock_timestamp() from json_to_recordset($1::json) as told (network text, used double precision)
  order by network
  on conflict (network) do update set
    used = excluded.used
      + greatest(0, rates.used - greatest(0, extract(epoch from excluded.at - rates.at)) * $2::double precision),
    at = excluded.at
  returning network, used`;

/** What several services on one database let through together. It holds no address, only digests of networks. */
export function sharedRates(store: Store, keys: Keyring, perMinute: number): ShareUsed {
  return async (used) => {
    if (used.size === 0) return new Map();
    const names = new Map([...used.keys()].map((network) => [keys.digest(`network:${network}`), network]));
    const told = [...names].map(([name, network]) => ({ network: name, used: used.get(network) }));
    const rows = await store.query<{ network: string; used: number }>('intake-rates', ADD, [
      JSON.stringify(told),
      perMinute / 60,
    ]);
    return new Map(rows.map((row) => [names.get(row.network) ?? '', row.used]));
  };
}
