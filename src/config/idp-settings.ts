import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });

/** PEM of an authority that signed the IdP's certificate. */
const ca = z.string().optional();

const credentials = { clientId: z.string(), clientSecret: z.string(), scope: z.string() };

const administrator = { username: z.string(), password: z.string() };

/** Which IdP stands behind the recorder, and what it takes to reach it. */
export const idpSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mock'),
    profile: z.enum(['strict', 'gravitee']),
    /** A mock that runs already, in a container perhaps: the origin below which `/_control` is. */
    controlUrl: url.optional(),
    /** As a container; once it is started it is found at `controlUrl`. */
    run: z.literal('image').optional(),
  }),
  z.strictObject({
    kind: z.literal('keycloak'),
    run: z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('attach'), url, ...administrator, ca }),
      z.strictObject({ how: z.literal('distribution'), home: z.string() }),
      z.strictObject({ how: z.literal('image'), image: z.string() }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('gravitee-am'),
    run: z.discriminatedUnion('how', [
      z.strictObject({
        how: z.literal('attach'),
        managementUrl: url,
        gatewayUrl: url,
        ...administrator,
        ca,
        /** The tutorial then prepares AM in its console, as a person does. Without a version the console is asked for it. */
        console: z.strictObject({ url, version: z.string().optional() }).optional(),
        /** Tag of the images that the run has started. */
        startedFrom: z.string().optional(),
      }),
      z.strictObject({ how: z.literal('image'), tag: z.string(), registry: z.string(), mongo: z.string().optional() }),
    ]),
  }),
  z.strictObject({ kind: z.literal('lemonldap'), discoveryUrl: url, ...credentials, ca }),
  z.strictObject({
    kind: z.literal('generic'),
    discoveryUrl: url,
    access: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('client-credentials'), ...credentials }),
      z.strictObject({ by: z.literal('initial-access-token'), token: z.string() }),
    ]),
    ca,
  }),
]);

export type IdpSettings = z.infer<typeof idpSettingsSchema>;
export type IdpKind = IdpSettings['kind'];
