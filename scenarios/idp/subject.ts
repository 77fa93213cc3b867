/** The identity provider under test, as its user describes it. */
export interface Subject {
  readonly discoveryUrl: string;
  /** Client of an administrator that may register clients; with `secret` it uses `client_secret_basic`. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scope?: string;
  /** A static initial access token (RFC 7591 §3). */
  readonly initialAccessToken?: string;
  /** A second client of the administrator that may not register clients, for the rules of least privilege. */
  readonly secondClientId?: string;
  readonly secondClientSecret?: string;
  /** APIM's template of the secret renewal address, `{#client_id}` in it is replaced, and its method. */
  readonly renewEndpoint?: string;
  readonly renewMethod?: 'POST' | 'PUT' | 'PATCH';
  /** Someone who can sign in at the IdP. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Consent to cases that send many requests at once. */
  readonly load?: boolean;
  /** PEM of the authority that the IdP's certificate is from. */
  readonly ca?: string;
  /** An address of this machine at which the IdP can reach a listener of the harness. */
  readonly canaryHost?: string;
}

/** Secrets of the subject, which nothing that is written may show. */
export const secretsOf = (subject: Subject): string[] =>
  [subject.clientSecret, subject.initialAccessToken, subject.secondClientSecret, subject.user?.password].filter(
    (secret) => secret !== undefined,
  );
