import type { Settings } from '../config/settings.ts';
import { imagesOf as imagesOfAm } from './idp/gravitee-am/image.ts';
import { imagesOf as imagesOfApim } from './sut/apim/containers.ts';

/** Images of others that a run with these settings starts. */
export const wantedImages = ({ sut, idp }: Pick<Settings, 'sut' | 'idp'>): string[] => [
  ...(sut.kind === 'apim' && sut.run.how === 'image' ? imagesOfApim(sut.run) : []),
  ...(idp.kind === 'gravitee-am' && idp.run.how === 'image' ? imagesOfAm(idp.run) : []),
  ...(idp.kind === 'keycloak' && idp.run.how === 'image' ? [idp.run.image] : []),
];
