import type { Quantity, Source, SourceId, Sourced, Unit } from '../evidence/index.js';
import type { FactDefinition } from '../rules/index.js';
import type { AuthoredEdition, AuthoredPhase } from './authored.js';
import type { LinkedProject, Requirement, SpecialistTerms } from './edition.js';

/** Every source by id. */
export type SourceTable = Readonly<Record<SourceId, Source>>;

/** A statement in our own words, with the evidence behind it. */
export type Statement = Sourced<string>;

/** A named set of ideas. Two sets are called "Five Big Ideas", with different ids. */
export interface IdeaSet {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly ideas: Sourced<readonly Idea[]>;
}

/** One of the five big ideas, or another idea that teaching for mastery names. */
export interface Idea {
  readonly id: string;
  readonly name: string;
  /** What it means, in a sentence of our own. */
  readonly means?: string;
  /** A question of our own that a teacher might ask a class. */
  readonly question?: string;
}

/** Someone who leads or takes part, and what the sources say about the role. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** How the programme was organised in some years. */
export interface ProgrammeModel {
  /** `2016/17 to 2017/18`; null if no source states the years. */
  readonly years: string | null;
  readonly model: Statement;
}

/** A linked project, and the school year of the evidence. */
export interface DatedProject extends LinkedProject {
  readonly schoolYear: string | null;
}

/** A project code as its year printed it. Numbers move between years: none carries over. */
export interface ProjectCode {
  readonly schoolYear: string;
  readonly code: string;
  readonly project: string;
  readonly source: readonly SourceId[];
  readonly basis: 'stated' | 'derived';
}

/** A kind of resource or case study for schools. */
export interface ResourceKind {
  readonly id: string;
  readonly kind: 'materials' | 'research' | 'case-studies' | 'video' | 'audio-and-articles';
  readonly description: Statement;
}

/** A school year's terms for specialists; an absent term is unknown. */
export interface SpecialistYear {
  readonly schoolYear: string;
  readonly terms: Partial<SpecialistTerms>;
}

/** A phase of the secondary programme, or an offer outside the phases, according to one year's sources. */
export interface SecondaryPhase {
  readonly id: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** The evidence on the secondary programme in a school year; null for pages that show none. */
export interface SecondaryYear {
  readonly schoolYear: string | null;
  readonly phases: readonly SecondaryPhase[];
}

/** Facts about the programme as a whole, in addition to the editions. */
export interface ProgrammeFacts {
  readonly mastery: Statement;
  readonly about: readonly Statement[];
  readonly models: readonly ProgrammeModel[];
  /** The five key areas of Mastery Readiness. */
  readonly readinessAreas: IdeaSet;
  /** The Five Big Ideas of teaching for mastery: a different five. */
  readonly bigIdeas: IdeaSet;
  /** Hubs' longer lists of foundations; not the five key areas. */
  readonly foundations: readonly IdeaSet[];
  /** How the two fives differ. */
  readonly twoFives: Statement;
  /** What a Work Group does. */
  readonly workGroup: readonly Statement[];
  readonly outcomes: readonly Statement[];
  readonly roles: readonly Role[];
  readonly specialistYears: readonly SpecialistYear[];
  readonly specialistTraining: readonly Statement[];
  readonly report2019: {
    /** Who worked on it. */
    readonly team: Statement;
    readonly findings: readonly Statement[];
    readonly challenges: readonly Statement[];
  };
  /** What inspectors wrote about one school, as quoted by a hub. */
  readonly impact: readonly Statement[];
  readonly evaluations: readonly Statement[];
  /** Newest first; evidence without a year comes last. A year without an entry has none. */
  readonly secondaryYears: readonly SecondaryYear[];
  readonly linkedProjects: readonly DatedProject[];
  readonly projectCodes: readonly ProjectCode[];
  readonly resources: readonly ResourceKind[];
  readonly support: readonly Statement[];
  readonly money: readonly Statement[];
  readonly applying: readonly Statement[];
  readonly privacy: readonly Statement[];
  readonly sources: SourceTable;
}

/**
 * What a statistic counts: everyone so far, those of one year, those active on a day,
 * an aim, or one hub's own figure. Kinds never share a series.
 */
export type StatisticKind = 'cumulative' | 'annual' | 'active' | 'aim' | 'local';

/** An amount; unlike a phase's terms, also of hubs and of post-16 institutions. */
export interface StatisticQuantity extends Omit<Quantity, 'unit'> {
  readonly unit: Unit | 'hub' | 'institution';
}

/** A figure about the programme, with its unit, its source and its date. */
export interface Statistic extends Sourced<StatisticQuantity> {
  readonly id: string;
  readonly measure: string;
  readonly kind: StatisticKind;
  /** Its date or year: `2023/24`, `September 2020`; null when its source shows none. */
  readonly asAt: string | null;
}

/** Every figure about the programme, and the sources that they cite. */
export interface StatisticFacts {
  readonly statistics: readonly Statistic[];
  readonly sources: SourceTable;
}

/** Evidence without a known year: shown as undated, never part of a rule or a total. */
export interface UndatedEvidence {
  readonly id: string;
  readonly title: string;
  /** Why no year can be given. */
  readonly why: string;
  /** Years that the evidence suggests but does not state. */
  readonly probableYears: readonly string[];
  readonly phases: readonly Omit<AuthoredPhase, 'requirements'>[];
  readonly statements: readonly Statement[];
}

/** What undated documents say about the programme; never used for a year's terms. */
export interface UndatedFacts {
  readonly evidence: readonly UndatedEvidence[];
  readonly sources: SourceTable;
}

/** The two programmes of teaching for mastery. */
export type Programme = 'primary' | 'secondary';

/** The evidence on the secondary programme: an edition per year, and what is undated. */
export interface SecondaryFacts {
  /** Earliest first; a missing year has no evidence. */
  readonly editions: readonly AuthoredEdition[];
  readonly undated: readonly UndatedEvidence[];
  readonly sources: SourceTable;
}

/** Who may join a school year's offers outside the phases: a linked project, or the training of specialists. */
export interface WiderRules {
  /** Facts that only these rules ask for, in addition to those about a school. */
  readonly facts: readonly FactDefinition[];
  readonly linked: readonly {
    readonly schoolYear: string;
    /** Id of a linked project of that year's edition. */
    readonly project: string;
    readonly requirements: readonly Requirement[];
  }[];
  readonly specialists: readonly {
    readonly schoolYear: string;
    readonly programme: Programme;
    readonly requirements: readonly Requirement[];
  }[];
  /** Statements about the training of primary specialists as a whole. */
  readonly specialistTraining: readonly Statement[];
  readonly specialistYears: Readonly<Record<Programme, readonly SpecialistYear[]>>;
  readonly sources: SourceTable;
}
