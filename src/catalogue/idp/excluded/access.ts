/** Rows of discovery, the token endpoint and who may register that no check covers, and why. */
export const accessExcluded = [
  {
    id: 'ID-23',
    because: 'CORS matters to registrants in a browser alone; an API manager registers from its server',
  },
  { id: 'IA-05', because: 'a token that has expired takes its whole life, often an hour, to come by' },
  {
    id: 'IA-12',
    because: 'it is the other half of IA-11: given one, every registration of a run uses it and IR-01 judges it',
  },
  { id: 'IA-13', because: 'needs an initial access token with a counter that the administrator gives away' },
  { id: 'IA-14', because: 'needs the tokens of a user who signed in' },
  { id: 'IA-15', because: 'needs a second tenant of the IdP, with a client there' },
  {
    id: 'IA-17',
    because: 'would flood an open endpoint with thirty clients, which nobody can delete where there is no pair',
  },
  { id: 'IA-18', because: 'needs a policy that the administrator sets up to refuse the harness' },
  { id: 'IA-19', because: 'would send a token in the clear; ID-15 sees that the address is https' },
] as const;
