/** Abilities of an identity provider that a case may depend on. */
export const capabilities = {
  registration: 'a registration endpoint that takes a client',
  oidc: 'OpenID Connect, not OAuth alone',
  registrar: 'a token for the registration endpoint',
  'reserved-characters': 'a client id or secret that form-encoding changes',
  protected: 'registration only with a token',
  open: 'registration without a token',
  'cc-token': 'a token from the client credentials grant',
  iat: 'a static initial access token',
  'mgmt-pair': 'registration_client_uri and registration_access_token',
  'mgmt-read': 'reading a client (RFC 7592 §2.1)',
  'mgmt-update': 'updating a client (RFC 7592 §2.2)',
  'mgmt-delete': 'deleting a client (RFC 7592 §2.3)',
  rotate: 'a new registration access token at every update',
  renew: 'renewal of a client secret',
  introspection: 'token introspection (RFC 7662)',
  revocation: 'token revocation (RFC 7009)',
  'api-scope': 'a scope for an API among the scopes that are published',
  'refresh-token': 'a refresh token for a Web client',
  implicit: 'the implicit flow',
  'admin-scope': 'a scope that opens registration',
  pairwise: 'pairwise subject identifiers',
  'software-statement': 'software statements (RFC 7591 §2.3)',
  user: 'a test user who can sign in in a browser',
  'second-client': 'a second client of the administrator, without the scope',
  canary: 'a listener of the harness that the IdP can reach',
  load: 'consent to many requests at once (--load)',
} as const;

export type CapabilityName = keyof typeof capabilities;

/** Whether an ability is there, and the sentence that shows it. */
export interface Finding {
  readonly has: boolean;
  readonly proof: string;
}

/** What is known of the IdP's abilities so far. */
export interface Abilities {
  grant: (name: CapabilityName, proof: string) => void;
  deny: (name: CapabilityName, proof: string) => void;
  finding: (name: CapabilityName) => Finding | undefined;
  all: () => readonly (Finding & { readonly name: CapabilityName })[];
}

export function startAbilities(): Abilities {
  const known = new Map<CapabilityName, Finding>();
  return {
    grant: (name, proof) => void known.set(name, { has: true, proof }),
    deny: (name, proof) => void known.set(name, { has: false, proof }),
    finding: (name) => known.get(name),
    all: () => [...known].map(([name, finding]) => ({ name, ...finding })),
  };
}
