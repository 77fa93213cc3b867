import type { IdpSettings } from '../../../config/idp-settings.ts';
import type { FromImages } from '../../containers/from-images.ts';
import { ownImage } from '../../images/own-image.ts';

type MockSettings = Extract<IdpSettings, { kind: 'mock' }>;

const port = 9080;

const deadline = 30_000;

/** The mock IdP as a container. It announces the address at which the recorder finds it, whatever port it was given outside. */
export const mockFromImage =
  ({ profile }: MockSettings): FromImages<MockSettings> =>
  async (group) => {
    const image = await ownImage(group.engine);
    return async () => {
      const mock = await group.start({
        name: 'mock-idp',
        image,
        command: ['mock', '--host', '0.0.0.0', '--port', String(port)],
        ports: [port],
        ready: { port, path: '/_control/health' },
        deadline,
      });
      return { kind: 'mock', profile, controlUrl: mock.origin(port), run: 'image' };
    };
  };
