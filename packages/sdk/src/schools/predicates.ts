import {
  authoritiesOutsideEngland,
  englishAuthorities,
  groupStateFunded,
  phaseIds,
  regionInEngland,
  statusOpen,
  typeRules,
} from '../generated/gias.js';
import { row, type Provision, type SchoolPhase } from './codes.js';
import type { GiasSchool } from './school.js';

/** Any part of a GIAS row. Missing means unknown. */
export type GiasRow = Partial<GiasSchool>;

/** Null: this row does not say. */
export type Known = boolean | null;

/**
 * Open: status 1 (open) and 3 (open, but proposed to close: it teaches today).
 * Not open: 2 (closed) and 4 (proposed to open). The Department's services disagree on 4: those that register people
 * before opening count it, the early career framework service does not. We do not: teachers take part from
 * classrooms that a proposed school does not have yet, and its entry may change or be withdrawn.
 * @source GIAS code table; Department for Education, npq-registration, early-careers-framework
 */
export function isOpen({ statusCode }: GiasRow): Known {
  return row(statusOpen, statusCode) ?? null;
}

const english = new Set<string>(englishAuthorities.split(' '));

/**
 * In England: the school's local authority is or was an English one. The nation's name is not used, as GIAS
 * often leaves it out. Not in England: Welsh authorities, and those that GIAS made for offshore, overseas and
 * service schools (000, 702, 704, 708), even where such a school has an English postcode. For an authority
 * newer than our table the district's GSS code decides, else the region; GIAS's 9999 decides nothing,
 * though the early career framework service counts it as England.
 * @source Department for Education, local authority codes (April 2026); npq-registration
 */
export function isInEngland({ laCode, districtCode, regionCode }: GiasRow): Known {
  if (laCode) {
    if (english.has(laCode)) return true;
    if (authoritiesOutsideEngland.some(([from, to]) => from <= laCode && laCode <= to)) return false;
  }
  if (districtCode) return districtCode.startsWith('E');
  return row(regionInEngland, regionCode) ?? null;
}

/**
 * State-funded: maintained by an authority, an academy or a free school; a college; a state special school,
 * non-maintained ones included; and city technology colleges, which GIAS files under independent schools.
 * Not: independent schools, independent special schools, universities.
 * Unknown: types on which the Department's services disagree (secure units, special post-16 institutions)
 * or which say nothing about funding. Each type's reason is in `data/gias.json`.
 * For a type newer than our table its group decides.
 * @source Department for Education, claim-additional-payments-for-teaching and three others
 */
export function isStateFunded({ typeCode, typeGroupCode }: GiasRow): Known {
  const rule = row(typeRules, typeCode);
  return rule ? rule.stateFunded : (row(groupStateFunded, typeGroupCode) ?? null);
}

/** GIAS's phase of education; null if the row has none. */
export function schoolPhaseOf({ phaseCode }: GiasRow): SchoolPhase | null {
  return row(phaseIds, phaseCode) ?? null;
}

/**
 * Has primary classes: phase primary, middle deemed primary, and all-through (it has a primary part, though
 * the NPQ service does not count it). Where the phase is "not applicable", as for special schools and
 * pupil referral units, by ages: it takes children of 10 or younger and keeps some to 5 or older.
 * Unknown: a middle school deemed secondary, which the law counts as secondary though it may
 * teach Years 5 and 6. Not: nursery schools, secondary, 16 plus.
 * @source GIAS code table; Department for Education, npq-registration, schools-experience
 */
export function teachesPrimary(school: GiasRow): Known {
  switch (schoolPhaseOf(school)) {
    case 'primary':
    case 'middle-deemed-primary':
    case 'all-through':
      return true;
    case 'nursery':
    case 'secondary':
    case '16-plus':
      return false;
    case 'not-applicable':
      return spans(school, (low, high) => low <= 10 && high >= 5);
    case 'middle-deemed-secondary':
    case null:
      return null;
  }
}

/**
 * Has classes of Year 7 to Year 11: phase secondary, middle deemed secondary, all-through; where the phase is
 * "not applicable", by ages: it keeps some beyond 11 (the claims service's test) and admits them before 16.
 * Unknown: a middle school deemed primary. Not: nursery, primary, 16 plus.
 * @source GIAS code table; Department for Education, claim-additional-payments-for-teaching
 */
export function teachesSecondary(school: GiasRow): Known {
  switch (schoolPhaseOf(school)) {
    case 'secondary':
    case 'middle-deemed-secondary':
    case 'all-through':
      return true;
    case 'nursery':
    case 'primary':
    case '16-plus':
      return false;
    case 'not-applicable':
      return spans(school, (low, high) => low < 16 && high > 11);
    case 'middle-deemed-primary':
    case null:
      return null;
  }
}

/**
 * Special schools, alternative provision (pupil referral units and their academies), else mainstream.
 * Null for anything else: colleges of further education, secure settings, schools abroad.
 * @source GIAS establishment types
 */
export function provisionOf({ typeCode }: GiasRow): Provision | null {
  return row(typeRules, typeCode)?.provision ?? null;
}

function spans({ lowAge, highAge }: GiasRow, test: (low: number, high: number) => boolean): Known {
  if (lowAge === null || lowAge === undefined || highAge === null || highAge === undefined) return null;
  return test(lowAge, highAge);
}
