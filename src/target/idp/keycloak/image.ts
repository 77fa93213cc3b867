import { randomBytes } from 'node:crypto';
import { GenericContainer, Wait } from 'testcontainers';
import { Inconclusive } from '../../../errors.ts';
import type { KeycloakAdmin } from './admin.ts';
import { builtWith } from './distribution.ts';

export const defaultImage = 'quay.io/keycloak/keycloak:26.5.0';

const port = 8080;

/** Keycloak builds itself anew at the first start of an image. */
const deadline = 180_000;

/** Starts Keycloak as a container of the engine that Testcontainers find. */
export async function startKeycloakImage(image: string): Promise<{ admin: KeycloakAdmin } & AsyncDisposable> {
  const username = 'admin';
  const password = randomBytes(24).toString('base64url');
  const container = await new GenericContainer(image)
    .withCommand(['start-dev', ...builtWith])
    .withEnvironment({ KC_BOOTSTRAP_ADMIN_USERNAME: username, KC_BOOTSTRAP_ADMIN_PASSWORD: password })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHttp('/realms/master', port).forStatusCode(200).withStartupTimeout(deadline))
    .start()
    .catch((error: unknown) => {
      throw new Inconclusive(
        `Keycloak: the image ${image} could not be started: ${error instanceof Error ? error.message : String(error)}. Is a container engine running, and can it pull the image? Without one, give a server with --idp-url or a distribution with --idp-home.`,
        { cause: error },
      );
    });
  return {
    admin: { url: `http://${container.getHost()}:${container.getMappedPort(port)}`, username, password },
    async [Symbol.asyncDispose]() {
      await container.stop({ removeVolumes: true });
    },
  };
}
