import { z } from 'zod';

const at = { step: z.int().positive() };
const person = { ...at, application: z.string(), person: z.string() };
/** What the person read. */
const message = z.string().optional();
/** Keyed hashes, as in the exchanges. */
const secrets = z.array(z.string());
const values = z.record(z.string(), z.unknown());

/** What a story typed wrong on purpose when it saved a provider. */
export const wrongSaves = [
  'credentials',
  'renewal-address',
  'inner-address',
  'claim-target',
  'second-provider',
  'licence',
] as const;

/**
 * One thing that a story saw beside the exchanges, in the step of that number: on a page, in an answer of the product's own
 * API, or done by another person. A story notes what it saw; a check that needs more is not-observed.
 */
export const sightingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('provider-save'),
    ...at,
    outcome: z.enum(['saved', 'refused']),
    message,
    /** No provider was there before. */
    first: z.boolean(),
    /** The fields that were typed, by their names in the recording's `provider`, and `clientSecret`. */
    typed: z.array(z.string()),
    wrong: z.enum(wrongSaves).optional(),
  }),
  /** A provider was offered whose server shows that certificate; its authority is in the trust store, but for the unknown one. */
  z.strictObject({
    kind: z.literal('certificate'),
    ...at,
    shows: z.enum(['good', 'unknown-authority', 'other-name', 'expired', 'not-for-servers']),
    outcome: z.enum(['saved', 'refused']),
    message,
    /** How many requests came to the server before the answer. */
    requests: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('provider-removal'), ...at }),
  z.strictObject({
    kind: z.literal('types-offered'),
    ...at,
    /** Whether the administrator has switched client registration on. */
    registration: z.boolean(),
    offered: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('edit'),
    ...at,
    outcome: z.enum(['saved', 'refused']),
    message,
    application: z.string(),
    /** Members of the client metadata with what was typed; null, "" or [] for what was cleared. */
    changed: values,
    /** What was changed that only the product knows, such as a description. */
    own: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('deletion'),
    ...at,
    outcome: z.enum(['deleted', 'refused']),
    message,
    application: z.string(),
  }),
  z.strictObject({
    kind: z.literal('restoration'),
    ...at,
    outcome: z.enum(['restored', 'refused']),
    message,
    application: z.string(),
  }),
  z.strictObject({
    kind: z.literal('renewal-click'),
    ...at,
    outcome: z.enum(['renewed', 'refused']),
    message,
    application: z.string(),
    /** The page asked whether that is meant. */
    confirmation: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('renewal-offer'), ...at, application: z.string(), offered: z.boolean() }),
  z.strictObject({
    kind: z.literal('person-view'),
    ...person,
    /** Whether the person may change the application. */
    mayUpdate: z.boolean(),
    secret: z.enum(['shown', 'hidden']),
  }),
  z.strictObject({
    kind: z.literal('powerless-act'),
    ...person,
    act: z.enum(['edit', 'renew', 'delete']),
    /** `read`: a member who may look; `none`: somebody else's application. */
    right: z.enum(['read', 'none']),
    outcome: z.enum(['done', 'refused']),
    message,
  }),
  z.strictObject({ kind: z.literal('subscription'), ...at, application: z.string(), clientId: z.string() }),
  z.strictObject({ kind: z.literal('script-probe'), ...at, page: z.string(), ran: z.boolean() }),
  z.strictObject({
    kind: z.literal('product-answer'),
    ...at,
    /** A page asked, or the harness itself through the product's API. */
    to: z.enum(['browser', 'harness']),
    method: z.string(),
    path: z.string(),
    status: z.int(),
    subject: z.enum(['application', 'provider', 'export', 'other']),
    cacheControl: z.string().nullable(),
    /** The secrets and tokens in the answer. */
    secrets,
    /** Set when the request was made without the token against forgery that the product asks pages for. */
    withoutForgeryToken: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('at-once'),
    ...at,
    acts: z.enum(['creations', 'edits']),
    applications: z.array(z.string()).min(1),
  }),
  /** Somebody changed the client at the identity provider, and the story then looked at it in the product. */
  z.strictObject({ kind: z.literal('idp-change'), ...at, application: z.string(), members: values }),
  z.strictObject({ kind: z.literal('owner-change'), ...at, application: z.string() }),
  z.strictObject({
    kind: z.literal('environment'),
    ...at,
    name: z.string(),
    discoveryEndpoint: z.string(),
    applications: z.array(z.string()),
  }),
  /** One person asked for many applications in a row. */
  z.strictObject({
    kind: z.literal('burst'),
    ...at,
    asked: z.int().positive(),
    created: z.int().nonnegative(),
    refused: z.int().nonnegative(),
  }),
  /** What became of the connections to the identity provider until the end of the story. */
  z.strictObject({
    kind: z.literal('connections'),
    ...at,
    opened: z.int().nonnegative(),
    stillOpen: z.int().nonnegative(),
  }),
]);

export type Sighting = z.infer<typeof sightingSchema>;
export type SightingKind = Sighting['kind'];
export type SightingOf<Kind extends SightingKind> = Extract<Sighting, { kind: Kind }>;

/** A sighting before it is known in which step it was made. */
export type Unplaced = Sighting extends infer One ? (One extends Sighting ? Omit<One, 'step'> : never) : never;
