import { basicAuthorization } from '../oauth/basic.ts';
import { objectOf } from './conduct/answers.ts';
import type { Endpoint } from './conduct/discovery.ts';
import type { AuthMethod } from './conduct/token.ts';
import type { Outgoing } from './conduct/wire.ts';
import type { Conduct } from './conduct.ts';
import type { Header } from './http/wire.ts';
import type { Send } from './http/send.ts';
import type { Metadata } from './metadata.ts';
import { refusal } from './refusal.ts';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

/** The identity provider as the client knows it: its metadata and the token for its registration endpoint. */
export interface Provider {
  /** The address of an endpoint; reads the metadata when what is known of it is too old. */
  endpoint(name: Endpoint): Promise<string>;
  /** How a client may authenticate at the token endpoint; throws a refusal when it is no way that is known here. */
  authMethod(): Promise<AuthMethod>;
  /** An access token that is still valid. */
  token(): Promise<string>;
  /** Reads the metadata, whatever is known of it. */
  refresh(): Promise<void>;
  forgetToken(): void;
  /** The token that was issued last; undefined before the first. */
  lastToken(): string | undefined;
}

export interface ProviderParts {
  readonly discoveryUrl: string;
  readonly credentials: Credentials;
  readonly conduct: Conduct;
  readonly send: Send;
  /** Hears of every token. */
  readonly onSecret: (secret: string) => void;
}

interface Kept<T> {
  readonly value: T;
  /** Milliseconds of the monotonic clock. */
  readonly until: number;
}

export function openProvider(parts: ProviderParts): Provider {
  const { conduct } = parts;
  let metadata: Kept<Metadata> | undefined;
  let token: Kept<string> | undefined;
  let last: string | undefined;
  const isFresh = (kept: Kept<unknown> | undefined) => kept !== undefined && performance.now() < kept.until;
  const current = async (): Promise<Metadata> => {
    if (metadata === undefined || !isFresh(metadata)) metadata = await readMetadata(parts);
    return metadata.value;
  };
  const provider: Provider = {
    endpoint: async (name) => endpointIn(await current(), name, parts),
    authMethod: async () => conduct.authMethod((await current())['token_endpoint_auth_methods_supported']),
    async token() {
      if (token !== undefined && isFresh(token)) return token.value;
      token = await askForToken(await provider.endpoint('token_endpoint'), await provider.authMethod(), parts);
      last = token.value;
      parts.onSecret(last);
      return last;
    },
    async refresh() {
      const fresh = await readMetadata(parts);
      if (metadata === undefined || conduct.replacesMetadata) metadata = fresh;
    },
    forgetToken: () => void (token = undefined),
    lastToken: () => last,
  };
  return provider;
}

const suffix = '/.well-known/openid-configuration';
const inserted = /^\/\.well-known\/oauth-authorization-server(\/.*)?$/;

/** The issuer that the metadata at this address must name: OpenID Connect Discovery 1.0 §4.3, RFC 8414 §3.3. */
export function issuerOf(discoveryUrl: string): string {
  if (discoveryUrl.endsWith(suffix)) return discoveryUrl.slice(0, -suffix.length);
  const { origin, pathname } = new URL(discoveryUrl);
  const path = inserted.exec(pathname);
  return path === null ? discoveryUrl : `${origin}${path[1] ?? ''}`;
}

async function readMetadata({ discoveryUrl, conduct, send }: ProviderParts): Promise<Kept<Metadata>> {
  const request: Outgoing = { at: 'discovery', method: 'GET', url: discoveryUrl, headers: [] };
  const answer = await send(request);
  if (!conduct.isMetadata(answer.status)) throw refusal(conduct.explain(answer, request));
  const metadata = objectOf(answer, 'discovery', conduct);
  const expected = issuerOf(discoveryUrl);
  if (!conduct.agrees(metadata['issuer'], expected))
    throw refusal(
      `The metadata names the issuer ${conduct.clean(JSON.stringify(metadata['issuer'] ?? null))}, not "${expected}".`,
    );
  const complaint = conduct.metadataComplaint(metadata);
  if (complaint !== undefined) throw refusal(complaint);
  return { value: metadata, until: performance.now() + conduct.metadataLifetime(answer) };
}

function endpointIn(metadata: Metadata, name: Endpoint, { discoveryUrl, conduct }: ProviderParts): string {
  const value = metadata[name];
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (typeof value !== 'string' || url === null || !/^https?:$/.test(url.protocol))
    throw refusal(conduct.endpointComplaint(name, value));
  if (!conduct.trusts(url, new URL(discoveryUrl)))
    throw refusal(
      `The ${name} is at ${url.origin}, which is not where the metadata is: no credentials are sent there.`,
    );
  return conduct.address(value);
}

async function askForToken(url: string, method: AuthMethod, parts: ProviderParts): Promise<Kept<string>> {
  const { conduct, send, credentials } = parts;
  const request = tokenRequest(url, method, parts);
  const answer = await send(request);
  if (answer.status !== 200) throw refusal(conduct.explain(answer, request));
  const received = performance.now();
  const members = objectOf(answer, 'token', conduct);
  const token = conduct.tokenIn(members['access_token']);
  if (token === undefined) throw refusal('The token endpoint answers without an access_token.');
  if (!conduct.isTokenType(members['token_type']))
    throw refusal(`The token has the type ${shown(members['token_type'], conduct)}; this client can use Bearer only.`);
  const lacking = conduct.lacking(members['scope'], credentials.scopes);
  if (lacking.length > 0) throw refusal(`The token endpoint does not grant the scope ${lacking.join(' ')}.`);
  if (conduct.isOver(members['expires_in']))
    throw refusal('The token endpoint issues a token that has expired already.');
  const complaint = conduct.tokenComplaint(members);
  if (complaint !== undefined) throw refusal(complaint);
  return { value: token, until: received + conduct.tokenLifetime(members['expires_in']) };
}

const shown = (value: unknown, { clean }: Conduct) => clean(JSON.stringify(value ?? null));

/** RFC 6749 §4.4.2; the credentials go into the header or the body, never into both (§2.3). */
function tokenRequest(url: string, method: AuthMethod, { credentials }: ProviderParts): Outgoing {
  const { clientId, clientSecret, scopes } = credentials;
  const basic = method === 'client_secret_basic';
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  if (!basic) form.set('client_id', clientId);
  if (!basic) form.set('client_secret', clientSecret);
  const type: Header = ['Content-Type', 'application/x-www-form-urlencoded'];
  return {
    at: 'token',
    method: 'POST',
    url,
    headers: basic ? [['Authorization', basicAuthorization(clientId, clientSecret)], type] : [type],
    body: form.toString(),
  };
}
