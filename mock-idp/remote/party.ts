import type { AdminClient, RegisteredClient } from '../api.ts';

/** What a driver can do at its IdP for one story. The recorder in front of it is the same for all of them. */
export interface RemoteParty extends AsyncDisposable {
  /** Where the IdP's metadata is, by its own address. */
  readonly discoveryUrl: string;
  /** A client that may get a token which opens registration; one that was given, where none can be made. */
  createAdminClient(wanted: Partial<AdminClient>): Promise<AdminClient>;
  createInitialAccessToken(): Promise<string>;
  /** null: this IdP cannot be asked. */
  clients(): Promise<RegisteredClient[] | null>;
}
