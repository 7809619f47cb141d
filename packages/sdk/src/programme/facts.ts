import type {
  ProgrammeFacts,
  SourceTable,
  StatisticFacts,
  UndatedFacts,
  WiderRules,
} from './programme-facts.js';

/** Facts about the programme as a whole: mastery, key areas, roles, findings, linked projects, and their sources. */
export async function programmeFacts(): Promise<ProgrammeFacts> {
  return (await import('../generated/programme.js')).default;
}

/** The programme's figures, each with its kind: cumulative, annual, active, aim or local. Kinds never share a series. */
export async function statistics(): Promise<StatisticFacts> {
  return (await import('../generated/statistics.js')).default;
}

/** Evidence without a known year: to be shown as undated, never part of a rule or a total. */
export async function undatedEvidence(): Promise<UndatedFacts> {
  return (await import('../generated/undated.js')).default;
}

/** Every source that any fact cites, by id. An edition has its own in itself. */
export async function loadSources(): Promise<SourceTable> {
  return (await import('../generated/sources.js')).default;
}

/** Who may join linked projects and the training of specialists, by year. A year or project without an entry states no rule. */
export async function widerRules(): Promise<WiderRules> {
  return (await import('../generated/wider.js')).default;
}
