import { everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { graviteeApplicationTypes, interoperability, rfc7591, rfc8252 } from '../../specs.ts';
import { cases, statuses } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { equals, isAccepted } from '../demands.ts';
import { idpMutant, refuse, rewrite, setMembers } from '../rewrite.ts';
import { registeredMembers, statusesBeside } from './registered.ts';

const redirectRefused = refuse(400, 'invalid_redirect_uri');

/** The kinds of application that a product registers. */
export const types = defineIdpChecks(
  {
    id: 'IR-26',
    slug: 'no-redirect-uris-needed',
    title: 'registers a Backend to Backend client without the member redirect_uris',
    spec: [rfc7591('2'), interoperability],
    level: 'INTEROP',
    profiles: ['oauth'],
    needs: cases('register-b2b-minimal', 'register-b2b-explicit'),
    why: 'RFC 7591 wants redirect URIs of clients of redirect-based flows only.',
    judge: every(statuses('register-b2b-minimal'), isAccepted),
    mutant: idpMutant('wants redirect_uris', rewrite('register-b2b-minimal', redirectRefused)),
  },
  {
    id: 'IR-27',
    slug: 'empty-redirect-uris-accepted',
    title: 'registers a Backend to Backend client with an empty list of redirect URIs',
    spec: [rfc7591('2'), interoperability],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: cases('register-b2b-explicit'),
    why: 'Gravitee APIM sends redirect_uris: [] for such a client.',
    judge: every(statuses('register-b2b-explicit'), isAccepted),
    mutant: idpMutant('refuses it', rewrite('register-b2b-explicit', redirectRefused)),
    related: ['AP-06'],
  },
  {
    id: 'IR-30',
    slug: 'product-application-types-accepted',
    title: 'registers clients with the application types of the product, in both spellings',
    spec: [graviteeApplicationTypes],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: cases('register-b2b-apim', 'register-spa-apim', 'register-charset'),
    why: 'Gravitee APIM sends browser and backend_to_backend, its Console in upper case; there is no setting for it.',
    judge: every(
      statusesBeside(
        ['register-web-explicit', 'register-charset'],
        'register-b2b-apim',
        'register-b2b-apim-upper',
        'register-web-apim-upper',
        'register-spa-apim',
        'register-spa-apim-upper',
        'register-native-apim-upper',
      ),
      isAccepted,
    ),
    mutant: idpMutant(
      'knows web and native only',
      rewrite('register-spa-apim-upper', refuse(400, 'invalid_client_metadata')),
    ),
    related: ['AP-05'],
  },
  {
    id: 'IR-31',
    slug: 'loopback-redirect-accepted',
    title: 'registers a native application that comes back to a loopback address',
    spec: [rfc8252('7.3')],
    level: 'INTEROP',
    levelIn: { bcp: 'MUST' },
    profiles: everyProfile,
    needs: cases('register-native-loopback'),
    why: 'Desktop applications have no other way to get the answer.',
    judge: every(statuses('register-native-loopback'), isAccepted),
    mutant: idpMutant('refuses http', rewrite('register-native-loopback', redirectRefused)),
  },
  {
    id: 'IR-32',
    slug: 'private-scheme-accepted',
    title: 'registers a native application that comes back to a scheme of its own',
    spec: [rfc8252('7.1')],
    level: 'INTEROP',
    levelIn: { bcp: 'MUST' },
    profiles: everyProfile,
    needs: cases('register-native-scheme'),
    why: 'Mobile applications of many years use it.',
    judge: every(statuses('register-native-scheme'), isAccepted),
    mutant: idpMutant('knows https only', rewrite('register-native-scheme', redirectRefused)),
  },
  {
    id: 'IR-51',
    slug: 'no-grant-added',
    title: 'gives a Backend to Backend client no grant that it did not ask for',
    spec: [rfc7591('3.2.1'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('register-b2b-explicit'),
    why: 'Each grant that a client does not need is one more way to misuse it.',
    judge: every(registeredMembers(['grant_types'], 'register-b2b-explicit'), equals(['client_credentials'])),
    mutant: idpMutant(
      'adds refresh_token',
      rewrite('register-b2b-explicit', setMembers({ grant_types: ['client_credentials', 'refresh_token'] })),
    ),
  },
);
