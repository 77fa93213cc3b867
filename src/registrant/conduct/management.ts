import { sameJson, textIn, without, withoutNulls, type Metadata } from '../metadata.ts';
import { refusal, type RefusalKind } from '../refusal.ts';
import type { Change, Registration } from '../registration.ts';
import { changedMembers } from '../wanted.ts';
import type { At, Method } from './wire.ts';

/** What the body of an update is made of. */
export interface Updating {
  readonly registration: Registration;
  readonly change: Change;
  /** What the provider is configured with now. */
  readonly softwareId: string | undefined;
}

/** What an answer of the client configuration endpoint or of a renewal is made into. */
export interface Adopting {
  readonly at: At;
  readonly old: Registration;
  /** The metadata that was sent; empty for a renewal. */
  readonly sent: Metadata;
  readonly answer: Metadata;
  readonly keep: (asked: Metadata, answer: Metadata) => Metadata;
}

export interface Presenting {
  readonly at: At;
  readonly registration: Registration;
  /** The token of the registration endpoint, as far as there is one. */
  readonly initialToken: string | undefined;
  /** Every client of the product, the oldest first. */
  readonly all: readonly Registration[];
}

/** What the client does with a client that it has registered (RFC 7592). */
export interface ManagementConduct {
  /** Throws a refusal when the client cannot be managed. */
  readonly managementUri: (registration: Registration) => string;
  readonly managementToken: (presenting: Presenting) => string;
  readonly updateBody: (updating: Updating) => Metadata;
  readonly updateType: string;
  readonly updateMethod: Method;
  readonly hasNews: (body: Metadata, registration: Registration) => boolean;
  readonly isUpdated: (status: number) => boolean;
  readonly adopt: (adopting: Adopting) => Metadata;
  readonly takesOtherId: boolean;
  /** Failures that the person is not told of. */
  readonly hides: (kind: RefusalKind, at: At) => boolean;
  readonly oneAtATime: boolean;
  readonly readMethod: Method;
  readonly deletes: boolean;
  /** The application goes, whatever the identity provider answers to the deletion. */
  readonly letsGo: boolean;
}

/** RFC 7592 §3: an address and a token, both or neither. */
function managementUri({ information, endpoint }: Registration): string {
  const uri = textIn(information['registration_client_uri']);
  const token = textIn(information['registration_access_token']);
  if (uri === undefined || token === undefined)
    throw refusal('The identity provider gave no address and token to manage this client with.', 'not-manageable');
  const url = URL.parse(uri);
  if (url === null)
    throw refusal('The registration_client_uri of this client is not an absolute address.', 'not-manageable');
  if (url.origin !== new URL(endpoint).origin)
    throw refusal(
      `The registration_client_uri of this client is at ${url.origin}, which is not where it was registered.`,
      'not-manageable',
    );
  return uri;
}

/** RFC 7592 §2.2: these four must not be sent. The secret may be, and need not. */
export const notSent = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
  'client_secret',
];

function updateBody({ registration: { information, clientId }, change }: Updating): Metadata {
  return withoutNulls({
    ...without(information, notSent),
    ...changedMembers(change),
    client_id: clientId,
  });
}

/** What an answer need not repeat: OpenID Connect Dynamic Client Registration 1.0 §4.3 leaves the pair out unless it changed. */
const lasting = [...notSent, 'client_id'];

/** An update replaces the metadata, a renewal only adds to it. */
function adopt({ at, old, sent, answer, keep }: Adopting): Metadata {
  if (at === 'renewal') return keep(old.information, answer);
  const lasts = Object.entries(old.information).filter(([name]) => lasting.includes(name));
  return { ...Object.fromEntries(lasts), ...keep(sent, answer) };
}

export const correctManagement: ManagementConduct = {
  managementUri,
  managementToken: ({ registration }) => textIn(registration.information['registration_access_token']) ?? '',
  updateBody,
  updateType: 'application/json',
  updateMethod: 'PUT',
  hasNews: (body, { information }) => !sameJson(sorted(body), sorted(withoutNulls(without(information, notSent)))),
  isUpdated: (status) => status === 200,
  adopt,
  takesOtherId: false,
  hides: () => false,
  oneAtATime: true,
  readMethod: 'GET',
  deletes: true,
  letsGo: true,
};

const sorted = (metadata: Metadata) => Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
