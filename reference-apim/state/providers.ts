/** A row of the provider table, with the names of the REST API. `scopes` is in the order in which it was given. */
export interface Provider {
  id: string;
  name: string;
  description?: string | undefined;
  discovery_endpoint: string;
  initial_access_token_type: 'CLIENT_CREDENTIALS' | 'INITIAL_ACCESS_TOKEN';
  client_id?: string | undefined;
  client_secret?: string | undefined;
  scopes?: string[] | undefined;
  initial_access_token?: string | undefined;
  renew_client_secret_support: boolean;
  renew_client_secret_endpoint?: string | undefined;
  renew_client_secret_method?: string | undefined;
  software_id?: string | undefined;
  trust_store?: unknown;
  key_store?: unknown;
  created_at: number;
  updated_at: number;
}
