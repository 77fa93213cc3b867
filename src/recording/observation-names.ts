/**
 * What a scenario can set out to see and a check can need to have seen. The test for each is in `observations.ts`;
 * the names stand alone so that the recording's schema can list them.
 */
export const observationNames = [
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
  'end-of-story',
] as const;

export type PlainObservation = (typeof observationNames)[number];

/** `fault:client-id-missing`: an answer that was changed on purpose reached the client. */
export type FaultObservation = `fault:${string}`;

/** `case:register-web-minimal`: the harness tried that at an identity provider. */
export type CaseObservation = `case:${string}`;

export type ObservationName = PlainObservation | FaultObservation | CaseObservation;
