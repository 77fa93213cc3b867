import { setTimeout as pause } from 'node:timers/promises';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import { keysOf } from '../discovery/documents.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { clientCredentialsForm, textOf, tokenKey, type Probe, type Registered } from '../probe.ts';
import { explicit } from '../templates.ts';

const backEnd = 'register-b2b-explicit';
const other = 'register-web-explicit';

const askAs = (probe: Probe, { clientId, secret = '' }: Registered, scope?: string, purpose = 'token') =>
  probe.requestToken(purpose, { form: clientCredentialsForm(scope), authorization: probe.basic(clientId, secret) });

const askAbout = (
  probe: Probe,
  name: 'introspection' | 'revocation',
  { clientId, secret = '' }: Registered,
  token: string,
): Promise<Sent> =>
  probe.requestToken(name === 'introspection' ? 'introspect' : 'revoke', {
    url: probe.endpoint(name),
    form: [['token', token]],
    authorization: probe.basic(clientId, secret),
  });

const identity = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'];

/** Scopes for an API: those that are published beside OpenID Connect's own and the administrator's. */
export function apiScopes(probe: Probe): readonly string[] {
  const published: unknown = probe.metadata()['scopes_supported'];
  const power = probe.subject.scope?.split(' ') ?? [];
  return (Array.isArray(published) ? published : []).filter(
    (scope): scope is string => typeof scope === 'string' && !identity.includes(scope) && !power.includes(scope),
  );
}

/** The answer that gave the client its token. */
const tokenAnswer = (probe: Probe, client: Registered): Promise<Sent> =>
  probe.once(tokenKey(client.clientId), () => askAs(probe, client));

/** When a gateway has no token before this many seconds, its users have one that does not work. */
const longestDelay = 30;

async function firstToken(probe: Probe): Promise<Sent> {
  const client = await probe.throwaway(explicit.b2b);
  const since = performance.now();
  const elapsed = () => (performance.now() - since) / 1000;
  let answer = await askAs(probe, client);
  for (let wait = 500; !isSuccess(answer) && elapsed() < longestDelay; wait = Math.min(wait * 2, 5000)) {
    await pause(wait);
    answer = await askAs(probe, client);
  }
  if (isSuccess(answer)) probe.note('works after', Math.ceil(elapsed()));
  return answer;
}

/** As a gateway does it that validates tokens itself; a token that is none of these is opaque. */
async function validate(probe: Probe, client: Registered, token: string): Promise<boolean> {
  if (!isJwt(token)) return false;
  const url = textOf(probe.metadata()['jwks_uri']);
  if (url === undefined)
    throw new Inconclusive('the access token is a JWT, and the discovery document names no jwks_uri');
  const keys = await keysOf(probe, url);
  const issuer = textOf(probe.metadata()['issuer']);
  try {
    const set = createLocalJWKSet(keys.members as unknown as Parameters<typeof createLocalJWKSet>[0]);
    const { payload } = await jwtVerify(token, set, issuer === undefined ? {} : { issuer });
    probe.note('token', 'valid');
    noteClient(probe, client, payload['client_id'] ?? payload['azp']);
  } catch (error) {
    probe.note('token', error instanceof Error ? error.message : 'invalid');
  }
  return true;
}

function isJwt(token: string): boolean {
  try {
    return token.split('.').length === 3 && typeof decodeProtectedHeader(token).alg === 'string';
  } catch {
    return false;
  }
}

const noteClient = (probe: Probe, { clientId }: Registered, claim: unknown): void =>
  probe.note('client', claim === clientId ? 'the registered id' : (textOf(claim) ?? 'absent'));

/** Tokens of a client without a user: what they are good for, and who else can use them. */
export const tokenCases: readonly ProbeCase[] = [
  {
    name: 'use-b2b-scope',
    title: 'ask for a token with the API scope that the client was registered with',
    needs: ['api-scope'],
    twin: 'use-b2b',
    async run(probe) {
      const [scope = ''] = apiScopes(probe);
      const client = await probe.throwaway({ ...explicit.b2b, scope });
      return askAs(probe, client, scope);
    },
  },
  {
    name: 'use-b2b-validate',
    title: 'validate a token of the client as an API gateway does: by its signature, or by asking the IdP',
    twin: 'use-b2b',
    async run(probe) {
      const client = probe.client(backEnd);
      const token = await probe.accessTokenOf(client);
      const isValidated = await validate(probe, client, token);
      if (probe.finding('introspection')?.has !== true) {
        if (isValidated) return probe.again('token', await tokenAnswer(probe, client));
        throw new Inconclusive(
          'the access token is opaque, and the IdP names no introspection_endpoint to ask about it',
        );
      }
      const answer = await askAbout(probe, 'introspection', client, token);
      if (!isValidated && isSuccess(answer)) noteClient(probe, client, answer.members['client_id']);
      probe.keep({ ...client, token: answer.members['active'] === true ? token : undefined });
      return answer;
    },
  },
  {
    name: 'use-b2b-at-once',
    title: 'ask for a token at once after a registration, and again until there is one',
    run: firstToken,
  },
  {
    name: 'use-b2b-code-grant',
    title: 'exchange a code as a client that registered client_credentials alone',
    twin: 'use-b2b',
    run(probe) {
      const { clientId, secret = '' } = probe.client(backEnd);
      return probe.requestToken('token', {
        form: [
          ['grant_type', 'authorization_code'],
          ['code', `${probe.prefix}no-code`],
          ['redirect_uri', 'https://app.example/callback'],
        ],
        authorization: probe.basic(clientId, secret),
      });
    },
  },
  {
    name: 'use-web-password-grant',
    title: 'ask for a token with user name and password, a grant that the client did not register',
    twin: 'use-b2b',
    run(probe) {
      const { clientId, secret = '' } = probe.client(other);
      return probe.requestToken('token', {
        form: [
          ['grant_type', 'password'],
          ['username', `${probe.prefix}nobody`],
          ['password', `${probe.prefix}no-password`],
        ],
        authorization: probe.basic(clientId, secret),
      });
    },
  },
  {
    name: 'use-b2b-foreign-revoke',
    title: 'revoke that token as another client, and ask about it again',
    needs: ['introspection', 'revocation'],
    twin: 'use-b2b-validate',
    async run(probe) {
      const { token } = probe.client('use-b2b-validate');
      if (token === undefined) throw new Inconclusive('the client is not told that its own token is active');
      await askAbout(probe, 'revocation', probe.client(other), token);
      return askAbout(probe, 'introspection', probe.client(backEnd), token);
    },
  },
];
