import type { Recording } from '../../../recording/recording.ts';
import { metadataOf, unregistered } from '../golden-applications.ts';
import { idp, lists, metadata, withClient } from '../golden-provider.ts';
import { addExchange, askForToken, beginStep, clientAnswer, jsonHeaders, note, tell, told } from '../golden-story.ts';
import { applicationOf } from '../golden-applications.ts';
import { discoveryOf, register, save, web } from './parts.ts';

const refusals = [
  ['credentials', 'invalid_client: the identity provider does not know these credentials.'],
  ['renewal-address', 'The renewal address must be http or https, with no other variable than client_id.'],
  ['inner-address', 'This address is not allowed.'],
  ['claim-target', 'A claim cannot take the place of redirect_uris.'],
  ['second-provider', 'There is a provider already.'],
  ['licence', 'The licence does not include apim-dcr-registration.'],
] as const;

/** The life of a provider: wrong ones are refused, its secret is kept on an edit, registration is switched off, it is removed. */
export function providerStory(): Recording {
  const typed = {
    metadata: { audience: 'https://api.example', post_logout_redirect_uris: ['https://lone.example/bye'] },
    claims: [{ claim: 'org', member: 'metadata.organization' }],
  };
  const telling = tell('golden-provider', { ...withClient(discoveryOf('provider'), 'provider-template'), ...typed });
  for (const [wrong, message] of refusals) {
    beginStep(telling, 'console', `Console: save a provider with a wrong ${wrong}`);
    note(telling, { kind: 'provider-save', outcome: 'refused', message, first: true, typed: ['clientSecret'], wrong });
  }
  save(telling, 'provider', ['name', 'discoveryEndpoint', 'clientId', 'clientSecret']);
  const more = { ...typed.metadata, metadata: { organization: 'acme' } };
  register(telling, web('First shop', more), 'provider');
  save(telling, 'provider', ['name'], false);
  register(telling, web('Second shop', more), 'provider');
  const claims = { org: 'acme' };
  telling.applications.splice(0, 2, ...telling.applications.map((application) => ({ ...application, claims })));
  beginStep(telling, 'console', 'Console: switch registration off');
  note(telling, { kind: 'types-offered', registration: false, offered: ['simple'] });
  beginStep(telling, 'portal', 'create a type that is switched off');
  const refused = unregistered('Type that is off', 'browser', 'refused');
  telling.applications.push({ ...refused, typeEnabled: false, message: 'This type is switched off.' });
  beginStep(telling, 'console', 'Console: remove the provider');
  note(telling, { kind: 'provider-removal' });
  beginStep(telling, 'portal', 'change First shop');
  const message = 'There is no provider any more: the client at the identity provider stays as it is.';
  const changed = { policy_uri: 'https://lone.example/privacy' };
  note(telling, { kind: 'edit', application: 'First shop', changed, own: [], outcome: 'refused', message });
  return told(telling);
}

/** Servers that are not to be trusted are refused, the one of an authority in the trust store is used. */
export function tlsStory(): Recording {
  const telling = tell('golden-tls', withClient(discoveryOf('tls'), 'tls-template'));
  for (const shows of ['unknown-authority', 'other-name', 'expired', 'not-for-servers'] as const) {
    beginStep(telling, 'harness', `offer a provider whose certificate shows: ${shows}`);
    const message = 'The certificate of the identity provider is not trusted.';
    note(telling, { kind: 'certificate', shows, outcome: 'refused', message, requests: 0 });
  }
  save(telling, 'tls', ['discoveryEndpoint', 'trustStore']);
  note(telling, { kind: 'certificate', shows: 'good', outcome: 'saved', requests: 2 });
  register(telling, web('Shop behind an authority of its own'), 'tls');
  return told(telling);
}

/** Two environments with a provider each. */
export function environmentStory(): Recording {
  const telling = tell('golden-environments', withClient(discoveryOf('north'), 'environment-template'));
  for (const name of ['north', 'south']) {
    save(telling, name, ['discoveryEndpoint']);
    const shop = `Shop in the ${name}`;
    register(telling, web(shop), name);
    note(telling, { kind: 'environment', name, discoveryEndpoint: discoveryOf(name), applications: [shop] });
  }
  return told(telling);
}

/** A provider at an IPv6 address with a port. */
export function ipv6Story(): Recording {
  const address = 'https://[2001:db8::1]:8443';
  const moved = (text: string) => text.replaceAll(idp, address);
  const telling = tell('golden-ipv6', withClient(moved(discoveryOf('six')), 'six-template'));
  beginStep(telling, 'console', 'Console: save the provider');
  const document: unknown = JSON.parse(moved(JSON.stringify(metadata('six'))));
  addExchange(
    telling,
    { method: 'GET', url: telling.provider.discoveryEndpoint },
    { ...(typeof document === 'object' && document), ...lists },
  );
  const wish = web('Six');
  beginStep(telling, 'console', 'create Six');
  const token = askForToken(telling, `${address}/six/token`);
  const url = `${address}/six/reg`;
  const body = metadataOf(wish, telling.provider.softwareId);
  const request = { method: 'POST', url, headers: jsonHeaders(token), text: JSON.stringify(body) };
  addExchange(telling, request, clientAnswer(url, wish.name, body));
  telling.applications.push(applicationOf(wish, body));
  return told(telling);
}
