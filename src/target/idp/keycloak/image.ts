import { randomBytes } from 'node:crypto';
import type { IdpSettings } from '../../../config/idp-settings.ts';
import { provideImages, type FromImages } from '../../containers/from-images.ts';
import { startArguments } from './distribution.ts';

type KeycloakSettings = Extract<IdpSettings, { kind: 'keycloak' }>;

const port = 8080;

/** Milliseconds: Keycloak builds itself anew at the start of an image that was not built with the same options. */
const deadline = 300_000;

/** Keycloak as a container, with an administrator made for the run. */
export const keycloakFromImage =
  (image: string): FromImages<KeycloakSettings> =>
  async (group) => {
    await provideImages(group.engine, image);
    return async () => {
      const username = 'admin';
      const password = randomBytes(24).toString('base64url');
      const keycloak = await group.start({
        name: 'keycloak',
        image,
        command: startArguments,
        environment: { KC_BOOTSTRAP_ADMIN_USERNAME: username, KC_BOOTSTRAP_ADMIN_PASSWORD: password },
        ports: [port],
        ready: { port, path: '/realms/master' },
        deadline,
        secrets: [password],
      });
      return { kind: 'keycloak', run: { how: 'attach', url: keycloak.origin(port), username, password } };
    };
  };
