import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { objectOf } from '../../src/recording/body.ts';

/** Stands before the discovery document and the registration endpoint of an IdP; all else goes to the IdP itself. */
export interface Front extends AsyncDisposable {
  readonly discoveryUrl: string;
  /** From now on every connection is cut. */
  goAway(): void;
}

/** Hop by hop, or about the body as it was on the way (RFC 9110 §7.6.1). */
const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding', 'content-encoding', 'keep-alive'];

/** Calls `onRegistration` with the front after each client that the IdP registered, before the answer is given on. */
export async function startFront(
  discoveryUrl: string,
  onRegistration: (count: number, front: Front) => void,
): Promise<Front> {
  const document = await (await fetch(discoveryUrl)).text();
  const metadata = objectOf(JSON.parse(document)) ?? {};
  const registrationUrl = String(metadata['registration_endpoint']);
  let count = 0;
  let isGone = false;
  const server = createServer((request, response) => {
    if (isGone) return void request.socket.destroy();
    if (request.method === 'GET') {
      const body = { ...metadata, registration_endpoint: `${origin()}/register` };
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    }
    void register(request.headers, buffer(request)).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      const body = await answer.text();
      if (answer.status === 201) onRegistration((count += 1), front);
      response.end(body);
    });
  });
  const register = async (headers: NodeJS.Dict<string | string[]>, body: Promise<Buffer>) =>
    fetch(registrationUrl, {
      method: 'POST',
      headers: Object.entries(headers)
        .filter(([name]) => !ownHeaders.includes(name))
        .map(([name, value]): [string, string] => [name, String(value)]),
      body: new Uint8Array(await body),
    });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const front: Front = {
    discoveryUrl: `${origin()}/.well-known/openid-configuration`,
    goAway() {
      isGone = true;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return front;
}
