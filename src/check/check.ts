import type { Finding } from './finding.ts';
import type { Level, Profile } from './level.ts';

/** A section of a specification, with the link a reader can follow. Made by the functions in `catalogue/specs.ts`. */
export interface SpecRef {
  /** `RFC 7591` */
  readonly document: string;
  /** `2`, `3.2.1`; empty when the rule is not from one section. */
  readonly section: string;
  readonly title: string;
  readonly url: string;
}

/** A change of a good recording that exactly this check must turn red. */
export interface Mutant<Record> {
  /** What the wrong client does: "sends the scope as a JSON array". */
  readonly says: string;
  readonly change: (good: Record) => Record;
}

/** Where specifications disagree, and what each profile takes for right. */
export interface Disagreement {
  readonly topic: string;
  readonly says: Readonly<Record<Profile, string>>;
}

/** One rule, as data. `Seen` is what it reads, `Record` what its mutant changes, `Need` the names of what can be observed. */
export interface Check<Seen, Record, Need extends string> {
  readonly id: string;
  readonly slug: string;
  /** Present tense, says what a good product does. */
  readonly title: string;
  readonly spec: readonly [SpecRef, ...SpecRef[]];
  readonly level: Level;
  /** The level where a profile makes it another one. */
  readonly levelIn?: Partial<{ readonly [P in Profile]: Level }>;
  readonly profiles: readonly Profile[];
  /** What must have been observed; otherwise the verdict is `not-observed`. */
  readonly needs: readonly Need[];
  /** One sentence on why a breach matters to the user; shown as `because`. */
  readonly why: string;
  /** One sentence quoted from the specification. */
  readonly quote?: string;
  readonly judge: (seen: Seen, profile: Profile) => Finding;
  readonly mutant: Mutant<Record>;
  /** Set when the specifications of the profiles disagree on the rule. */
  readonly disagreement?: Disagreement;
  /** Other checks that this mutant also turns red, because the same wrong byte breaks two rules. */
  readonly related?: readonly string[];
}
