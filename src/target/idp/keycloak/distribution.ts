import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startChild } from '../child-process.ts';
import type { KeycloakAdmin } from './admin.ts';

export interface DistributionOptions {
  /** Folder of an unpacked `keycloak-quarkus-dist`. */
  home: string;
  /** The folder was built before with `builtWith`, so the server starts without doing that again. */
  built?: boolean;
}

/** A server that keeps everything in memory and speaks to no other. */
export const builtWith = ['--db=dev-mem', '--cache=local'] as const;

export const script = (home: string): string => join(home, 'bin', process.platform === 'win32' ? 'kc.bat' : 'kc.sh');

/** A cold start on a busy machine with two cores took more than two minutes. */
const deadline = 300_000;

/** Starts Keycloak from a folder, on any free port of this machine; its log says which. Java 17 or later is needed. */
export async function startDistribution({ home, built = false }: DistributionOptions) {
  const password = randomBytes(24).toString('base64url');
  const username = 'admin';
  const server = await startChild({
    name: 'Keycloak',
    command: script(home),
    args: [
      ...(built
        ? ['start', '--optimized', '--http-enabled=true', '--hostname-strict=false']
        : ['start-dev', ...builtWith]),
      '--http-host=127.0.0.1',
      '--http-port=0',
      '--log-console-color=false',
    ],
    env: { KC_BOOTSTRAP_ADMIN_USERNAME: username, KC_BOOTSTRAP_ADMIN_PASSWORD: password },
    ready: (line) => /Listening on: (http:\/\/\S+?)\.?(?:\s|$)/.exec(line)?.[1],
    deadline,
  });
  const admin: KeycloakAdmin = { url: server.said, username, password };
  return { admin, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
