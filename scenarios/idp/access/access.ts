import { Inconclusive } from '../../../src/errors.ts';
import type { Header } from '../../../src/recording/exchange.ts';
import { defineGroup, type ProbeCase } from '../case.ts';
import type { CapabilityName } from '../capability.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { acceptJson, bearer, clientCredentialsForm, jsonType, needed, type Probe } from '../probe.ts';
import { explicit } from '../templates.ts';
import { withQuery } from '../token/credentials.ts';

interface Admission {
  readonly authorization?: string;
  readonly query?: string;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The registration of `register-web-explicit`, with another way to show that it is allowed. */
const attempt = (probe: Probe, purpose: string, { authorization, query, members = {} }: Admission): Promise<Sent> => {
  const url = probe.endpoint('registration');
  return probe.register(purpose, {
    body: { client_name: probe.newName(), ...explicit.web, ...members },
    url: query === undefined ? url : withQuery(url, [['access_token', query]]),
    headers: [
      ...(authorization === undefined ? [] : [['Authorization', authorization] as Header]),
      jsonType,
      acceptJson,
    ],
  });
};

async function tokenOf(probe: Probe): Promise<string> {
  const token = await probe.adminToken();
  if (token === undefined) throw new Inconclusive('there is no token that opens registration');
  return token;
}

const admitted = (
  name: string,
  title: string,
  admission: (probe: Probe, token: string) => Admission | Promise<Admission>,
  more: readonly CapabilityName[] = [],
): ProbeCase => ({
  name,
  title,
  needs: ['protected', ...more],
  twin: 'register-web-explicit',
  run: async (probe) => attempt(probe, 'register', await admission(probe, await tokenOf(probe))),
});

/**
 * The same with the token where servers log it or store it. A token for this purpose alone is asked for, and revoked after; the
 * one that the run needs, or that an administrator gave away, is never put there.
 */
const exposed = (name: string, title: string, admission: (token: string) => Admission): ProbeCase => ({
  name,
  title,
  needs: ['protected', 'cc-token'],
  twin: 'register-web-explicit',
  async run(probe) {
    const token = needed(await probe.requestToken('throw-away token'), 'access_token');
    try {
      return await attempt(probe, 'register', admission(token));
    } finally {
      if (probe.finding('revocation')?.has === true) await revoke(probe, token);
    }
  },
});

const revoke = (probe: Probe, token: string): Promise<Sent> =>
  probe.requestToken('revoke', { url: probe.endpoint('revocation'), form: [['token', token]] });

const withoutToken: ProbeCase = {
  name: 'register-without-token',
  title: 'register without a token',
  needs: ['registrar'],
  twin: 'register-web-explicit',
  async run(probe) {
    const answer = await attempt(probe, 'register', {});
    const proof = `a registration without a token was answered with ${answer.status} (exchange ${answer.number} of idp-access)`;
    const [has, lacks] = isSuccess(answer) ? (['open', 'protected'] as const) : (['protected', 'open'] as const);
    probe.grant(has, proof);
    probe.deny(lacks, proof);
    return answer;
  },
};

/** A token of the second client, asked for without the scope, which it must not have. */
async function tokenWithoutScope(probe: Probe): Promise<string> {
  const { secondClientId = '', secondClientSecret = '' } = probe.subject;
  const answer = await probe.requestToken('token without the scope', {
    authorization: probe.basic(secondClientId, secondClientSecret),
    form: clientCredentialsForm(undefined),
  });
  return needed(answer, 'access_token');
}

async function registrationToken(probe: Probe): Promise<string> {
  const { token } = await probe.throwaway(explicit.web);
  if (token === undefined) throw new Inconclusive('the client got no registration_access_token');
  return token;
}

const cases: readonly ProbeCase[] = [
  withoutToken,
  admitted('register-garbage-token', 'register with a token that nobody issued', (probe) => ({
    authorization: `Bearer ${probe.prefix}nonsense`,
  })),
  admitted(
    'register-token-without-scope',
    'register with a token that lacks the scope',
    async (probe) => ({ authorization: `Bearer ${await tokenWithoutScope(probe)}` }),
    ['second-client'],
  ),
  admitted('register-lower-case-bearer', 'register with the scheme written "bearer"', (_probe, token) => ({
    authorization: `bearer ${token}`,
  })),
  exposed('register-two-tokens', 'register with the token in the header and in the query', (token) => ({
    authorization: `Bearer ${token}`,
    query: token,
  })),
  exposed('register-token-in-query', 'register with the token in the query alone', (token) => ({
    query: token,
  })),
  exposed('register-token-in-body', 'register with the token as a member of the body', (token) => ({
    members: { access_token: token },
  })),
  {
    name: 'register-client-credentials-token',
    title: 'register with an access token from the client credentials grant',
    needs: ['cc-token', 'protected'],
    async run(probe) {
      const token = await probe.clientCredentialsToken();
      if (token === undefined) throw new Inconclusive('the IdP gave the client of the administrator no token');
      return attempt(probe, 'register', { authorization: `Bearer ${token}` });
    },
  },
  // A client of its own: oidc-provider destroys a registration token that is used elsewhere.
  admitted(
    'register-registration-token',
    'register with the registration access token of a client',
    async (probe) => ({ authorization: `Bearer ${await registrationToken(probe)}` }),
    ['mgmt-pair'],
  ),
  // No DELETE or PUT: nobody knows what a strange IdP would do to all its clients.
  {
    name: 'registration-endpoint-get',
    title: 'GET of the registration endpoint',
    needs: ['registration'],
    async run(probe) {
      const token = await probe.adminToken();
      return probe.send('GET', {
        method: 'GET',
        url: probe.endpoint('registration'),
        headers: [...(token === undefined ? [] : [bearer(token)]), acceptJson],
      });
    },
  },
];

export const access = defineGroup('access', 'Who may register', ...cases);
