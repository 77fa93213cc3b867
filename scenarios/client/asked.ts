import type { ApplicationInput } from '../../fixtures/pages/application-input.ts';
import type { ApplicationType } from '../../src/recording/recording.ts';

/** The grants that a page preselects for a type, in every UI from 3.20 to 4.13. */
export const defaultGrants: Readonly<Record<ApplicationType, readonly string[]>> = {
  simple: [],
  browser: ['authorization_code'],
  web: ['authorization_code'],
  native: ['authorization_code'],
  backend_to_backend: ['client_credentials'],
};

const redirectUris: Readonly<Record<ApplicationType, readonly string[]>> = {
  simple: [],
  browser: ['https://spa.example/callback'],
  web: ['https://app.example/callback', 'https://app.example/silent'],
  native: ['com.example.app:/callback'],
  backend_to_backend: [],
};

const descriptions: Readonly<Record<ApplicationType, string>> = {
  simple: 'An application that has a client of its own elsewhere',
  browser: 'A page whose users sign in at the IdP',
  web: 'A site whose users sign in at the IdP',
  native: 'An app on a phone whose users sign in at the IdP',
  backend_to_backend: 'A service that calls APIs on its own behalf',
};

/** An ordinary application of a type. */
export const ordinary = (type: ApplicationType, name: string): ApplicationInput => ({
  name,
  description: descriptions[type],
  type,
  redirectUris: redirectUris[type],
});
