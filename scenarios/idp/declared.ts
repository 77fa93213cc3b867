import { formEncode } from '../../src/oauth/basic.ts';
import type { Abilities, CapabilityName } from './capability.ts';
import type { Subject } from './subject.ts';

interface Declared {
  readonly given: (subject: Subject) => boolean;
  readonly yes: string;
  readonly no: string;
}

/** Abilities that follow from what the user gave; all others are found out. */
const declared: Partial<Readonly<Record<CapabilityName, Declared>>> = {
  'cc-token': {
    given: ({ clientId, clientSecret }) => clientId !== undefined && clientSecret !== undefined,
    yes: 'a client id and a secret were given',
    no: 'no client of an administrator was given (--client-id, --client-secret)',
  },
  registrar: {
    given: ({ clientId, clientSecret, initialAccessToken }) =>
      initialAccessToken !== undefined || (clientId !== undefined && clientSecret !== undefined),
    yes: 'credentials for the registration endpoint were given',
    no: 'no credentials were given, so registration is tried without a token (--client-id, --initial-access-token)',
  },
  'reserved-characters': {
    given: ({ clientId = '', clientSecret = '' }) =>
      formEncode(clientId) !== clientId || formEncode(clientSecret) !== clientSecret,
    yes: 'the client id or the secret that was given has characters that form-encoding changes',
    no: 'neither client id nor secret has a character that form-encoding changes, so there is one way to write them',
  },
  iat: {
    given: ({ initialAccessToken }) => initialAccessToken !== undefined,
    yes: 'an initial access token was given',
    no: 'no initial access token was given (--initial-access-token)',
  },
  'admin-scope': {
    given: ({ scope = '' }) => scope !== '',
    yes: 'the scope that opens registration was given',
    no: 'no scope that opens registration was given (--scope)',
  },
  'second-client': {
    given: ({ secondClientId, secondClientSecret }) => secondClientId !== undefined && secondClientSecret !== undefined,
    yes: 'a second client was given',
    no: 'no second client without the scope was given (--second-client-id, --second-client-secret)',
  },
  renew: {
    given: ({ renewEndpoint }) => renewEndpoint !== undefined,
    yes: 'a renewal endpoint was given',
    no: 'no renewal endpoint was given (--renew-endpoint)',
  },
  user: {
    given: ({ user }) => user !== undefined,
    yes: 'a test user was given',
    no: 'no test user was given (--user, --password)',
  },
  load: {
    given: ({ load }) => load === true,
    yes: 'many requests at once were allowed',
    no: 'many requests at once were not allowed (--load)',
  },
  canary: {
    given: ({ canaryHost }) => canaryHost !== undefined,
    yes: 'an address of this machine that the IdP can reach was given',
    no: 'no address of this machine that the IdP can reach was given (--canary-host)',
  },
};

export function declare(abilities: Abilities, subject: Subject): void {
  for (const [name, { given, yes, no }] of Object.entries(declared) as [CapabilityName, Declared][])
    if (given(subject)) abilities.grant(name, yes);
    else abilities.deny(name, no);
}
