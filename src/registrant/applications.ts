import type { Application } from './api.ts';
import type { Conduct } from './conduct.ts';
import { textIn } from './metadata.ts';
import { refusal } from './refusal.ts';
import type { Registration, Wanted } from './registration.ts';

/** An application that was asked for; without a registration it was refused. */
export interface Entry {
  readonly id: string;
  readonly wanted: Wanted;
  readonly registration: Registration | undefined;
  readonly message: string | undefined;
}

export type Registered = Entry & { readonly registration: Registration };

/** The applications of the product, the oldest first. */
export interface Applications {
  readonly keep: (entry: Entry) => Application;
  /** Throws a refusal when there is none, or none that was created. */
  readonly created: (id: string) => Registered;
  readonly remove: (id: string) => void;
  readonly registrations: () => readonly Registration[];
  readonly shown: () => readonly Application[];
}

const nothing = {
  clientId: null,
  grantTypes: [],
  redirectUris: [],
  scope: undefined,
  authMethod: undefined,
  secret: undefined,
};

/** `onSecret` hears of every secret that an application is issued. */
export function openApplications({ show }: Conduct, onSecret: (secret: string) => void): Applications {
  const entries = new Map<string, Entry>();
  const applicationOf = ({ id, wanted, registration, message }: Entry): Application => ({
    id,
    type: wanted.type,
    outcome: registration === undefined ? 'refused' : 'created',
    ...(message && { message }),
    ...(registration === undefined ? { ...nothing, name: wanted.name } : show(registration)),
  });
  return {
    keep(entry) {
      entries.set(entry.id, entry);
      for (const secret of secretsOf(entry)) onSecret(secret);
      return applicationOf(entry);
    },
    created(id) {
      const entry = entries.get(id);
      if (entry?.registration === undefined) throw refusal('There is no such application.');
      return { ...entry, registration: entry.registration };
    },
    remove: (id) => void entries.delete(id),
    registrations: () => [...entries.values()].flatMap(({ registration }) => registration ?? []),
    shown: () => [...entries.values()].map(applicationOf),
  };
}

const secretsOf = ({ registration }: Entry): readonly string[] =>
  ['client_secret', 'registration_access_token'].flatMap((name) => textIn(registration?.information[name]) ?? []);
