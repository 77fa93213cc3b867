/**
 * What a scenario can set out to see and a check can need to have seen. The test for each is in `observations.ts`;
 * the names stand alone so that the recording's schema can list them.
 */
const wireNames = [
  'discovery',
  'token-request',
  'basic-credentials',
  'decisive-basic-credentials',
  'registration',
  'registration-accepted',
  'registration-with-token',
  'registration:backend_to_backend',
  'registration:web',
  'registration:browser',
  'registration:native',
  'application:simple',
  'static-initial-access-token',
  'provider',
  'several-uis',
  'management-request',
  'update',
  'renewal',
  'three-views',
  'browsers',
  'product-log',
  'end-of-story',
  'registrations-in-a-row',
  'long-values',
  'disabled-type',
  'ipv6-address',
  'additional-metadata',
  'claim-mappings',
  'page-with-secret',
] as const;

/** What a story notes beside the exchanges; the test for each is in `sighted.ts`. */
export const sightedNames = [
  'provider-save',
  'provider-save-tried',
  'wrong-credentials',
  'wrong-renewal-address',
  'inner-discovery-address',
  'wrong-claim-target',
  'second-provider',
  'missing-licence',
  'provider-edit',
  'provider-switch',
  'provider-removal',
  'registration-off',
  'edit',
  'cleared-value',
  'product-edit',
  'management-try',
  'deletion',
  'restoration',
  'renewal-click',
  'renewal-offer',
  'reader-view',
  'powerless-renewal',
  'stranger-act',
  'subscription',
  'script-probe',
  'browser-answer',
  'answer-with-secret',
  'request-without-forgery-token',
  'provider-answer',
  'export-answer',
  'creations-at-once',
  'edits-at-once',
  'idp-change',
  'owner-change',
  'environments',
  'burst',
  'connections',
] as const;

export type SightedName = (typeof sightedNames)[number];

export const observationNames = [...wireNames, ...sightedNames] as const;

export type PlainObservation = (typeof observationNames)[number];

/** `fault:client-id-missing`: an answer that was changed on purpose reached the client. */
export type FaultObservation = `fault:${string}`;

/** `case:register-web-minimal`: the harness tried that at an identity provider. */
export type CaseObservation = `case:${string}`;

export type ObservationName = PlainObservation | FaultObservation | CaseObservation;
