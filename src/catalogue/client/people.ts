import type { SightingOf } from '../../recording/sightings.ts';
import { objectOf, stringOf } from '../../recording/body.ts';
import type { Seen } from '../../recording/seen.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { every, type Demand } from '../rules.ts';
import { requestsIn, sighted, type SightedSpot } from '../sighted.ts';
import { interoperability, rfc7591, rfc7592 } from '../specs.ts';
import { mutant } from './mutations.ts';
import { seeInstead } from './sighting-mutations.ts';

const story = 'golden-people';

const row = { profiles: everyProfile, level: 'INTEROP' } as const;

type Act = SightingOf<'powerless-act'>;

/** The act is refused, and no request about the client leaves the product. */
const isRefused: Demand<SightedSpot<'powerless-act'>> = ({ recording, value: { sighting } }, { seen }) => {
  const sent = requestsIn(seen, recording, sighting.step).find(
    ({ role }) => role === 'management' || role === 'renewal',
  );
  if (sent !== undefined) return { expected: 'no request', found: `${sent.method} in exchange ${sent.number}` };
  return sighting.outcome === 'refused' ? undefined : { expected: 'a refusal', found: `${sighting.act}: done` };
};

const acts = (none: string, which: (act: Act) => boolean) => sighted('powerless-act', none, which);

/** The last answer to the registration of the application of that name. */
function registeredAs(seen: Seen, recording: string, name: string) {
  const own = seen
    .of('registration')
    .findLast((exchange) => exchange.recording === recording && exchange.application?.name === name);
  return own && objectOf(own.response.json);
}

/** Without an address for it, or without a secret, nothing can be renewed. */
const isOfferedWherePossible: Demand<SightedSpot<'renewal-offer'>> = ({ recording, value }, { seen }) => {
  const {
    sighting,
    recording: { provider },
  } = value;
  const answer = registeredAs(seen, recording, sighting.application);
  const isPublic = answer?.['token_endpoint_auth_method'] === 'none';
  if (!sighting.offered || (provider?.renewEndpoint !== undefined && !isPublic)) return undefined;
  return { expected: 'no button', found: isPublic ? 'a button for a client without a secret' : 'a button' };
};

export const people = defineChecks(
  {
    ...row,
    id: 'H-56',
    slug: 'subscription-has-client-id',
    title: 'subscribes an application with the client id that was registered for it',
    spec: [rfc7591('3.2.1'), interoperability],
    needs: ['subscription', 'registration-accepted'],
    why: 'The gateway refuses every call of the application.',
    judge: every(
      sighted('subscription', 'no application was subscribed'),
      ({ recording, value: { sighting } }, { seen }) => {
        const registered = stringOf(registeredAs(seen, recording, sighting.application)?.['client_id']);
        return registered === undefined || registered === sighting.clientId
          ? undefined
          : { expected: registered, found: sighting.clientId };
      },
    ),
    mutant: mutant(
      'subscribes with an id of its own',
      seeInstead(story, 'subscription', { clientId: '3f2a-of-the-product' }),
    ),
  },
  {
    ...row,
    id: 'S-13',
    slug: 'renewal-offered-where-possible',
    title: 'offers a renewal only where there is a secret and an address for it',
    spec: [interoperability],
    needs: ['renewal-offer', 'provider'],
    why: 'The button can only fail.',
    judge: every(sighted('renewal-offer', 'no page was looked at for a renewal'), isOfferedWherePossible),
    mutant: mutant(
      'offers it for a client without a secret',
      seeInstead(story, 'renewal-offer', { offered: true }, { application: 'Page of the shop' }),
    ),
  },
  {
    ...row,
    id: 'S-14',
    slug: 'renewal-confirmed',
    title: 'asks before it renews a secret',
    spec: [interoperability],
    needs: ['renewal-click'],
    why: 'The old secret is dead at once, and with it whatever uses it.',
    judge: every(sighted('renewal-click', 'no secret was renewed on a page'), ({ value: { sighting } }) =>
      sighting.confirmation ? undefined : { expected: 'a question', found: 'none' },
    ),
    mutant: mutant('renews at the first click', seeInstead(story, 'renewal-click', { confirmation: false })),
  },
  {
    ...row,
    id: 'S-16',
    slug: 'renewal-by-role',
    title: 'renews no secret for somebody who may only look',
    spec: [interoperability],
    level: 'SEC',
    needs: ['powerless-renewal'],
    why: 'A reader can end the application, and gets its new secret.',
    judge: every(
      acts('nobody who may only look tried to renew', ({ act, right }) => act === 'renew' && right === 'read'),
      isRefused,
    ),
    mutant: mutant('renews it', seeInstead(story, 'powerless-act', { outcome: 'done' }, { act: 'renew' })),
  },
  {
    ...row,
    id: 'X-26',
    slug: 'application-of-another-developer',
    title: 'lets nobody change the application of another',
    spec: [rfc7592('5'), interoperability],
    level: 'SEC',
    needs: ['stranger-act'],
    why: 'The product itself sends the wish of a stranger to the identity provider, with the right token.',
    judge: every(
      acts('no stranger tried anything', ({ right }) => right === 'none'),
      isRefused,
    ),
    mutant: mutant(
      'does what a stranger asks',
      seeInstead(story, 'powerless-act', { outcome: 'done' }, { right: 'none' }),
    ),
  },
);
