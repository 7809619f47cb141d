import type { Quantity, Source, SourceId, Sourced, Unit } from '../evidence/index.js';
import type { FactDefinition } from '../rules/index.js';
import type { AuthoredEdition, AuthoredPhase } from './authored.js';
import type { LinkedProject, Requirement, SpecialistTerms } from './edition.js';

/** Every source by id. */
export type SourceTable = Readonly<Record<SourceId, Source>>;

/** A statement in our own words, with the evidence behind it. */
export type Statement = Sourced<string>;

/** A named set of ideas. Two sets are both called "Five Big Ideas"; their ids tell them apart. */
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

/** A person who leads or takes part, and what the sources say of the role. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** The shape that the programme had in some years. */
export interface ProgrammeModel {
  /** `2016/17 to 2017/18`; null for a shape whose years no source states. */
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

/** A kind of resource or case study that schools are pointed to. */
export interface ResourceKind {
  readonly id: string;
  readonly kind: 'materials' | 'research' | 'case-studies' | 'video' | 'audio-and-articles';
  readonly description: Statement;
}

/** What specialists of a school year were told; a term that is absent is unknown. */
export interface SpecialistYear {
  readonly schoolYear: string;
  readonly terms: Partial<SpecialistTerms>;
}

/** A phase of the secondary programme, or what stands beside the phases, as one year's sources tell it. */
export interface SecondaryPhase {
  readonly id: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** What is evidenced of the secondary programme in a school year; null for pages that show none. */
export interface SecondaryYear {
  readonly schoolYear: string | null;
  readonly phases: readonly SecondaryPhase[];
}

/** What holds of the programme as a whole, beside the editions. */
export interface ProgrammeFacts {
  readonly mastery: Statement;
  readonly about: readonly Statement[];
  readonly models: readonly ProgrammeModel[];
  /** The five key areas of Mastery Readiness. */
  readonly readinessAreas: IdeaSet;
  /** The Five Big Ideas of teaching for mastery: a different five. */
  readonly bigIdeas: IdeaSet;
  /** Longer lists of foundations that hubs publish; not the five key areas. */
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
  /** What inspectors wrote of one school, as a hub quotes it. */
  readonly impact: readonly Statement[];
  readonly evaluations: readonly Statement[];
  /** Newest first; evidence without a year comes last. A year that is not here has none. */
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
 * what someone aimed at, or one hub's own figure. Kinds never share a series.
 */
export type StatisticKind = 'cumulative' | 'annual' | 'active' | 'aim' | 'local';

/** An amount, also of hubs and of institutions after 16, which no term of a phase counts. */
export interface StatisticQuantity extends Omit<Quantity, 'unit'> {
  readonly unit: Unit | 'hub' | 'institution';
}

/** A figure about the programme, with its unit, its source and the time it speaks of. */
export interface Statistic extends Sourced<StatisticQuantity> {
  readonly id: string;
  readonly measure: string;
  readonly kind: StatisticKind;
  /** The time it speaks of: `2023/24`, `September 2020`; null when its source shows none. */
  readonly asAt: string | null;
}

/** Every figure about the programme, and the sources that they cite. */
export interface StatisticFacts {
  readonly statistics: readonly Statistic[];
  readonly sources: SourceTable;
}

/** Evidence whose year is not known: shown as undated, never part of a rule or a total. */
export interface UndatedEvidence {
  readonly id: string;
  readonly title: string;
  /** Why no year can be given. */
  readonly why: string;
  /** Years that the evidence suggests and does not state. */
  readonly probableYears: readonly string[];
  readonly phases: readonly Omit<AuthoredPhase, 'requirements'>[];
  readonly statements: readonly Statement[];
}

/** What documents without a date say of the programme; never used for a year's terms. */
export interface UndatedFacts {
  readonly evidence: readonly UndatedEvidence[];
  readonly sources: SourceTable;
}

/** The two programmes of teaching for mastery. */
export type Programme = 'primary' | 'secondary';

/** The secondary programme as far as it is evidenced: an edition a year, and what no source dates. */
export interface SecondaryFacts {
  /** Earliest first; a year that is not here has no evidence. */
  readonly editions: readonly AuthoredEdition[];
  readonly undated: readonly UndatedEvidence[];
  readonly sources: SourceTable;
}

/** Who may join what stands beside the phases of a school year: a linked project, or the training of specialists. */
export interface WiderRules {
  /** What these rules ask beside the facts about a school: they are asked only where these rules are. */
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
  /** What is said of the training of primary specialists as a whole. */
  readonly specialistTraining: readonly Statement[];
  readonly specialistYears: Readonly<Record<Programme, readonly SpecialistYear[]>>;
  readonly sources: SourceTable;
}
