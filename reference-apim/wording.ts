import type { ReferenceMode } from './mode.ts';

/**
 * Texts that changed between 3.20 and 4.x. Seen on 3.20.32: `providerInvalid`, `notFound`, the type descriptions; on 4.10.9: the
 * later type descriptions.
 */
export interface Wording {
  readonly providerInvalid: string;
  readonly notFound: 'can not be found' | 'cannot be found';
  readonly typeDescriptions: Record<'simple' | 'browser' | 'web' | 'native' | 'backend_to_backend', string>;
}

const earlierDescriptions = {
  simple: 'A hands-free application. Using this type, you will be able to define the client_id by your own.',
  browser: 'Angular, React, Ember, ...',
  web: 'Java, .Net, ...',
  native: 'iOS, Android, ...',
  backend_to_backend: 'Machine to machine',
};

const laterDescriptions = {
  simple: 'A standalone client where you manage your own client_id. No DCR involved.',
  browser: 'Front-end JS apps (React, Angular, Vue) using DCR for authentication.',
  web: 'Server-side web apps (e.g., .NET, Java) that authenticate users through DCR.',
  native: 'Mobile and desktop apps (iOS, Android) that authenticate through DCR.',
  backend_to_backend: 'Machine-to-machine apps (scripts, daemons, CLIs) using DCR for API access.',
};

const later = {
  providerInvalid:
    'Client Registration provider is invalid or cannot be reached, making it impossible to create an oauth-based application.',
  notFound: 'cannot be found',
  typeDescriptions: laterDescriptions,
} as const;

export const wordings: Record<ReferenceMode, Wording> = {
  'as-apim-3.20': {
    providerInvalid:
      'Client Registration provider is invalid or can not be reach, making impossible to create an oauth-based application.',
    notFound: 'can not be found',
    typeDescriptions: earlierDescriptions,
  },
  'as-apim-4.12': later,
  correct: later,
};
