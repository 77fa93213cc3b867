import type { Provider } from '../../recording/recording.ts';
import { applicationOf, metadataOf, type Wish } from './golden-applications.ts';
import { addExchange, beginStep, clientAnswer, jsonHeaders, type Json, type Telling } from './golden-story.ts';

export const idp = 'https://idp.example';

export const metadata = (tenant: string): Json => ({
  issuer: `${idp}/${tenant}`,
  authorization_endpoint: `${idp}/${tenant}/auth`,
  token_endpoint: `${idp}/${tenant}/token`,
  registration_endpoint: `${idp}/${tenant}/reg`,
  jwks_uri: `${idp}/${tenant}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public', 'pairwise'],
});

export const lists: Json = {
  scopes_supported: ['openid', 'dcr_admin'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  token_endpoint_auth_signing_alg_values_supported: ['RS256', 'ES256'],
};

export const withClient = (discoveryEndpoint: string, softwareId: string): Provider => ({
  name: 'Golden',
  discoveryEndpoint,
  initialAccessToken: 'client_credentials',
  clientId: 'apim client',
  scopes: ['openid', 'dcr_admin'],
  softwareId,
});

export function saveProvider(telling: Telling, answer: Json): void {
  beginStep(telling, 'console', 'Console: save the provider');
  addExchange(telling, { method: 'GET', url: telling.provider.discoveryEndpoint }, answer);
}

export function register(telling: Telling, wish: Wish, { url, token }: { url: string; token: string }): void {
  const body = metadataOf(wish, telling.provider.softwareId);
  const request = { method: 'POST', url, headers: jsonHeaders(token), text: JSON.stringify(body) };
  addExchange(telling, request, clientAnswer(url, wish.name, body));
  telling.applications.push(applicationOf(wish, body));
}
