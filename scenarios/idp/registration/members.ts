import type { ProbeCase } from '../case.ts';
import { explicit, webRedirect } from '../templates.ts';
import { publicKeys } from '../public-keys.ts';
import { registerCase } from './register-case.ts';
import { apimContentType } from './types.ts';

const twin = 'register-web-explicit';

/** Precomposed letters, a right-to-left script, an emoji outside the basic plane, and more than 100 characters in all. */
export const worldlyName = 'Ünïcödé – שלום – مرحبا – 日本語 – 🚀 – '.padEnd(104, 'é');

/** A Web client with one thing more that a good IdP keeps, or ignores. */
export const memberCases: readonly ProbeCase[] = [
  registerCase({
    name: 'register-charset',
    title: 'register a Web client with a charset parameter in Content-Type',
    twin,
    body: explicit.web,
    contentType: apimContentType,
  }),
  registerCase({
    name: 'register-unknown-members',
    title: 'register a Web client with members that no specification has',
    twin,
    body: { ...explicit.web, x_unknown_text: 'a', x_unknown_object: { a: [1, true, null] }, unknown_list: ['a'] },
  }),
  registerCase({
    name: 'register-metadata-object',
    title: 'register a Web client with an object "metadata", as the claim mapping of APIM sends it',
    twin,
    body: { ...explicit.web, metadata: { organization: 'DEFAULT' } },
  }),
  registerCase({
    name: 'register-localized-name',
    title: 'register a Web client with a name in another language',
    twin,
    body: { ...explicit.web, 'client_name#fr': 'Un client' },
  }),
  registerCase({
    name: 'register-worldly-name',
    title: 'register a Web client whose name has letters of several scripts and an emoji',
    twin,
    body: (probe) => ({ ...explicit.web, client_name: `${probe.newName()} ${worldlyName}` }),
  }),
  registerCase({
    name: 'register-web-post',
    title: 'register a Web client that authenticates with client_secret_post',
    twin,
    body: { ...explicit.web, token_endpoint_auth_method: 'client_secret_post' },
  }),
  registerCase({
    name: 'register-several-redirects',
    title: 'register a Web client with several redirect URIs, one with a query',
    twin,
    body: {
      ...explicit.web,
      redirect_uris: ['https://app.example/z?from=a&to=b', webRedirect, 'https://app.example/a/b'],
    },
  }),
  registerCase({
    name: 'register-links',
    title: 'register a Web client with contacts and links',
    twin,
    body: {
      ...explicit.web,
      contacts: ['owner@app.example'],
      client_uri: 'https://app.example/',
      logo_uri: 'https://app.example/logo.png',
      tos_uri: 'https://app.example/terms',
      policy_uri: 'https://app.example/policy',
    },
  }),
  registerCase({
    name: 'register-foreign-logo',
    title: 'register a Web client whose logo is on another host than its redirect URI',
    twin,
    body: { ...explicit.web, logo_uri: 'https://images.example/logo.png' },
  }),
  registerCase({
    name: 'register-software',
    title: 'register a Web client that names its software',
    twin,
    body: { ...explicit.web, software_id: '4ff8a7b2-3c1d-4a57-9b0e-6d5f2c7e8a91', software_version: '1.2.3' },
  }),
  registerCase({
    name: 'register-jwks',
    title: 'register a Web client with a public key by value',
    twin,
    body: { ...explicit.web, jwks: publicKeys },
  }),
  registerCase({
    name: 'register-web-localhost',
    title: 'register a Web client that comes back to http://localhost',
    twin,
    body: { ...explicit.web, redirect_uris: ['http://localhost:8080/callback'] },
  }),
  registerCase({
    name: 'register-native-loopback',
    title: 'register a native application that comes back to a loopback address',
    body: { ...explicit.native, redirect_uris: ['http://127.0.0.1/callback'] },
  }),
  registerCase({
    name: 'register-native-scheme',
    title: 'register a native application that comes back to a scheme of its own',
    body: { ...explicit.native, redirect_uris: ['com.example.app:/callback'] },
  }),
  registerCase({
    name: 'register-web-scope',
    title: 'register a Web client with a scope',
    twin,
    body: { ...explicit.web, scope: 'openid' },
  }),
  registerCase({
    name: 'register-b2b-scope-string',
    title: 'register a Backend to Backend client with scopes, a text as RFC 7591 has it',
    twin: 'register-b2b-explicit',
    body: (probe) => ({ ...explicit.b2b, scope: harmlessScopes(probe.metadata()).join(' ') }),
  }),
  registerCase({
    name: 'register-b2b-scope-array',
    title: 'register a Backend to Backend client with scopes as an array, as Gravitee APIM 4.5 and later send them',
    twin: 'register-b2b-scope-string',
    body: (probe) => ({ ...explicit.b2b, scope: harmlessScopes(probe.metadata()) }),
  }),
];

const ordinary = ['openid', 'profile', 'email'];

/** Scopes that the IdP publishes and that give no power over it. */
export function harmlessScopes(metadata: Readonly<Record<string, unknown>>): readonly string[] {
  const published: unknown = metadata['scopes_supported'];
  const usable = Array.isArray(published) ? ordinary.filter((scope) => published.includes(scope)) : [];
  return usable.length > 0 ? usable.slice(0, 2) : ['openid'];
}
