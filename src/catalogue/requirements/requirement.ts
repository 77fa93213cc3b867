import type { Level, Profile } from '../../check/level.ts';
import type { CatalogueCheck } from '../define.ts';

/** What a release promised of one check. */
export interface Requirement {
  readonly id: string;
  readonly slug: string;
  readonly level: Level;
  readonly levelIn?: Partial<Readonly<Record<Profile, Level>>>;
  readonly profiles: readonly Profile[];
  /** `RFC 7591 §2`; the name of the document alone where a rule is not from one section. */
  readonly spec: readonly string[];
}

/** What is promised of a check as it stands. */
export const requirementOf = ({ id, slug, level, levelIn, profiles, spec }: CatalogueCheck): Requirement => ({
  id,
  slug,
  level,
  ...(levelIn && { levelIn }),
  profiles,
  spec: spec.map(({ document, section }) => (section === '' ? document : `${document} §${section}`)),
});
