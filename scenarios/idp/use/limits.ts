import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import { clientCredentialsForm, type Members, type Probe, type Registered } from '../probe.ts';
import { readClient } from '../management/request.ts';
import { withQuery } from '../token/credentials.ts';

const backEnd = 'register-b2b-explicit';
const web = 'register-web-explicit';
const twin = 'use-b2b';

function credentialsOf(probe: Probe, of: string): { readonly clientId: string; readonly secret: string } {
  const { clientId, secret }: Registered = probe.client(of);
  if (secret === undefined) throw new Inconclusive(`the client of ${of} got no secret`);
  return { clientId, secret };
}

const asks = (probe: Probe, of: string, purpose: string, scope?: string) => {
  const { clientId, secret } = credentialsOf(probe, of);
  return probe.requestToken(purpose, {
    authorization: probe.basic(clientId, secret),
    form: clientCredentialsForm(scope),
  });
};

/** What a client that was registered may not do, though it has a secret and can get a token. */
export const limitCases: readonly ProbeCase[] = [
  {
    name: 'client-token-other-grant',
    title: 'client credentials for a client that did not register the grant',
    twin,
    run: (probe) => asks(probe, web, 'a grant that was not registered'),
  },
  {
    name: 'client-token-admin-scope',
    title: 'a registered client asks for the scope that opens registration',
    needs: ['admin-scope'],
    twin,
    run: (probe) => asks(probe, backEnd, 'the scope that opens registration', probe.subject.scope),
  },
  {
    // The secret is of a client that lives as long as the run: a query is logged, and the administrator's must not be.
    name: 'token-credentials-in-query',
    title: 'a token for a registered client whose credentials stand in the query',
    twin,
    run(probe) {
      const { clientId, secret } = credentialsOf(probe, backEnd);
      const credentials: Members = { client_id: clientId, client_secret: secret };
      return probe.requestToken('credentials in the query', {
        url: withQuery(probe.endpoint('token'), Object.entries(credentials) as [string, string][]),
        form: clientCredentialsForm(undefined),
        authorization: null,
      });
    },
  },
  {
    name: 'read-with-access-token',
    title: 'read a client with an access token of its own',
    needs: ['mgmt-read'],
    twin: 'read',
    async run(probe) {
      const client = probe.client(backEnd);
      return readClient(probe, client, { purpose: 'read', token: await probe.accessTokenOf(client) });
    },
  },
];
