/** Rows of the rule book that the client has no switch for, by reason. */
const table: Readonly<Record<string, readonly string[]>> = {
  'needs an identity provider with TLS': ['D-19', 'H-52', 'X-01', 'X-02', 'X-03', 'X-04', 'X-05', 'X-06', 'X-07'],
  'needs an identity provider at an IPv6 address': ['D-28'],
  'is about a feature that the client does not have, not about one that is wrong': ['T-25', 'M-26', 'S-04'],
  'needs a page in a browser': ['H-27', 'S-14', 'X-09', 'X-24'],
  'needs people with different roles': ['H-57', 'S-16', 'X-26', 'M-32'],
  'needs a subscription to an API and a gateway': ['H-56', 'S-15'],
  'needs an administrator who changes the client at the identity provider': ['M-24'],
  'needs more than one provider, which the client does not have': ['M-33', 'M-34', 'X-27'],
  'needs a request to an address inside the network, which no recorder sees': ['X-16', 'X-17', 'X-18'],
  'needs the logs of the product': ['X-10', 'X-23'],
  'needs the database, the audit or the traces of the product': ['X-11', 'X-13', 'X-14'],
  'needs a REST API of the product': ['X-15', 'X-25', 'X-29'],
  'is a limit for people who do too much, and no single request is wrong': ['X-30'],
  'is about the identity provider': ['X-28'],
};

export interface UnswitchedRow {
  readonly row: string;
  /** Continues "the row". */
  readonly reason: string;
}

export const unswitched: readonly UnswitchedRow[] = Object.entries(table).flatMap(([reason, rows]) =>
  rows.map((row) => ({ row, reason })),
);
