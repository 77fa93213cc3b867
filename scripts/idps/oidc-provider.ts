/**
 * A stock oidc-provider: registration, its management and client_credentials switched on, and nothing else done to it.
 *
 *   node scripts/idps/oidc-provider.ts        starts one, prints how to reach it, stops it at Ctrl-C
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { createStore } from '../../mock-idp/provider/store.ts';
import { runAlone } from './alone.ts';
import type { RunningIdp } from './running-idp.ts';

export interface RunningStock extends RunningIdp {
  /** The library takes no access token of a client for a registration; this one an administrator hands out. */
  readonly initialAccessToken: string;
}

const adminClientId = 'apim';

export async function startOidcProvider(): Promise<RunningStock> {
  const adminClientSecret = randomBytes(24).toString('base64url');
  const store = createStore();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    adapter: store.adapter,
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    features: {
      registration: { enabled: true, initialAccessToken: true },
      registrationManagement: { enabled: true },
      clientCredentials: { enabled: true },
    },
    clients: [
      {
        client_id: adminClientId,
        client_secret: adminClientSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  const initialAccessToken = await new provider.InitialAccessToken({}).save();
  return {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    adminClientId,
    adminClientSecret,
    scope: '',
    initialAccessToken,
    count: () => Promise.resolve(store.listClients().length),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

if (import.meta.main) await runAlone(startOidcProvider);
