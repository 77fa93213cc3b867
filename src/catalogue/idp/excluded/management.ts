/** Rows about read, update and deletion that no case can observe, each with the reason. */
export const excludedManagement: readonly { readonly id: string; readonly because: string }[] = [
  { id: 'IG-17', because: 'needs a restart of the IdP, and a day between two requests' },
  {
    id: 'IU-20',
    because: 'whether a change of jwks_uri or of a certificate is allowed is a policy that no answer names',
  },
];
