import { createHash, randomBytes } from 'node:crypto';
import type { Header } from '../../../src/recording/exchange.ts';
import { Inconclusive } from '../../../src/errors.ts';
import type { Sent } from '../http/sent.ts';
import type { Probe, Registered } from '../probe.ts';

/** Redirects of the IdP's own that are followed until a page comes. */
const longestWay = 6;

/** Proof key of one authorization request (RFC 7636). */
export interface ProofKey {
  readonly verifier: string;
  readonly challenge: string;
}

export function newProofKey(): ProofKey {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export interface AuthorizationRequest {
  readonly redirectUri?: string;
  readonly scope?: string;
  /** null: a request without a proof key. */
  readonly key?: ProofKey | null;
  readonly state?: string;
  readonly nonce?: string;
  /** `consent`: the IdP is to ask the person again. */
  readonly prompt?: 'consent';
}

export const firstRedirect = ({ asked, answer }: Registered): string => {
  const [first] = [answer.members['redirect_uris'], asked['redirect_uris']].flat();
  if (typeof first === 'string') return first;
  throw new Inconclusive('the client has no redirect URI');
};

/** The address of an authorization request with code and PKCE (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export function authorizationUrl(probe: Probe, client: Registered, request: AuthorizationRequest = {}): string {
  const {
    redirectUri = firstRedirect(client),
    scope = 'openid',
    key = newProofKey(),
    state = 'dcrh',
    nonce,
    prompt,
  } = request;
  const url = new URL(probe.endpoint('authorization'));
  const parameters: Record<string, string> = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    ...(nonce !== undefined && { nonce }),
    ...(prompt !== undefined && { prompt }),
    ...(key !== null && { code_challenge: key.challenge, code_challenge_method: 'S256' }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Opens an authorization request and follows the IdP's own redirects to the page it shows. A page is a success; an error page,
 * and a redirect to the client, which then is the answer, are none.
 */
export async function openAuthorization(
  probe: Probe,
  client: Registered,
  request: AuthorizationRequest = {},
): Promise<Sent> {
  const jar = new Map<string, string>();
  let url = authorizationUrl(probe, client, request);
  const { origin } = new URL(url);
  let answer = await open(probe, url, jar);
  for (let step = 0; step < longestWay; step += 1) {
    const next = URL.parse(answer.header('location') ?? '', url);
    if (answer.status < 300 || answer.status >= 400 || next?.origin !== origin) return answer;
    url = next.href;
    answer = await open(probe, url, jar);
  }
  return answer;
}

async function open(probe: Probe, url: string, jar: Map<string, string>): Promise<Sent> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers: Header[] = [['Accept', 'text/html'], ...(cookie === '' ? [] : [['Cookie', cookie] as Header])];
  const answer = await probe.send('authorize', { method: 'GET', url, headers });
  for (const [name, value] of answer.headers) {
    const [, own, content] = name.toLowerCase() === 'set-cookie' ? (/^([^=;]+)=([^;]*)/.exec(value) ?? []) : [];
    if (own !== undefined && content !== undefined) jar.set(own, content);
  }
  return answer;
}
