import { z } from 'zod';
import { browserSchema } from './browser.ts';
import { exchangeSchema } from './exchange.ts';
import { observationNames } from './observation-names.ts';
import { productLogSchema } from './product-log.ts';
import { sightingSchema } from './sightings.ts';

export const recordingVersion = 1;

/** An application type as the product names it (APIM 3.20 to 4.13, `types.json`). */
export const applicationTypes = ['simple', 'browser', 'web', 'native', 'backend_to_backend'] as const;
export type ApplicationType = (typeof applicationTypes)[number];

/** A page of a product, or the harness and the IdP themselves. */
const place = z.enum(['console', 'portal', 'idp', 'harness']);

/** One thing a person would say was done: "Console: switch Simple off". */
const stepSchema = z.strictObject({
  number: z.int().positive(),
  place,
  title: z.string(),
  startedAt: z.number(),
  endedAt: z.number(),
  outcome: z.enum(['done', 'failed']),
  /** Why it failed, or what it brought to light, in one sentence. */
  note: z.string().optional(),
  /** Path of the picture, relative to the folder of the recording. */
  screenshot: z.string().optional(),
});

/** One client as one of the three sides shows it. A member that the side does not show is left out. */
const clientView = z.strictObject({
  clientId: z.string().nullable(),
  name: z.string().optional(),
  grantTypes: z.array(z.string()).optional(),
  redirectUris: z.array(z.string()).optional(),
  authMethod: z.string().optional(),
  scope: z.string().optional(),
  /** Keyed hash of the client secret that this side shows; null when it shows none. */
  secret: z.string().nullable().optional(),
});

/** An application that the scenario asked the product to create: what was typed, and the three views of what came of it. */
const applicationSchema = z.strictObject({
  name: z.string(),
  type: z.enum(applicationTypes),
  through: z.enum(['console', 'portal', 'management-api', 'portal-api']),
  redirectUris: z.array(z.string()),
  grantTypes: z.array(z.string()),
  /** false: the type was switched off, and the application was asked for all the same. */
  typeEnabled: z.boolean().optional(),
  /** What the identity of the person said, by the names of the claims that the provider maps. */
  claims: z.record(z.string(), z.unknown()).optional(),
  outcome: z.enum(['created', 'refused']),
  /** Names of the faults that were armed when it was asked for, in a story with several; left out: not told. */
  armed: z.array(z.string()).optional(),
  /** What the person read when it was refused. */
  message: z.string().optional(),
  idp: clientView.nullable(),
  api: clientView.nullable(),
  console: clientView.nullable(),
  portal: clientView.nullable(),
});

/** The provider as the administrator typed it. Secrets are keyed hashes. */
const providerSchema = z.strictObject({
  name: z.string(),
  discoveryEndpoint: z.string(),
  initialAccessToken: z.enum(['client_credentials', 'initial_access_token']),
  clientId: z.string().optional(),
  scopes: z.array(z.string()),
  softwareId: z.string().optional(),
  renewEndpoint: z.string().optional(),
  /** Additional metadata that the administrator wants to be sent with each registration. */
  metadata: z.record(z.string(), z.unknown()).optional(),
  /** Claims of a person, each with the path of the member that it becomes: `organization.id`. */
  claims: z.array(z.strictObject({ claim: z.string(), member: z.string() })).optional(),
});

/** The system or IdP that was there. `kind` is the driver's name; `mode` what it was set to (`as-apim-3.20`, `gravitee`). */
const party = z.strictObject({ kind: z.string(), version: z.string(), mode: z.string().optional() });

/**
 * One thing that the harness tried at an identity provider. `accepted`, `refused`: what the decisive answer was. `skipped`: not
 * tried, and `because` is the proof that it does not apply. `failed`: the harness could not try it to the end.
 */
const caseSchema = z.strictObject({
  /** Stable: `register-web-minimal`. A check needs `case:register-web-minimal`. */
  name: z.string(),
  step: z.int().positive(),
  outcome: z.enum(['accepted', 'refused', 'skipped', 'failed']),
  because: z.string().optional(),
  /** The case with the same request without the defect. Unless that one was accepted, a refusal of this one proves nothing. */
  twin: z.string().optional(),
  /** Number of the exchange whose answer decides; null when none was made. */
  decisive: z.int().positive().nullable(),
  /** What each exchange of the case was for. */
  exchanges: z.array(z.strictObject({ number: z.int().positive(), purpose: z.string() })),
  /** What was seen beside the exchanges: counts, milliseconds, where a browser came to rest. Never a secret. */
  notes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** An ability of an identity provider, declared or found out, with the sentence that shows it. */
const capabilitySchema = z.strictObject({ name: z.string(), has: z.boolean(), proof: z.string() });

/** What one scenario saw. Immutable once written; a stored recording holds no secret in the clear. */
export const recordingSchema = z.strictObject({
  format: z.literal('dcr-harness/recording'),
  version: z.literal(recordingVersion),
  /** Stable id of the scenario: `tutorial`, `console-backend-to-backend`; of an import: the file's name. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: z.string(),
  startedAt: z.number(),
  endedAt: z.number(),
  /** `incomplete`: the harness could not walk the story to its end; `note` says why. */
  outcome: z.enum(['complete', 'incomplete']),
  note: z.string().optional(),
  sut: party.nullable(),
  idp: party.nullable(),
  /** Hosts beside the loopback that stand for the machine of the product itself: what is sent there does not leave it. */
  innerHosts: z.array(z.string()).optional(),
  /** What the scenario set out to see; null for an import, which sets out nothing. */
  plan: z
    .array(
      z.union([
        z.enum(observationNames),
        z.templateLiteral(['fault:', z.string()]),
        z.templateLiteral(['case:', z.string()]),
      ]),
    )
    .nullable(),
  provider: providerSchema.nullable(),
  applications: z.array(applicationSchema),
  /** Client ids that exist at the IdP when the scenario ends; null when it cannot be asked. */
  clientsAtIdp: z.array(z.string()).nullable(),
  steps: z.array(stepSchema),
  exchanges: z.array(exchangeSchema),
  /** What the story saw beside the exchanges. */
  sightings: z.array(sightingSchema).optional(),
  /** What people's browsers were given; left out: nobody looked. */
  browsers: z.array(browserSchema).optional(),
  /** What the product wrote into its logs; left out: they are not within reach. */
  productLogs: z.array(productLogSchema).optional(),
  /** Present when the harness itself was the client: what it tried, and what the IdP can do. */
  cases: z.array(caseSchema).optional(),
  capabilities: z.array(capabilitySchema).optional(),
});

export type Recording = z.infer<typeof recordingSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Place = z.infer<typeof place>;
export type Application = z.infer<typeof applicationSchema>;
export type ClientView = z.infer<typeof clientView>;
export type Provider = z.infer<typeof providerSchema>;
export type ProbedCase = z.infer<typeof caseSchema>;
export type Capability = z.infer<typeof capabilitySchema>;
export type Party = z.infer<typeof party>;
