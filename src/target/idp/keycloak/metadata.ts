/** Keycloak's switches, and the grant type that each stands for (RFC 7591 §2). */
const grants: Readonly<Record<string, string>> = {
  standardFlowEnabled: 'authorization_code',
  implicitFlowEnabled: 'implicit',
  directAccessGrantsEnabled: 'password',
  serviceAccountsEnabled: 'client_credentials',
};

/** A client in the words of RFC 7591. What has no word there stays under Keycloak's own name. */
export function toMetadata(client: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { clientId, name, redirectUris, ...rest } = client;
  return {
    ...rest,
    client_id: clientId,
    ...(name !== undefined && { client_name: name }),
    redirect_uris: redirectUris ?? [],
    grant_types: Object.entries(grants)
      .filter(([member]) => client[member] === true)
      .map(([, grant]) => grant),
  };
}
