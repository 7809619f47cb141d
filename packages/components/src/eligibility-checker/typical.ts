import { PAST, PROMISES, REACHED, tickFacts } from './asks.js';
import { listValues, type Facts } from '@maths-hubs/sdk/rules';
import { definitionOf } from './facts.js';
import { KINDS, type Ask } from './kinds.js';
import type { Trail } from './trail.js';

/** No check is longer. */
const MOST = 20;

/** How many questions a check has in all, if what is still asked is answered as most schools would. */
export function typicalCount(trail: Trail, next: (trail: Trail) => Ask | undefined): number {
  let { given } = trail;
  while (given.length < MOST) {
    const ask = next({ given, at: given.length });
    if (ask === undefined) break;
    given = [...given, { ask, answer: '', facts: typicalOf(ask) }];
  }
  return given.length;
}

function typicalOf(ask: Ask): Facts {
  switch (ask) {
    case 'school':
    case 'kind':
      return KINDS.primary ?? {};
    case 'past':
      return PAST.never ?? {};
    case 'reached':
      return REACHED['development-done']?.facts ?? {};
    case 'promises':
      return Object.fromEntries(PROMISES.map((id) => [id, true]));
    case 'ticks':
      return tickFacts([]);
    default: {
      const fact = definitionOf(ask);
      return fact ? { [ask]: listValues(fact.domain)[0] } : {};
    }
  }
}
