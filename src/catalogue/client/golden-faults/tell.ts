import type { ClientView, Recording } from '../../../recording/recording.ts';
import { objectOf, jsonOf, stringOf } from '../../../recording/body.ts';
import { applicationOf, metadataOf, type Wish } from '../golden-applications.ts';
import { idp, lists, metadata, withClient } from '../golden-provider.ts';
import {
  addAnswered,
  askForToken,
  beginStep,
  clientAnswer,
  clientIdOf,
  jsonHeaders,
  note,
  tell,
  told,
  type Answered,
  type Json,
  type Telling,
} from '../golden-story.ts';
import { asCreated, unchanged, type Change } from './answers.ts';

/** What a good product does after one fault. */
export interface Tale {
  readonly fault: string;
  readonly at: 'discovery' | 'token' | 'registration' | 'update' | 'renewal' | 'deletion';
  readonly answer: Change;
  /** What the person reads. At discovery, token and registration it ends the story: nothing was created. */
  readonly says?: string;
  /** The application is created all the same. */
  readonly created?: true;
  readonly then?: (scene: Scene) => void;
  /** What the product shows of the client beside the members that it always shows. */
  readonly shows?: Partial<ClientView>;
  /** How often metadata is asked for, where not once: a redirect is followed, the provider saved twice, nothing kept. */
  readonly metadata?: 'redirected' | 'saved-twice' | 'each-time';
}

/** What the story has come to. */
export interface Scene {
  readonly telling: Telling;
  readonly issuer: string;
  readonly wish: Wish;
  /** The good answer to the registration, and the one that was given. */
  readonly good: Json;
  readonly answered: Json;
}

const issuer = `${idp}/fault`;
const endpoint = `${issuer}/reg`;

export const wishOf = (fault: string): Wish => ({ name: `App ${fault}`, type: 'web', through: 'console' });

const membersOf = ({ text = '' }: Answered): Json => objectOf(jsonOf(text)) ?? {};

/** One small recording: the provider is saved, an application is created, and then what the tale is about. */
export function tellFault(tale: Tale): Recording {
  const { fault, at } = tale;
  const shaped =
    (place: Tale['at'], good: Change = unchanged): Change =>
    (members) =>
      place === at ? { ...tale.answer(members), faults: [fault] } : good(members);
  const telling = tell(`fault-${fault}`, {
    ...withClient(`${issuer}/.well-known/openid-configuration`, 'fault-template'),
    renewEndpoint: `${endpoint}/{#client_id}/renew_secret`,
  });
  const endpoints = readMetadata(telling, tale, shaped('discovery'));
  if (at === 'discovery' && tale.says !== undefined) return notSaved(telling, tale.says);
  const wish = wishOf(fault);
  beginStep(telling, 'console', `create ${wish.name}`);
  if (tale.metadata === 'each-time') fetchMetadata(telling, shaped('discovery'));
  const token = askForToken(telling, endpoints.token, shaped('token'));
  if (at === 'token' && tale.says !== undefined && tale.created === undefined) return refused(telling, wish, tale.says);
  const { good, answered } = registerAt(
    telling,
    wish,
    { url: endpoints.registration, token },
    shaped('registration', asCreated(unchanged)),
  );
  const scene: Scene = { telling, issuer, wish, good, answered };
  if (at === 'registration' && tale.says !== undefined && tale.created === undefined) {
    tale.then?.(scene);
    return refused(telling, wish, tale.says);
  }
  telling.applications.push(
    viewed(wish, answered, { message: at === 'registration' ? tale.says : undefined, ...tale }),
  );
  if (at === 'update') update(scene, shaped('update'), tale.says);
  if (at === 'renewal') renew(scene, shaped('renewal'), tale.says);
  if (at === 'deletion') remove(scene, shaped('deletion'));
  tale.then?.(scene);
  return told(telling);
}

interface Endpoints {
  readonly token: string;
  readonly registration: string;
}

export const movedMetadata = `${idp}/moved/.well-known/openid-configuration`;

function readMetadata(telling: Telling, tale: Tale, change: Change): Endpoints {
  beginStep(telling, 'console', 'Console: save the provider');
  if (tale.metadata === 'saved-twice') {
    fetchMetadata(telling, unchanged);
    beginStep(telling, 'console', 'Console: save the provider again');
  }
  const endpoints = fetchMetadata(telling, change);
  return tale.metadata === 'redirected' ? fetchMetadata(telling, unchanged, movedMetadata) : endpoints;
}

/** Where the document names no endpoint, the usual ones. */
function fetchMetadata(telling: Telling, change: Change, url = telling.provider.discoveryEndpoint): Endpoints {
  const answer = change({ ...metadata('fault'), ...lists });
  addAnswered(telling, { method: 'GET', url }, answer);
  const members = membersOf(answer);
  return {
    token: addressOf(members['token_endpoint']) ?? `${issuer}/token`,
    registration: addressOf(members['registration_endpoint']) ?? endpoint,
  };
}

/** In the characters that a request target may have. */
const addressOf = (url: unknown) => URL.parse(stringOf(url) ?? '')?.href;

function registerAt(
  telling: Telling,
  wish: Wish,
  { url, token }: { url: string; token: string },
  change: Change,
): { good: Json; answered: Json } {
  const body = metadataOf(wish, telling.provider.softwareId);
  const good = clientAnswer(endpoint, wish.name, body);
  const answer = change(good);
  addAnswered(telling, { method: 'POST', url, headers: jsonHeaders(token), text: JSON.stringify(body) }, answer);
  return { good, answered: membersOf(answer) };
}

/** The three views: the identity provider shows what it keeps, the product what it was answered. */
function viewed(
  wish: Wish,
  answered: Json,
  { message, shows }: { message?: string | undefined; shows?: Tale['shows'] } = {},
) {
  const application = applicationOf(wish, metadataOf(wish, undefined));
  const id = answered['client_id'];
  const clientId = typeof id === 'string' || typeof id === 'number' ? String(id) : clientIdOf(wish.name);
  const answeredLists = applicationOf(wish, answered);
  const shown = {
    clientId,
    name: wish.name,
    ...(Array.isArray(answered['grant_types']) && { grantTypes: answeredLists.grantTypes }),
    ...(Array.isArray(answered['redirect_uris']) && { redirectUris: answeredLists.redirectUris }),
    ...shows,
  };
  return { ...application, api: shown, console: shown, ...(message !== undefined && { message }) };
}

function notSaved(telling: Telling, message: string): Recording {
  noteLast(telling, message);
  note(telling, { kind: 'provider-save', outcome: 'refused', message, first: true, typed: ['discoveryEndpoint'] });
  return told(telling);
}

function refused(telling: Telling, wish: Wish, message: string): Recording {
  const application = applicationOf(wish, metadataOf(wish, undefined));
  telling.applications.push({ ...application, outcome: 'refused', message, idp: null, api: null, console: null });
  return told(telling);
}

/** What the step that was begun last brought to light. */
function noteLast({ steps }: Telling, note: string): void {
  const last = steps.at(-1);
  if (last !== undefined) steps[steps.length - 1] = { ...last, note };
}

const neverSent = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
];

const accessOf = ({ good, answered }: Scene) => ({
  uri: stringOf(answered['registration_client_uri']) ?? String(good['registration_client_uri']),
  token: stringOf(answered['registration_access_token']) ?? String(good['registration_access_token']),
});

/** RFC 7592 §2.2: everything of the last answer, but for the four members that may not be sent. */
export function update(scene: Scene, change: Change = unchanged, note?: string): void {
  const { telling, wish, good, answered } = scene;
  const { uri, token } = accessOf(scene);
  const body = Object.fromEntries(Object.entries(answered).filter(([name]) => !neverSent.includes(name)));
  beginStep(telling, 'console', `update ${wish.name}`);
  addAnswered(
    telling,
    { method: 'PUT', url: uri, headers: jsonHeaders(token), text: JSON.stringify(body) },
    change({ ...good, ...answered }),
  );
  if (note !== undefined) noteLast(telling, note);
}

export function renew(scene: Scene, change: Change = unchanged, note?: string): void {
  const { telling, wish, answered, good } = scene;
  const id = encodeURIComponent(stringOf(answered['client_id']) ?? clientIdOf(wish.name));
  beginStep(telling, 'console', `renew the secret of ${wish.name}`);
  addAnswered(
    telling,
    {
      method: 'POST',
      url: `${endpoint}/${id}/renew_secret`,
      headers: [['Authorization', `Bearer ${accessOf(scene).token}`]],
    },
    change({ ...good, ...answered }),
  );
  if (note !== undefined) noteLast(telling, note);
}

/** RFC 7592 §2.3, and the application is gone from the product. */
function remove(scene: Scene, change?: Change): void {
  const { telling, wish } = scene;
  const { uri, token } = accessOf(scene);
  beginStep(telling, 'console', `delete ${wish.name}`);
  unregister(telling, { uri, token }, change);
  const gone = { api: null, console: null, portal: null, idp: null };
  telling.applications.splice(
    0,
    telling.applications.length,
    ...telling.applications.map((application) => ({ ...application, ...gone })),
  );
}

function unregister(
  telling: Telling,
  { uri, token }: { uri: string; token: string },
  change: Change = () => ({ status: 204, headers: [] }),
): void {
  addAnswered(telling, { method: 'DELETE', url: uri, headers: [['Authorization', `Bearer ${token}`]] }, change({}));
}

/** Takes back a client for which no application could be made. */
export const takeBack = (scene: Scene): void => unregister(scene.telling, accessOf(scene));

/** A second application of the same provider. */
export function registerTwin({ telling, wish }: Scene): void {
  const twin = { ...wish, name: `${wish.name} again` };
  beginStep(telling, 'console', `create ${twin.name}`);
  const token = askForToken(telling, `${issuer}/token`);
  const { answered } = registerAt(telling, twin, { url: endpoint, token }, asCreated(unchanged));
  telling.applications.push(viewed(twin, answered));
}

/** A person tries to change the application, and reads why that cannot be done. */
export const triesToEdit =
  (message: string) =>
  ({ telling, wish }: Scene): void => {
    beginStep(telling, 'portal', `try to change ${wish.name}`);
    const changed = { policy_uri: 'https://lone.example/privacy' };
    note(telling, { kind: 'edit', application: wish.name, changed, own: [], outcome: 'refused', message });
  };

/** A page shows what the identity provider registered, and no script of it runs. */
export const runsNoScript = ({ telling }: Scene): void =>
  note(telling, { kind: 'script-probe', page: 'application', ran: false });
