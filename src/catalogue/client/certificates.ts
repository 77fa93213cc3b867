import { defineChecks, everyProfile } from '../define.ts';
import { every, type Demand } from '../rules.ts';
import { sighted, type SightedSpot } from '../sighted.ts';
import { interoperability, rfc6749, rfc7591, rfc9110 } from '../specs.ts';
import { mutant } from './mutations.ts';
import { seeInstead } from './sighting-mutations.ts';

type Certificate = SightedSpot<'certificate'>;
type Shown = Certificate['value']['sighting']['shows'];

const story = 'golden-tls';

const offered = (...kinds: readonly Shown[]) =>
  sighted('certificate', 'no story offered a provider with such a certificate', ({ shows }) => kinds.includes(shows));

/** The provider is refused before anything is sent: metadata from a stranger would say where the secret goes. */
const isRefusedUnasked: Demand<Certificate> = ({ value: { sighting } }) => {
  if (sighting.requests > 0) return { expected: 'no request', found: `${sighting.requests} to the server` };
  return sighting.outcome === 'refused' ? undefined : { expected: 'a refusal', found: 'saved' };
};

const isSaved: Demand<Certificate> = ({ value: { sighting } }) =>
  sighting.outcome === 'saved'
    ? undefined
    : { expected: 'the provider saved', found: `refused: ${sighting.message ?? 'without a word'}` };

const offer = (shows: Shown, change: Parameters<typeof seeInstead<'certificate'>>[2]) =>
  seeInstead(story, 'certificate', change, { shows });

/** Whom the product believes to be its identity provider. */
export const certificates = defineChecks(
  {
    id: 'X-03',
    slug: 'certificate-for-another-name',
    title: 'sends nothing to a server whose certificate is for another name',
    spec: [rfc6749('10.9'), rfc9110('4.3.4'), rfc7591('5')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['certificate-of-another-name'],
    why: 'Whoever has any certificate at all could stand in for the identity provider and be given the secret.',
    judge: every(offered('other-name'), isRefusedUnasked),
    mutant: mutant('asks it for metadata all the same', offer('other-name', { requests: 1 })),
  },
  {
    id: 'X-04',
    slug: 'untrusted-certificate',
    title:
      'sends nothing to a server whose certificate no known authority vouches for, has expired or is not for servers',
    spec: [rfc6749('10.9'), rfc9110('4.3.4'), rfc7591('5')],
    quote:
      "The client MUST validate the authorization server's TLS certificate as defined by [RFC6125] and in accordance with its requirements for server identity authentication.",
    level: 'MUST',
    profiles: everyProfile,
    needs: ['unknown-authority', 'expired-certificate', 'certificate-not-for-servers'],
    why: 'Anybody on the way could stand in for the identity provider and be given the secret.',
    judge: every(offered('unknown-authority', 'expired', 'not-for-servers'), isRefusedUnasked),
    mutant: mutant('trusts every authority', offer('unknown-authority', { outcome: 'saved', requests: 2 })),
  },
  {
    id: 'X-05',
    slug: 'private-authority',
    title: 'trusts the authority that the administrator put into the trust store of the provider',
    spec: [rfc9110('4.3.4'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['good-certificate'],
    why: 'Identity providers inside a company have certificates of its own authority.',
    judge: every(offered('good'), isSaved),
    mutant: mutant(
      'looks at the usual authorities only',
      offer('good', { outcome: 'refused', message: 'unable to verify the certificate' }),
    ),
  },
);
