import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

import { Bug, UsageError } from '../src/errors.ts';
import type { RestEnv } from './rest/env.ts';

export interface RunningSite extends AsyncDisposable {
  readonly origin: string;
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

function originOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Bug('a site listens on no port');
  return `http://${host}:${address.port}`;
}

/** Serves on this port, 0 for any. A port in use is a mistake of the user. */
export async function listen(app: Hono<RestEnv>, host: string, port: number): Promise<RunningSite> {
  const server = createServer((request, response) => void listener(request, response));
  const listener = getRequestListener(app.fetch);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (isCode(error, 'EADDRINUSE'))
      throw new UsageError(`Port ${port} on ${host} is in use. Stop what listens there, or choose another port.`);
    throw error;
  }
  return {
    origin: originOf(server, host),
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
