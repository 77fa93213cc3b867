import type { Disagreement } from '../check/check.ts';
import type { CatalogueCheck } from './define.ts';

interface Topic extends Disagreement {
  /** The checks whose verdict depends on it, or would in another reading. */
  readonly checks: readonly [string, ...string[]];
}

/** What a profile says that takes the side of OpenID Connect without a word of its own. */
const asConnect = <Says extends { readonly oauth: string; readonly oidc: string }>(says: Says) => ({
  bcp: says.oidc,
  gravitee: says.oidc,
  ...says,
});

/** Where RFC 7591 and 7592 and OpenID Connect Dynamic Client Registration 1.0 (errata 2) disagree, and what each profile judges. */
export const disagreements: readonly Topic[] = [
  {
    topic: 'redirect_uris of a client without a redirect flow',
    checks: ['RT-03', 'RT-08'],
    says: asConnect({
      oauth: 'redirect_uris is needed only for redirect flows (RFC 7591 §2)',
      oidc: 'redirect_uris is always required (OpenID Connect DCR §2)',
      gravitee:
        'an empty redirect_uris is expected for Backend to Backend: its servers refuse a body without the member',
    }),
  },
  {
    topic: 'values of application_type',
    checks: ['R-25', 'RT-05', 'RT-20'],
    says: asConnect({
      oauth: 'application_type is not defined: any value may be ignored (RFC 7591 §2)',
      oidc: 'application_type is web or native (OpenID Connect DCR §2)',
      gravitee: 'the product’s own types browser and backend_to_backend are allowed',
    }),
  },
  {
    topic: 'status of a registration',
    checks: ['H-02'],
    says: asConnect({
      oauth: 'the server answers 201 (RFC 7591 §3.2.1)',
      oidc: 'the server should answer 201 (OpenID Connect DCR §3.2)',
    }),
  },
  {
    topic: 'registration_client_uri and registration_access_token',
    checks: ['H-28', 'H-29', 'M-19'],
    says: asConnect({
      oauth: 'both are required where RFC 7592 is offered, else neither (RFC 7592 §3)',
      oidc: 'they are optional, but both or neither (OpenID Connect DCR §3.2)',
    }),
  },
  {
    topic: 'the pair in an answer to a read or an update',
    checks: ['M-14'],
    says: asConnect({
      oauth: 'each answer repeats the pair (RFC 7592 §3)',
      oidc: 'a read answer need not repeat the pair unless it changed (OpenID Connect DCR §4.3)',
    }),
  },
  {
    topic: 'answer about a client that does not exist',
    checks: ['M-27'],
    says: asConnect({
      oauth: 'the server answers 401 (RFC 7592 §2.3)',
      oidc: 'the server answers 401 and never 404 (OpenID Connect DCR §4.4)',
    }),
  },
  {
    topic: 'update and deletion of a client',
    checks: ['M-01', 'M-03', 'M-05', 'M-25'],
    says: asConnect({
      oauth: 'RFC 7592, which is experimental, defines both (§2.2, §2.3)',
      oidc: 'neither is defined: what RFC 7592 says is judged where the product does it',
    }),
  },
  {
    topic: 'Cache-Control of an answer with a secret',
    checks: ['X-15'],
    says: asConnect({
      oauth:
        'no-store is required in answers with tokens or credentials (RFC 6749 §5.1); RFC 7591 has it in examples only',
      oidc: 'no-store stands in examples only (OpenID Connect DCR §3.2)',
      bcp: 'no-store is required in answers with tokens or credentials (RFC 6749 §5.1)',
    }),
  },
  {
    topic: 'https redirect URIs of a native application',
    checks: ['RT-21'],
    says: asConnect({
      oauth: 'a claimed https address is allowed (RFC 7591 §5)',
      oidc: 'only a custom scheme or a loopback address (OpenID Connect DCR §2, errata 2)',
      bcp: 'a claimed https address is allowed and preferred (RFC 8252 §7.2)',
    }),
  },
];

const byCheck = new Map(
  disagreements.flatMap(({ checks, topic, says }) => checks.map((id) => [id, { topic, says }] as const)),
);

/** The check with the disagreement that it is about, where there is one. */
export function withDisagreement(check: CatalogueCheck): CatalogueCheck {
  const disagreement = byCheck.get(check.id);
  return disagreement === undefined ? check : { ...check, disagreement };
}
