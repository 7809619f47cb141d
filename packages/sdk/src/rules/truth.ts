/**
 * Strong Kleene logic with two ways of not knowing: `unknown`, which an answer could settle,
 * and `hub-decides`, which no answer can. With both, an answer is still worth having: `unknown`.
 */
export type Truth = true | false | 'unknown' | 'hub-decides';

/** The opposite. Unknown and undecided stay the same. */
export function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

/** False if any is false; else unknown if any is; else hub-decides if any is; else true. */
export function all(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    result = weaker(result, truth, true);
  }
  return result;
}

/** True if any is true; else unknown if any is; else hub-decides if any is; else false. */
export function any(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    result = weaker(result, truth, false);
  }
  return result;
}

/** Whether at least this many are true; `all` and `any` are its extremes. */
export function atLeast(needed: number, truths: readonly Truth[]): Truth {
  const count = (truth: Truth) => truths.filter((each) => each === truth).length;
  const sure = count(true);
  const open = count('unknown');
  const hub = count('hub-decides');
  const least = verdict(needed, sure, hub);
  return least === verdict(needed, sure + open, hub) ? least : 'unknown';
}

function verdict(needed: number, sure: number, hub: number): Truth {
  if (sure >= needed) return true;
  return sure + hub >= needed ? 'hub-decides' : false;
}

function weaker(left: Truth, right: Truth, neutral: boolean): Truth {
  if (right === neutral || left === 'unknown') return left;
  return right;
}
