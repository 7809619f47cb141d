import type { Requirement } from '../programme/index.js';
import { compile, factsOf, type FactDefinition, type Facts, type LeafFinding } from '../rules/index.js';
import type { Finding } from './decision.js';
import { firmnessOf } from './firmness.js';

/** Findings are plain values: a requirement that rests on one fact has one for each of its values, made once. */
export function finder(
  requirement: Requirement,
  definitions: readonly FactDefinition[],
): (school: Facts) => Finding {
  const { id, statement, effect, source, basis, note, condition } = requirement;
  const rule = compile(condition, definitions);
  const { kind: firmness, cases } = firmnessOf(requirement);
  const find = (school: Facts): Finding => {
    const leaves: LeafFinding[] = [];
    const finding = rule.trace(school, leaves);
    const found = { id, statement, effect, finding, leaves, source, basis, firmness, cases };
    return note === undefined ? found : { ...found, note };
  };
  const [fact = '', ...others] = factsOf(condition);
  if (others.length > 0) return find;
  const made = new Map<Facts[string], Finding>();
  return (school) => {
    const value = school[fact];
    let finding = made.get(value);
    if (!finding) made.set(value, (finding = find(school)));
    return finding;
  };
}
