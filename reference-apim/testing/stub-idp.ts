import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

import { Bug } from '../../src/errors.ts';

/** A request as it came in: header order and case are kept. */
export interface SeenRequest {
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: string;
}

export interface StubAnswer {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface StubIdp extends AsyncDisposable {
  readonly origin: string;
  readonly seen: SeenRequest[];
}

async function read(message: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const raw = message.rawHeaders;
  const headers = raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
  return {
    method: message.method ?? '',
    target: message.url ?? '',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** An IdP that keeps every request and answers what the test says; `undefined` never answers. */
export async function startStubIdp(
  answer: (request: SeenRequest, count: number, origin: string) => StubAnswer | undefined,
): Promise<StubIdp> {
  const seen: SeenRequest[] = [];
  const server = createServer((message, response) => {
    void read(message).then((request) => {
      seen.push(request);
      const said = answer(request, seen.length, origin);
      if (said === undefined) return;
      response.writeHead(said.status, said.headers ?? { 'content-type': 'application/json' });
      response.end(said.body);
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Bug('the stub listens on no port');
  const origin = `http://localhost:${address.port}`;
  return {
    origin,
    seen,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
