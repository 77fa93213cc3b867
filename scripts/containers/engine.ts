import { spawnSync } from 'node:child_process';

// These tests remove everything themselves, and where no image can be pulled there is no reaper.
process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';

const { findEngine } = await import('../../src/target/containers/engine.ts');

/** Why the tests with containers are left out; false: there is an engine. */
export const withoutEngine: string | false = await findEngine().then(
  () => false as const,
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
);

const isThere = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Why those with a real Keycloak are left out. */
export const withoutKeycloak: string | false =
  withoutEngine ||
  (isThere('mvn', '-v') && isThere('java', '-version') ? await notFetched() : 'Keycloak needs Maven and Java 17.');

/** It is fetched once for a machine. */
async function notFetched(): Promise<string | false> {
  const { keycloakHome } = await import('../idps/keycloak.ts');
  return keycloakHome().then(
    () => false as const,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** Everything in the engine that a run made, but for images, which are used again. */
export async function leftOf(label = 'dcr-harness=true'): Promise<string[]> {
  const { findLeft } = await import('../../src/target/containers/sweep.ts');
  const left = await findLeft(await findEngine(), label);
  return left.filter(({ kind }) => kind !== 'image').map(({ kind, name }) => `${kind} ${name}`);
}

/** The reference APIM's and the mock's image, built so that a test measures a warm start. */
export async function buildOwnImage(): Promise<string> {
  const { ownImage } = await import('../../src/target/images/own-image.ts');
  return ownImage(await findEngine());
}
