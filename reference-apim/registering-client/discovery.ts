import { refusal } from '../refusal.ts';
import { isObject, isSuccess, parsed } from './answers.ts';
import type { JsonObject } from './members.ts';
import type { Quirks } from './quirks.ts';
import type { Send } from './send.ts';

/** What is read of the metadata. */
export interface Endpoints {
  registration: string | undefined;
  token: string | undefined;
  /** `undefined`: the metadata does not say. */
  tokenAuthMethods: readonly string[] | undefined;
}

const suffix = '/.well-known/openid-configuration';
const rfc8414 = /^\/\.well-known\/oauth-authorization-server(\/.*)?$/;

/** The issuer that the metadata at this address must name: OpenID Connect Discovery §4.3, RFC 8414 §3.3. */
export function issuerOf(discoveryUrl: string): string {
  if (discoveryUrl.endsWith(suffix)) return discoveryUrl.slice(0, -suffix.length);
  const url = new URL(discoveryUrl);
  const path = rfc8414.exec(url.pathname);
  return path === null ? discoveryUrl : `${url.origin}${path[1] ?? ''}`;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** What is asked for, and what the metadata must hold for it. */
export interface DiscoveryRequest {
  url: string;
  needs: readonly ('token_endpoint' | 'registration_endpoint')[];
}

/** Why metadata cannot be used; `undefined` when it can. */
function complaint(
  metadata: JsonObject,
  { url: discoveryUrl, needs }: DiscoveryRequest,
  quirks: Quirks,
): string | undefined {
  const { issuer } = metadata;
  if (!quirks.anyIssuer && issuer !== issuerOf(discoveryUrl))
    return `its issuer is ${JSON.stringify(issuer)}, not "${issuerOf(discoveryUrl)}"`;
  if (quirks.endpointsUnchecked) return undefined;
  const secure = discoveryUrl.startsWith('https:');
  const unusable = needs.find((name) => !URL.canParse(textOf(metadata[name]) ?? ''));
  if (unusable !== undefined) return `it has no usable ${unusable}`;
  const downgraded = needs.find((name) => secure && textOf(metadata[name])?.startsWith('https:') !== true);
  return downgraded && `its ${downgraded} is not https`;
}

/** A text is read from any scalar; a list or an object in its place fails the whole document. */
const isText = (value: unknown) => typeof value !== 'object' || value === null;

const methodsOf = (value: unknown) =>
  Array.isArray(value) ? value.filter((method): method is string => typeof method === 'string') : undefined;

async function read(send: Send, request: DiscoveryRequest, quirks: Quirks): Promise<Endpoints> {
  const accept = quirks.discoveryWithoutAccept ? undefined : 'application/json';
  const answer = await send({ method: 'GET', url: request.url, accept });
  if (!isSuccess(answer.status, [200], quirks)) throw new Error(`its address answers with status ${answer.status}`);
  const metadata = parsed(answer.text)?.json;
  if (!isObject(metadata)) throw new Error('it is not a JSON object');
  if (quirks.strictMembers && ![metadata['registration_endpoint'], metadata['token_endpoint']].every(isText))
    throw new Error('an endpoint of it is no text');
  const wrong = complaint(metadata, request, quirks);
  if (wrong !== undefined) throw new Error(wrong);
  return {
    registration: textOf(metadata['registration_endpoint']),
    token: textOf(metadata['token_endpoint']),
    tokenAuthMethods: methodsOf(metadata['token_endpoint_auth_methods_supported']),
  };
}

/** Reads the metadata of the provider. Any failure is one and the same 400; why is only said outside the product's modes. */
export async function discover(
  send: Send,
  request: DiscoveryRequest,
  quirks: Quirks,
  text: string,
): Promise<Endpoints> {
  try {
    return await read(send, request, quirks);
  } catch (error) {
    const why =
      quirks.hidesDiscoveryError || !(error instanceof Error) ? '' : ` The metadata cannot be used: ${error.message}.`;
    throw refusal(400, `${text}${why}`, { technicalCode: 'clientRegistrationProvider.invalid' });
  }
}
