import type { ObservationName } from '../../recording/observation-names.ts';
import { objectOf } from '../../recording/body.ts';
import type { SightingOf } from '../../recording/sightings.ts';
import { formValues } from '../credentials.ts';
import { defineChecks, everyProfile, type CatalogueCheck } from '../define.ts';
import { every, type Demand } from '../rules.ts';
import { isSentence } from '../sentences.ts';
import { requestsIn, sighted, type SightedSpot } from '../sighted.ts';
import { discovery10, interoperability, rfc6749, rfc7591 } from '../specs.ts';
import { dropExchanges, editRecording, mutant, setHeader, type Pick } from './mutations.ts';
import { markOf } from './marks.ts';
import { seeInstead } from './sighting-mutations.ts';

type Save = SightingOf<'provider-save'>;
type SaveSpot = SightedSpot<'provider-save'>;
type Wrong = NonNullable<Save['wrong']>;

const story = 'golden-provider';

const isRefusedWithReason: Demand<SaveSpot> = ({ value: { sighting } }) =>
  sighting.outcome === 'saved' ? { expected: 'a refusal', found: 'saved' } : isSentence(sighting.message);

type Words = { readonly [Name in 'id' | 'slug' | 'title' | 'spec' | 'why']: CatalogueCheck[Name] };

interface WrongSave extends Words {
  readonly level?: CatalogueCheck['level'];
  readonly wrong: Wrong;
  readonly need: ObservationName;
}

/** A provider that is wrong in one thing is not saved, and the administrator reads why. */
const refusesSave = ({ wrong, need, level = 'INTEROP', ...row }: WrongSave): CatalogueCheck => ({
  ...row,
  level,
  profiles: everyProfile,
  needs: [need],
  judge: every(
    sighted('provider-save', `no story saved a provider with a wrong ${wrong}`, (save) => save.wrong === wrong),
    isRefusedWithReason,
  ),
  mutant: mutant('saves it all the same', seeInstead(story, 'provider-save', { outcome: 'saved' }, { wrong })),
});

const saved = sighted(
  'provider-save',
  'no provider was saved that is right',
  ({ outcome, wrong }) => outcome === 'saved' && wrong === undefined,
);

/** The client credentials of the token requests of a recording, by the number of the exchange. */
const credentialsIn: (
  spot: SaveSpot,
  context: Parameters<Demand<SaveSpot>>[1],
) => readonly (readonly [number, string])[] = ({ recording }, { seen }) =>
  seen
    .of('token')
    .filter((exchange) => exchange.recording === recording)
    .map((exchange) => [
      exchange.exchange.step,
      [...exchange.request.header('authorization'), ...formValues(exchange, 'client_secret')].join(' '),
    ]);

/** Token requests after an edit prove the client as those before it did. */
const keepsSecret: Demand<SaveSpot> = (spot, context) => {
  const all = credentialsIn(spot, context);
  const { step } = spot.value.sighting;
  const before = all.findLast(([at]) => at < step)?.[1];
  const after = all.find(([at]) => at >= step)?.[1];
  return before === undefined || after === undefined || before === after
    ? undefined
    : { expected: `the credentials from before the edit, ${before}`, found: after };
};

/** Metadata that could be read, without an address to register at. */
function lacksEndpoint(json: unknown): boolean {
  const document = objectOf(json);
  return document !== undefined && document['registration_endpoint'] === undefined;
}

const tokenInSave: Pick = (seen) =>
  seen.of('token').filter(({ recording, step }) => recording === story && step?.title.includes('save') === true);

export const providerSaves = defineChecks(
  refusesSave({
    id: 'T-29',
    slug: 'credentials-probed-on-save',
    title: 'does not save a provider with credentials that the server refuses',
    spec: [rfc6749('4.4.2'), interoperability],
    wrong: 'credentials',
    need: 'wrong-credentials',
    why: 'The first developer who creates an application finds out what the administrator should have.',
  }),
  refusesSave({
    id: 'S-18',
    slug: 'renewal-settings-checked',
    title: 'does not save a renewal address that no request can be sent to',
    spec: [interoperability],
    wrong: 'renewal-address',
    need: 'wrong-renewal-address',
    why: 'Every renewal fails later, and nobody thinks of a setting.',
  }),
  refusesSave({
    id: 'X-16',
    slug: 'discovery-address-limited',
    title: 'does not ask an address inside its own network for metadata',
    spec: [interoperability],
    level: 'SEC',
    wrong: 'inner-address',
    need: 'inner-discovery-address',
    why: 'Whoever may save a provider can look around in the network of the product.',
  }),
  refusesSave({
    id: 'R-35',
    slug: 'claims-cannot-overwrite',
    title: 'does not let a claim of a person take the place of a standard member',
    spec: [rfc7591('5'), interoperability],
    level: 'SEC',
    wrong: 'claim-target',
    need: 'wrong-claim-target',
    why: 'Whoever controls that claim chooses the redirect URIs or the scope of a client.',
  }),
  refusesSave({
    id: 'P-04',
    slug: 'one-provider-only',
    title: 'does not save a second provider that it would never use',
    spec: [interoperability],
    wrong: 'second-provider',
    need: 'second-provider',
    why: 'The administrator waits for clients at an identity provider that is never asked.',
  }),
  {
    ...refusesSave({
      id: 'P-05',
      slug: 'licence-named',
      title: 'names the feature that the licence lacks',
      spec: [interoperability],
      wrong: 'licence',
      need: 'missing-licence',
      why: 'The administrator looks for a mistake in the provider.',
    }),
    judge: every(
      sighted('provider-save', 'no story saved a provider without the licence', ({ wrong }) => wrong === 'licence'),
      ({ value: { sighting } }) =>
        sighting.outcome === 'refused' && sighting.message?.includes('apim-dcr-registration') === true
          ? undefined
          : { expected: 'a message with apim-dcr-registration', found: sighting.message ?? sighting.outcome },
    ),
    mutant: mutant(
      'says only that it is forbidden',
      seeInstead(story, 'provider-save', { message: 'Forbidden' }, { wrong: 'licence' }),
    ),
  },
  {
    id: 'P-02',
    slug: 'token-probed',
    title: 'asks for a token while a provider with credentials is saved',
    spec: [rfc6749('4.4.2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['provider-save'],
    why: 'Credentials that nobody has tried may be wrong.',
    judge: every(
      saved,
      (
        {
          recording,
          value: {
            sighting,
            recording: { provider },
          },
        },
        { seen },
      ) =>
        provider?.initialAccessToken === 'initial_access_token' ||
        requestsIn(seen, recording, sighting.step).some(({ role }) => role === 'token')
          ? undefined
          : { expected: 'a token request in the step that saves', found: 'none' },
    ),
    mutant: mutant('saves without a look at the token endpoint', dropExchanges(tokenInSave)),
  },
  {
    id: 'P-03',
    slug: 'registration-endpoint-probed',
    title: 'does not save a provider whose metadata has no registration_endpoint',
    spec: [discovery10('3'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['fault:registration-endpoint-missing', 'provider-save-tried'],
    why: 'No application can be created, and nobody knows until somebody tries.',
    judge: every(
      sighted('provider-save', 'no provider was saved whose metadata lacks the member'),
      (spot, { seen }) => {
        const lacking = requestsIn(seen, spot.recording, spot.value.sighting.step).some(
          ({ role, response }) => role === 'discovery' && response.status === 200 && lacksEndpoint(response.json),
        );
        return lacking && spot.value.sighting.outcome === 'saved'
          ? { expected: 'a refusal', found: 'saved' }
          : undefined;
      },
    ),
    mutant: mutant(
      'saves the provider',
      seeInstead('fault-registration-endpoint-missing', 'provider-save', { outcome: 'saved' }),
    ),
    related: ['P-02'],
  },
  {
    id: 'P-06',
    slug: 'secret-kept-on-edit',
    title: 'keeps the secret of a provider when something else of it is edited',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['provider-edit', 'token-request'],
    why: 'A new name for the provider ends all registrations.',
    judge: every(
      sighted(
        'provider-save',
        'no provider was saved again without its secret',
        ({ outcome, first, typed }) =>
          outcome === 'saved' && !first && !typed.includes('clientSecret') && !typed.includes('discoveryEndpoint'),
      ),
      keepsSecret,
    ),
    mutant: mutant(
      'sends an empty secret after the edit',
      setHeader(
        (seen) =>
          seen
            .of('token')
            .filter(({ recording, step }) => recording === story && step?.title.endsWith('again') === true),
        'Authorization',
        `Basic ${markOf('empty provider secret')}`,
      ),
    ),
  },
  {
    id: 'P-07',
    slug: 'registration-switched-off',
    title: 'offers no type that is registered once registration is switched off',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration-off'],
    why: 'The developer fills in a form that leads nowhere.',
    judge: every(
      sighted('types-offered', 'no story switched registration off', ({ registration }) => !registration),
      ({ value: { sighting } }) => {
        const wrong = sighting.offered.filter((type) => type !== 'simple');
        return wrong.length === 0 ? undefined : { expected: 'simple, or nothing', found: wrong.join(', ') };
      },
    ),
    mutant: mutant(
      'still offers a Web application',
      seeInstead(story, 'types-offered', { offered: ['simple', 'web'] }),
    ),
  },
  {
    id: 'RT-27',
    slug: 'disabled-type-refused',
    title: 'creates no application of a type that is switched off',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['disabled-type'],
    why: 'What the administrator forbids can be done by another way.',
    judge: every(
      (seen) => ({
        spots: seen.recordings.flatMap(({ id, applications }) =>
          applications
            .filter(({ typeEnabled }) => typeEnabled === false)
            .map((value) => ({ value, recording: id, subject: `application ${value.name}` })),
        ),
        none: 'no story asked for a type that is switched off',
      }),
      ({ value, recording }, { seen }) => {
        const sent = seen.of('registration').some((one) => one.recording === recording && one.application === value);
        return value.outcome === 'refused' && !sent
          ? undefined
          : { expected: 'a refusal and no request', found: sent ? 'a registration request' : 'the application' };
      },
    ),
    mutant: mutant(
      'creates it',
      editRecording(story, (recording) => ({
        ...recording,
        applications: recording.applications.map((application) =>
          application.typeEnabled === false ? { ...application, outcome: 'created' } : application,
        ),
      })),
    ),
  },
);
