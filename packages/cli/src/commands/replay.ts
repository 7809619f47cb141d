import type { Command } from 'commander';
import { decide, type Decision } from '@maths-hubs/sdk/eligibility';
import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { readJson } from '../input.js';
import { finding, misused, print, wrap, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';
import { factsFrom } from '../read-facts.js';

interface ReplayOptions extends OutputOptions {
  readonly edition?: string;
}

/** What of an old decision is checked: enough to decide again, and what was found. */
interface OldDecision extends Pick<Decision, 'outcome' | 'phase' | 'edition'> {
  readonly facts: Decision['facts'];
  readonly findings: readonly {
    readonly id: string;
    readonly statement?: string;
    readonly finding: unknown;
  }[];
}

/** Something that comes out differently now. */
interface Difference {
  readonly what: string;
  readonly then: string;
  readonly now: string;
}

interface Replay {
  readonly edition: Edition['schoolYear'];
  readonly version: { readonly then: string; readonly now: string };
  readonly phase: string;
  readonly outcome: { readonly then: string; readonly now: string };
  readonly differences: readonly Difference[];
}

const SHAPE = 'Give what “maths-hubs decide --json” printed, or what the SDK’s decide() returned.';

export function replayCommand(program: Command): void {
  program
    .command('replay')
    .argument('<file>', 'a decision as JSON, as decide --json prints it; - for standard input')
    .description(
      'Check an old decision: decide again on the same facts, and tell what comes out differently.',
    )
    .option('--edition <file>', "the terms that decided, where they were a hub's own edition file")
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs decide --edition 2024/25 --phase development school.json --json > decision.json
  $ maths-hubs replay decision.json
  $ maths-hubs replay decision.json --edition my-edition.json

Exit code 0 when all comes out the same, 1 when anything does not.`,
    )
    .action(async (file: string, options: ReplayOptions) => {
      const old = readDecision(await readJson(file));
      const { schoolYear, hub } = old.edition;
      if (hub !== null && options.edition === undefined)
        misused(`This was decided under the terms of ${hub}. Give its file: --edition my-edition.json`);
      const edition = await readEdition(options.edition ?? schoolYear);
      const replay = replayOf(old, edition);
      print(options, replay, replayText);
      if (replay.differences.length > 0) finding();
    });
}

function replayOf(old: OldDecision, edition: Edition): Replay {
  const now = decide(edition, old.phase.id, old.facts);
  const differences: Difference[] = [];
  const tell = (what: string, before: unknown, after: unknown): void => {
    if (before !== after) differences.push({ what, then: sayTruth(before), now: sayTruth(after) });
  };
  tell('School year', old.edition.schoolYear, edition.schoolYear);
  tell('Hub', old.edition.hub ?? 'none', edition.hub ?? 'none');
  tell('Outcome', old.outcome, now.outcome);
  const before = new Map(old.findings.map((each) => [each.id, each]));
  for (const { id, statement, finding: found } of now.findings)
    tell(`“${statement}” (${id})`, before.get(id)?.finding ?? 'no such rule', found);
  const ids = new Set(now.findings.map(({ id }) => id));
  for (const { id, statement = id, finding: found } of old.findings)
    if (!ids.has(id)) tell(`“${statement}” (${id})`, found, 'no such rule');
  return {
    edition: edition.schoolYear,
    version: { then: old.edition.version, now: edition.version },
    phase: old.phase.id,
    outcome: { then: old.outcome, now: now.outcome },
    differences,
  };
}

const TRUTHS: Readonly<Record<string, string>> = {
  true: 'met',
  false: 'not met',
  unknown: 'not known',
  'hub-decides': 'for the hub to decide',
};

function sayTruth(value: unknown): string {
  return TRUTHS[String(value)] ?? String(value);
}

function replayText({ edition, version, phase, outcome, differences }: Replay): string {
  const versions =
    version.then === version.now
      ? `version ${version.now}`
      : `decided by version ${version.then}, checked against version ${version.now}`;
  const head = `${phase}, ${edition} (${versions})`;
  if (differences.length === 0) return wrap(`${head}: the same as then, ${outcome.now}.`);
  return [
    wrap(`${head}: not the same as then.`),
    ...differences.map(
      ({ what, then, now }) => `  ${wrap(`${what}: ${then} then, ${now} now`, undefined, '    ')}`,
    ),
  ].join('\n');
}

/** @throws {InvalidDataError} when it is no decision, or its facts have values that are no answers */
function readDecision(json: unknown): OldDecision {
  const decision = object(json, '');
  const phase = object(decision['phase'], 'phase');
  const edition = object(decision['edition'], 'edition');
  const { findings } = decision;
  if (!Array.isArray(findings)) return refuse('findings', findings, 'a list');
  return {
    outcome: text(decision['outcome'], 'outcome') as Decision['outcome'],
    phase: { id: text(phase['id'], 'phase.id'), name: '' },
    edition: {
      schoolYear: text(edition['schoolYear'], 'edition.schoolYear'),
      hub: edition['hub'] === null ? null : text(edition['hub'], 'edition.hub'),
      version: text(edition['version'], 'edition.version'),
    },
    facts: factsFrom(decision['facts']) as Decision['facts'],
    findings: findings.map((each: unknown, index) => {
      const at = `findings[${index}]`;
      const { id, statement, finding: found } = object(each, at);
      return {
        id: text(id, `${at}.id`),
        finding: found,
        ...(typeof statement === 'string' ? { statement } : {}),
      };
    }),
  };
}

function object(value: unknown, path: string): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : refuse(path, value, 'an object');
}

function text(value: unknown, path: string): string {
  return typeof value === 'string' ? value : refuse(path, value, 'a text');
}

function refuse(path: string, found: unknown, expected: string): never {
  throw new InvalidDataError('decision', [
    { path, found: found === undefined ? 'nothing' : JSON.stringify(found), expected, remedy: SHAPE },
  ]);
}
