import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { Inconclusive } from '../../src/errors.ts';

const metadataSchema = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

const errorSchema = z.looseObject({ error: z.string(), error_description: z.string().optional() });

const tokensSchema = z.looseObject({ id_token: z.string(), access_token: z.string() });

export interface RelyingPartyOptions {
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
}

/** The developer's own application, which uses the client that the product registered for it. */
export interface RelyingParty {
  /** RFC 6749 §4.1.1 with PKCE (RFC 7636 §4.3). */
  authorizationRequest(redirectUri: string): URL;
  /** Exchanges the code and verifies the ID token. Gives its subject. */
  finish(answer: URL, redirectUri: string): Promise<string>;
}

export async function relyingParty({
  discoveryUrl,
  clientId,
  clientSecret,
}: RelyingPartyOptions): Promise<RelyingParty> {
  const metadata = metadataSchema.parse(await (await fetch(discoveryUrl)).json());
  const [state, nonce, verifier] = [random(), random(), random()];
  return {
    authorizationRequest: (redirectUri) => {
      const request = new URL(metadata.authorization_endpoint);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      request.search = new URLSearchParams({
        ...{ client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid', state, nonce },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      }).toString();
      return request;
    },
    finish: async (answer, redirectUri) => {
      const { searchParams } = answer;
      if (searchParams.get('state') !== state) throw new Inconclusive('The IdP answered with another state.');
      const code = searchParams.get('code');
      if (code === null)
        throw new Inconclusive(`The IdP gave no code but said: ${searchParams.get('error') ?? 'nothing'}`);
      const response = await fetch(metadata.token_endpoint, {
        method: 'POST',
        headers: { authorization: basic(clientId, clientSecret) },
        body: new URLSearchParams({
          ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier },
        }),
      });
      const answered: unknown = await response.json();
      const tokens = tokensSchema.safeParse(answered);
      if (!tokens.success) {
        const { error = `HTTP ${response.status}`, error_description: why = '' } =
          errorSchema.safeParse(answered).data ?? {};
        throw new Inconclusive(`The code was not exchanged for an ID token: ${error} ${why}`);
      }
      const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
      const expected = { issuer: metadata.issuer, audience: clientId };
      const { payload } = await jwtVerify(tokens.data.id_token, keys, expected);
      if (payload['nonce'] !== nonce) throw new Inconclusive('The ID token has another nonce.');
      return payload.sub ?? '';
    },
  };
}

/** RFC 7636 §4.1: a verifier has at least 43 characters. */
const random = () => randomBytes(32).toString('base64url');

/** RFC 6749 §2.3.1: both are form-urlencoded first. */
const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
