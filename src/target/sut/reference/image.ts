import type { ReferenceSettings } from '../../../config/sut-settings.ts';
import type { FromImages } from '../../containers/from-images.ts';
import { ownImage } from '../../images/own-image.ts';

/** Ports of the official images. */
const ports = { api: 8083, console: 8084, portal: 8085 };

const deadline = 30_000;

/** The stand-in for APIM as a container: the same code as in this process, behind mapped ports. */
export const referenceFromImage =
  ({ mode }: ReferenceSettings): FromImages<ReferenceSettings> =>
  async (group) => {
    const image = await ownImage(group.engine);
    return async () => {
      const apim = await group.start({
        name: 'reference-apim',
        image,
        command: [
          ...['reference', '--mode', mode, '--host', '0.0.0.0'],
          ...Object.entries(ports).flatMap(([site, port]) => [`--${site}-port`, String(port)]),
        ],
        ports: Object.values(ports),
        ready: { port: ports.portal, path: '/' },
        deadline,
      });
      return {
        kind: 'reference',
        mode,
        run: {
          how: 'attach',
          managementUrl: `${apim.origin(ports.api)}/management`,
          portalApiUrl: `${apim.origin(ports.api)}/portal`,
          consoleUrl: apim.origin(ports.console),
          portalUrl: apim.origin(ports.portal),
          containers: [apim.asPart],
        },
      };
    };
  };
