import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import type { Sent } from '../http/sent.ts';
import { Inconclusive } from '../../../src/errors.ts';
import { keysOf } from '../discovery/documents.ts';
import type { Header } from '../../../src/recording/exchange.ts';
import type { Probe, Registered } from '../probe.ts';
import type { Granted } from './code.ts';

/** What a client library made of the exchange of a code. */
export interface Opinion {
  /** The answer of the token endpoint. */
  readonly answer: Sent;
  /** What the library finds wrong with the answer or the ID token in it; undefined: nothing. */
  readonly complaint: string | undefined;
}

interface Asked {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: unknown;
}

/** The requests of a library go the way of all requests: paced, and recorded. */
const through =
  (probe: Probe, seen: (answer: Sent) => void) =>
  async (url: string, { method = 'GET', headers, body }: Asked): Promise<Response> => {
    const written: Header[] = [...new Headers(headers)].map(([name, value]) => [name, value]);
    const text = body instanceof URLSearchParams || typeof body === 'string' ? body.toString() : undefined;
    const purpose = method === 'GET' ? 'keys' : 'token';
    const request = { method, url, headers: written, ...(text !== undefined && { body: text }) };
    const answer = url === probe.metadata()['jwks_uri'] ? await keysOf(probe, url) : await probe.send(purpose, request);
    if (purpose === 'token') seen(answer);
    const empty = [101, 204, 205, 304].includes(answer.status);
    return new Response(empty ? null : answer.text, {
      status: answer.status,
      headers: answer.headers
        .filter(([name]) => !/^(?:content-(?:length|encoding)|transfer-encoding)$/i.test(name))
        .map(([name, value]): [string, string] => [name, value]),
    });
  };

const algorithmOf = ({ answer }: Registered): string => {
  const said = answer.members['id_token_signed_response_alg'];
  return typeof said === 'string' ? said : 'RS256';
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function issuerOf(probe: Probe): string {
  const issuer = probe.metadata()['issuer'];
  if (typeof issuer === 'string') return issuer;
  throw new Inconclusive('the discovery document names no issuer');
}

function decided(answer: Sent | undefined, complaint: string | undefined): Opinion {
  if (answer === undefined) throw new Inconclusive(`the code was not exchanged: ${complaint ?? 'no reason is known'}`);
  return { answer, complaint };
}

/** Exchanges a code with oauth4webapi, which checks issuer, audience, nonce, times and signature of the ID token. */
export async function withOauth4webapi(probe: Probe, registered: Registered, code: Granted): Promise<Opinion> {
  let answer: Sent | undefined;
  const server: oauth.AuthorizationServer = { ...probe.metadata(), issuer: issuerOf(probe) };
  const client: oauth.Client = {
    client_id: registered.clientId,
    id_token_signed_response_alg: algorithmOf(registered),
  };
  const options = {
    [oauth.customFetch]: through(probe, (got) => (answer = got)),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its way to say: plain http, on purpose, on loopback
    [oauth.allowInsecureRequests]: true,
  };
  const auth = registered.secret === undefined ? oauth.None() : oauth.ClientSecretBasic(registered.secret);
  try {
    const parameters = oauth.validateAuthResponse(server, client, code.back, code.state);
    const { redirectUri, key } = code;
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      auth,
      parameters,
      redirectUri,
      key.verifier,
      options,
    );
    await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: code.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, options);
    return decided(answer, undefined);
  } catch (error) {
    if (error instanceof Inconclusive) throw error;
    return decided(answer, reasonOf(error));
  }
}

/** The same with openid-client: what two libraries take, or refuse, is no fault of ours. */
export async function withOpenidClient(probe: Probe, registered: Registered, code: Granted): Promise<Opinion> {
  let answer: Sent | undefined;
  const { clientId, secret } = registered;
  const auth = secret === undefined ? openid.None() : openid.ClientSecretBasic(secret);
  const metadata = { id_token_signed_response_alg: algorithmOf(registered) };
  const server = { ...probe.metadata(), issuer: issuerOf(probe) };
  const configuration = new openid.Configuration(server, clientId, metadata, auth);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
  openid.allowInsecureRequests(configuration);
  openid.enableNonRepudiationChecks(configuration);
  configuration[openid.customFetch] = through(probe, (got) => (answer = got));
  try {
    await openid.authorizationCodeGrant(configuration, code.back, {
      pkceCodeVerifier: code.key.verifier,
      expectedState: code.state,
      expectedNonce: code.nonce,
      idTokenExpected: true,
    });
    return decided(answer, undefined);
  } catch (error) {
    if (error instanceof Inconclusive) throw error;
    return decided(answer, reasonOf(error));
  }
}
