/** How binding a rule is: the keyword of the specification (RFC 2119), or where the rule comes from when there is none. */
export const levels = ['MUST', 'SHOULD', 'MAY', 'BCP', 'INTEROP', 'SEC'] as const;
export type Level = (typeof levels)[number];

/**
 * Which specifications are in force where two disagree. `oauth`: RFC 7591, 7592, 6749, 6750. `oidc`: also OpenID Connect
 * Discovery and Dynamic Client Registration 1.0. `bcp`: also RFC 9700 and RFC 8252. `gravitee`: what Gravitee's tutorial
 * and Access Management agree on (scope `dcr_admin`, the product's own application types).
 */
export const profiles = ['oauth', 'oidc', 'bcp', 'gravitee'] as const;
export type Profile = (typeof profiles)[number];

/** Levels whose breach is a failure; a breach of any other is a warning. A MUST and a leak of a secret always fail. */
const failing: Record<Profile, readonly Level[]> = {
  oauth: ['MUST', 'SEC'],
  oidc: ['MUST', 'SEC'],
  bcp: ['MUST', 'SEC', 'BCP'],
  gravitee: ['MUST', 'SEC'],
};

/** `strict` turns every warning into a failure, but for a MAY. */
export function severityOf(level: Level, profile: Profile, strict: boolean): 'fail' | 'warn' {
  if (strict && level !== 'MAY') return 'fail';
  return failing[profile].includes(level) ? 'fail' : 'warn';
}
