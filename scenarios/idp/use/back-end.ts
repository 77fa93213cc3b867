import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import { clientCredentialsForm, tokenKey, type Probe, type Registered } from '../probe.ts';
import { openAuthorization } from './authorization.ts';

/** The Backend to Backend client that was registered with everything stated, so its method is `client_secret_basic`. */
const backEnd = 'register-b2b-explicit';

function secretOf({ secret, clientId }: Registered): string {
  if (secret !== undefined) return secret;
  throw new Inconclusive(`the IdP gave ${clientId} no secret`);
}

const askWith = (probe: Probe, { clientId }: Registered, secret: string) =>
  probe.requestToken('token', {
    form: clientCredentialsForm(undefined),
    authorization: probe.basic(clientId, secret),
  });

/** What a client without a user can do, and what it cannot. */
export const backEndCases: readonly ProbeCase[] = [
  {
    name: 'use-b2b',
    title: 'ask for a token as the Backend to Backend client, by the method it registered',
    smoke: true,
    run(probe) {
      const client = probe.client(backEnd);
      return probe.once(tokenKey(client.clientId), () => askWith(probe, client, secretOf(client)));
    },
  },
  {
    name: 'use-b2b-wrong-secret',
    title: 'the same with a wrong secret',
    twin: 'use-b2b',
    run: (probe) => askWith(probe, probe.client(backEnd), 'not-the-secret-of-this-client'),
  },
  {
    name: 'use-b2b-secret-in-body',
    title: 'the same with the secret in the body, a method that the client did not register',
    twin: 'use-b2b',
    run(probe) {
      const client = probe.client(backEnd);
      return probe.requestToken('token', {
        form: [
          ...clientCredentialsForm(undefined),
          ['client_id', client.clientId],
          ['client_secret', secretOf(client)],
        ],
        authorization: null,
      });
    },
  },
  {
    name: 'use-b2b-authorization',
    title: 'ask for a code as the Backend to Backend client',
    twin: 'use-b2b',
    run: (probe) => openAuthorization(probe, probe.client(backEnd), { redirectUri: 'https://app.example/callback' }),
  },
];
