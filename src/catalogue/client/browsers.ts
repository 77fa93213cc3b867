import type { Sighting } from '../../recording/browser.ts';
import { defineChecks, everyProfile, type CatalogueCheck } from '../define.ts';
import { every } from '../rules.ts';
import { interoperability, rfc6749, rfc6750, rfc7592 } from '../specs.ts';
import { browsersWith, noneOf } from './browser-rules.ts';
import { editRecording, mutant } from './mutations.ts';

const ofBrowsers = {
  level: 'SEC',
  profiles: everyProfile,
  needs: ['browsers'],
} as const satisfies Partial<CatalogueCheck>;

/** A person's browser of the golden story is given one secret more. */
const give = (person: string, sighting: Sighting) =>
  editRecording('golden-connect', (recording) => ({
    ...recording,
    browsers: (recording.browsers ?? []).map((browser) =>
      browser.person === person ? { ...browser, sightings: [...browser.sightings, sighting] } : browser,
    ),
  }));

const answer = { form: 'raw', in: 'response', at: 'GET /applications' } as const;

/** What people's browsers are given. */
export const browsers = defineChecks(
  {
    id: 'H-57',
    slug: 'secret-shown-by-role',
    title: 'gives the secret of a client to its owner and the administrator only',
    spec: [rfc6749('10.1'), interoperability],
    ...ofBrowsers,
    why: 'Whoever has it can act as the application.',
    judge: every(browsersWith('client-secret'), ({ value: { person, sightings } }) =>
      person === 'administrator' || person === 'developer' ? undefined : noneOf(sightings),
    ),
    mutant: mutant('gives it to another developer', give('another-developer', { kind: 'client-secret', ...answer })),
  },
  {
    id: 'X-09',
    slug: 'no-token-in-browser',
    title: 'keeps access tokens and registration access tokens out of browsers',
    spec: [rfc6750('5.3'), rfc7592('5')],
    ...ofBrowsers,
    why: 'Only the product needs them, and with one of them anybody can change or delete the client.',
    judge: every(browsersWith('access-token', 'registration-access-token'), ({ value }) => noneOf(value.sightings)),
    mutant: mutant(
      'shows a registration access token to the developer',
      give('developer', { kind: 'registration-access-token', ...answer }),
    ),
  },
  {
    id: 'X-29',
    slug: 'provider-secret-not-returned',
    title: 'never gives the secret of the provider back',
    spec: [rfc6749('10.1'), interoperability],
    ...ofBrowsers,
    why: 'The secret opens registration for everyone who may read a settings page, or a copy of its traffic.',
    judge: every(browsersWith('provider-secret'), ({ value: { person, sightings } }) =>
      noneOf(person === 'administrator' ? sightings.filter((sighting) => sighting.in === 'response') : sightings),
    ),
    mutant: mutant(
      'answers the administrator with it',
      give('administrator', { kind: 'provider-secret', ...answer, at: 'GET /providers' }),
    ),
  },
);
