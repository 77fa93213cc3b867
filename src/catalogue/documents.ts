import type { SpecRef } from '../check/check.ts';

/** Makes the function that refers to the sections of one RFC. A section that is not listed is a type error. */
export const rfc =
  <Section extends string>(number: number, title: string, sections: Record<Section, string>) =>
  (section: Section): SpecRef => ({
    document: `RFC ${number}`,
    section,
    title: `${title}: ${sections[section]}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#${anchorOf(section)}`,
  });

/** The RFC editor's anchors: `section-3.2.1`, `appendix-B`. */
const anchorOf = (section: string) => (/^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`);

/** The same for an OpenID specification, whose anchors are names: `[title, anchor]` by section. */
export const openid =
  <Section extends string>(
    document: string,
    page: string,
    sections: Record<Section, readonly [title: string, anchor: string]>,
  ) =>
  (section: Section): SpecRef => ({
    document,
    section,
    title: sections[section][0],
    url: `https://openid.net/specs/${page}.html#${sections[section][1]}`,
  });
