/** A row of the rule book that is no check, and why. */
export interface ExcludedRow {
  readonly id: string;
  readonly slug: string;
  readonly reason: string;
}

const row = (id: string, slug: string, reason: string): ExcludedRow => ({ id, slug, reason });

const handshake = 'a refused TLS handshake is no exchange: nothing of it reaches the recorder';
const unseenAddress = 'a request to an address inside the network of the product does not reach the recorder';

/** Rows about a registering client that no recording can decide, passively or after a stimulus. */
export const excluded: readonly ExcludedRow[] = [
  row('D-26', 'metadata-charset', 'no text of the metadata comes back: the product neither shows nor sends one'),
  row('T-25', 'token-vendor-parameters', 'whether a product has a setting cannot be read from its traffic'),
  row(
    'R-32',
    'software-statement-is-signed',
    'a software statement is a credential: the recorder hashes it before a rule could read whether it is signed',
  ),
  row('M-02', 'update-with-registration-token', 'the same rule as Q-04'),
  row(
    'M-04',
    'client-id-not-from-caller',
    'on the wire it is M-03: the client_id of an update is the one that was issued',
  ),
  row('M-07', 'update-with-issued-secret', 'the same rule as Q-05'),
  row('M-13', 'rotated-token-used', 'the same rule as Q-04'),
  row('M-23', 'read-with-registration-token', 'the same rule as Q-04'),
  row('S-04', 'renewal-template-injection', 'what a template of the administrator can run happens inside the product'),
  row('S-05', 'renewal-with-registration-token', 'the same rule as Q-04'),
  row('S-10', 'rotated-token-used-for-renewal', 'the same rule as Q-04'),
  row(
    'S-15',
    'old-secret-unused',
    'a subscription holds the client id and no secret: that the old secret dies is up to the identity provider',
  ),
  row('X-03', 'certificate-for-another-name', handshake),
  row('X-04', 'untrusted-certificate', handshake),
  row('X-05', 'private-authority', handshake),
  row('X-06', 'trust-all-warned', 'whether a page warns of a setting cannot be read from the traffic'),
  row('X-07', 'client-certificate', 'the same rule as T-32'),
  row('X-11', 'no-token-in-audit', 'the audit of the product is no part of a recording'),
  row('X-13', 'no-secret-in-storage', 'the database of the product is no part of a recording'),
  row('X-14', 'no-token-in-traces', 'metrics and traces of the product are no part of a recording'),
  row('X-17', 'no-second-hop-inside', unseenAddress),
  row('X-18', 'management-uri-inside', `the same rule as M-29; ${unseenAddress}`),
  row('X-19', 'redirect-drops-authorization', 'the same rule as T-26 and H-51'),
  row('X-22', 'quotes-in-a-name', 'what such a name does to the body of a registration is R-04, R-15 and R-45'),
  row(
    'X-23',
    'no-forged-log-lines',
    'a log is searched for secrets only; what a line of it pretends, its reader has to judge',
  ),
  row('X-28', 'client-secret-randomness', 'the identity provider makes the secrets, not the registering client'),
  row('P-08', 'cluster-cache', 'a recording does not tell the nodes of the product apart'),
  row(
    'Q-09',
    'secret-shown-where-allowed',
    'a recording keeps pictures of pages, not their text, so that a secret on a page cannot leave with it',
  ),
];
