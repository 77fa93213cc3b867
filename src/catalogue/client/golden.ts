import type { Application, Recording } from '../../recording/recording.ts';
import type { Story } from '../define.ts';
import {
  everything,
  keysByAddress,
  loners,
  metadataOf,
  twins,
  unregistered,
  withStaticToken,
  type Wish,
} from './golden-applications.ts';
import {
  addAnswered,
  addExchange,
  askForToken,
  beginStep,
  clientAnswer,
  clientIdOf,
  jsonHeaders,
  tell,
  told,
  type Telling,
} from './golden-story.ts';
import { goldenFaults } from './golden-faults.ts';
import { changeStory } from './golden-sightings/changes.ts';
import { editStory } from './golden-sightings/edits.ts';
import { crowdStory } from './golden-sightings/crowd.ts';
import { peopleStory } from './golden-sightings/people.ts';
import { rotationStory } from './golden-sightings/rotation.ts';
import { environmentStory, ipv6Story, providerStory, tlsStory } from './golden-sightings/providers.ts';
import { idp, lists, metadata, register, saveProvider, withClient } from './golden-provider.ts';
import { markOf } from './marks.ts';

function create(telling: Telling, wishes: readonly Wish[], issuer: string): void {
  for (const wish of wishes) {
    beginStep(telling, wish.through === 'portal' ? 'portal' : 'console', `create ${wish.name}`);
    register(telling, wish, { url: `${issuer}/reg`, token: askForToken(telling, `${issuer}/token`) });
  }
}

/** A run at a provider of OpenID Connect: every type through both pages, updates, a renewal. */
function connectStory(): Recording {
  const issuer = `${idp}/connect`;
  const provider = {
    ...withClient(`${issuer}/.well-known/openid-configuration`, 'connect-template'),
    renewEndpoint: `${issuer}/reg/{#client_id}/renew_secret`,
  };
  // Slow enough that a token of its own for each application is no waste (T-21).
  const telling = tell('golden-connect', provider, 6000);
  saveProvider(telling, { ...metadata('connect'), ...lists });
  askForToken(telling, `${issuer}/token`);
  create(telling, [...twins, everything, keysByAddress], issuer);
  update(telling, `${issuer}/reg`);
  renew(telling, `${issuer}/reg`);
  telling.applications.push(unregistered('Simple', 'simple', 'created'), unregistered('Refused web', 'web', 'refused'));
  return told(telling);
}

/** Two updates of a client whose registration access token the server changes with the first answer. */
function update(telling: Telling, endpoint: string): void {
  const wish: Wish = { name: 'Console web', type: 'web', through: 'console' };
  const id = clientIdOf(wish.name);
  const body = { ...metadataOf(wish, telling.provider.softwareId), client_id: id };
  const text = JSON.stringify({ ...body, client_secret: markOf(`secret of ${wish.name}`) });
  const rotated = markOf(`second registration token of ${wish.name}`);
  const answer = { ...clientAnswer(endpoint, wish.name, body), registration_access_token: rotated };
  for (const token of [markOf(`registration token of ${wish.name}`), rotated]) {
    beginStep(telling, 'console', `update ${wish.name}`);
    addExchange(telling, { method: 'PUT', url: `${endpoint}/${id}`, headers: jsonHeaders(token), text }, answer);
  }
}

function renew(telling: Telling, endpoint: string): void {
  const wish: Wish = { name: 'Console back end', type: 'backend_to_backend', through: 'console' };
  const answer = clientAnswer(endpoint, wish.name, metadataOf(wish, telling.provider.softwareId));
  beginStep(telling, 'console', `renew the secret of ${wish.name}`);
  addExchange(
    telling,
    {
      method: 'POST',
      url: `${endpoint}/${clientIdOf(wish.name)}/renew_secret`,
      headers: [['Authorization', `Bearer ${markOf(`registration token of ${wish.name}`)}`]],
    },
    { ...answer, client_secret: markOf(`second secret of ${wish.name}`) },
  );
}

/** A run at an authorization server with RFC 8414 metadata that lists no authentication methods. */
function oauthStory(): Recording {
  const discoveryEndpoint = `${idp}/.well-known/oauth-authorization-server/lone`;
  const telling = tell('golden-oauth', withClient(discoveryEndpoint, 'lone-template'));
  saveProvider(telling, metadata('lone'));
  create(telling, loners, `${idp}/lone`);
  return told(telling);
}

/** A run with a static initial access token. */
function staticStory(): Recording {
  const issuer = `${idp}/static`;
  const telling = tell('golden-static', {
    name: 'Golden',
    discoveryEndpoint: `${issuer}/.well-known/openid-configuration`,
    initialAccessToken: 'initial_access_token',
    scopes: [],
    softwareId: 'static-template',
  });
  saveProvider(telling, { ...metadata('static'), ...lists });
  for (const wish of withStaticToken) {
    beginStep(telling, 'console', `create ${wish.name}`);
    register(telling, wish, { url: `${issuer}/reg`, token: markOf('static token') });
  }
  return told(telling);
}

/** The product refuses an application once its client exists, and takes the client back. */
function undoneStory(): Recording {
  const issuer = `${idp}/undone`;
  const wish: Wish = { name: 'Undone web', type: 'web', through: 'management-api' };
  const telling = tell('golden-undone', withClient(`${issuer}/.well-known/openid-configuration`, 'undone-template'));
  saveProvider(telling, { ...metadata('undone'), ...lists });
  create(telling, [wish], issuer);
  addAnswered(
    telling,
    {
      method: 'DELETE',
      url: `${issuer}/reg/${clientIdOf(wish.name)}`,
      headers: [['Authorization', `Bearer ${markOf(`registration token of ${wish.name}`)}`]],
    },
    { status: 204, headers: [] },
  );
  const refusedFor = 'An application of this name exists already.';
  const refused = telling.applications.map((application): Application => ({
    ...application,
    ...{ outcome: 'refused', message: refusedFor, idp: null, api: null, console: null, portal: null },
  }));
  return told({ ...telling, applications: refused });
}

/** The runs without a fault. */
export const goldenBase = (): Story => [
  connectStory(),
  oauthStory(),
  staticStory(),
  undoneStory(),
  providerStory(),
  environmentStory(),
  tlsStory(),
  ipv6Story(),
  editStory(),
  changeStory(),
  rotationStory(),
  peopleStory(),
  crowdStory(),
];

/** A run of a product that does everything right, in every profile, also after a fault: what each mutant is a change of. */
export const goldenStory = (): Story => [...goldenBase(), ...goldenFaults()];

/** The richest of the golden recordings. */
export const goldenRecording = (): Recording => connectStory();
