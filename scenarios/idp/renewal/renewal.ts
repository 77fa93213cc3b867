import { defineGroup, type ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { bearer, clientCredentialsForm, type Probe, type Registered } from '../probe.ts';
import { pairOf } from '../management/request.ts';
import { explicit } from '../templates.ts';

/** APIM calls the address that its administrator typed, with the registration access token and no body (4.13, recorded). */
function askRenewal(probe: Probe, client: Registered, token: string | null): Promise<Sent> {
  const { renewEndpoint = '', renewMethod = 'POST' } = probe.subject;
  return probe.send('renew', {
    method: renewMethod,
    url: renewEndpoint.replaceAll('{#client_id}', encodeURIComponent(client.clientId)),
    headers: token === null ? [] : [bearer(token)],
  });
}

const secretOf = (probe: Probe, clientId: string, secret: string | undefined) =>
  probe.requestToken('token', {
    form: clientCredentialsForm(undefined),
    authorization: probe.basic(clientId, secret ?? ''),
  });

const cases: readonly ProbeCase[] = [
  {
    name: 'renew',
    title: 'renew the secret of a Backend to Backend client, as APIM does: no body, no media type',
    async run(probe) {
      const client = await probe.throwaway(explicit.b2b);
      probe.keep(client, 'before-renewal');
      const answer = await askRenewal(probe, client, pairOf(client).token);
      probe.keep(isSuccess(answer) ? probe.rekey(client, answer) : client);
      return answer;
    },
  },
  {
    name: 'token-with-renewed-secret',
    title: 'ask for a token with the new secret',
    twin: 'renew',
    run: (probe) => secretOf(probe, probe.client('renew').clientId, probe.client('renew').secret),
  },
  {
    name: 'token-with-old-secret',
    title: 'ask for a token with the secret before the renewal',
    twin: 'token-with-renewed-secret',
    run: (probe) => secretOf(probe, probe.client('renew').clientId, probe.client('before-renewal').secret),
  },
  {
    name: 'renew-without-token',
    title: 'renew a secret without a token',
    twin: 'renew',
    run: (probe) => askRenewal(probe, probe.client('renew'), null),
  },
  {
    name: 'renew-foreign-token',
    title: 'renew a secret with the token of another client',
    twin: 'renew',
    async run(probe) {
      const other = await probe.throwaway(explicit.b2b);
      return askRenewal(probe, probe.client('renew'), pairOf(other).token);
    },
  },
  {
    name: 'renew-public',
    title: 'renew the secret of a client that has none',
    twin: 'renew',
    async run(probe) {
      const client = await probe.throwaway(explicit.spa);
      return askRenewal(probe, client, pairOf(client).token);
    },
  },
];

/** Renewal of a secret: no specification has it, Gravitee Access Management and APIM agreed on it. */
export const renewal = defineGroup(
  'renewal',
  'Secret renewal, as APIM asks for it',
  ...cases.map((one): ProbeCase => ({ ...one, needs: ['renew', 'mgmt-pair'] })),
);
