import type { Recording } from '../../../recording/recording.ts';
import { metadataOf } from '../golden-applications.ts';
import { idp, withClient } from '../golden-provider.ts';
import { addExchange, beginStep, clientAnswer, clientIdOf, note, tell, told, type Json } from '../golden-story.ts';
import { markOf } from '../marks.ts';
import { discoveryOf, register, save, update, web } from './parts.ts';

const tenant = 'rotation';
const endpoint = `${idp}/${tenant}/reg`;
const shop = web('Rotated shop');
const own = `${endpoint}/${clientIdOf(shop.name)}`;

/** A name that reads like members of JSON where it is not escaped. */
export const quotedName = 'shop","policy_uri":"https://evil.example';

/** Somebody types JSON for a name. Somebody tries to slip another client_id in; then every answer brings a new registration access token. */
export function rotationStory(): Recording {
  const telling = tell('golden-rotation', {
    ...withClient(discoveryOf(tenant), 'rotation-template'),
    renewEndpoint: `${endpoint}/{#client_id}/renew_secret`,
  });
  save(telling, tenant, ['discoveryEndpoint']);
  register(telling, shop, tenant);

  beginStep(telling, 'portal', 'change Rotated shop, with the client_id of another');
  const changed = { policy_uri: 'https://lone.example/privacy' };
  update(telling, shop, tenant, changed);
  note(telling, {
    kind: 'edit',
    application: shop.name,
    changed: { ...changed, client_id: 'id-of-another' },
    own: [],
    outcome: 'saved',
  });

  const body = { ...metadataOf(shop, telling.provider.softwareId), ...changed };
  const answer = (turn: number): Json => ({
    ...clientAnswer(endpoint, shop.name, body),
    registration_access_token: markOf(`registration token ${turn} of ${shop.name}`),
    client_secret: markOf(`secret ${turn} of ${shop.name}`),
  });
  const bearer = (turn: number): [string, string] => [
    'Authorization',
    `Bearer ${markOf(turn === 1 ? `registration token of ${shop.name}` : `registration token ${turn} of ${shop.name}`)}`,
  ];
  beginStep(telling, 'console', 'look at Rotated shop');
  addExchange(telling, { method: 'GET', url: own, headers: [bearer(1)] }, answer(2));
  for (const turn of [2, 3]) {
    beginStep(telling, 'console', 'renew the secret of Rotated shop');
    addExchange(telling, { method: 'POST', url: `${own}/renew_secret`, headers: [bearer(turn)] }, answer(turn + 1));
  }
  register(telling, web(quotedName), tenant);
  return told(telling);
}
