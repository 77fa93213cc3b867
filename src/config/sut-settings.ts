import { z } from 'zod';

/** Which product the stand-in behaves as. */
export const modes = ['as-apim-3.20', 'as-apim-4.12', 'correct'] as const;

const url = z.url({ protocol: /^https?$/ });

/** Containers of the product that the run has started, for those who read what they write. */
const containers = z.array(z.strictObject({ part: z.string(), id: z.string() })).readonly();

/** Which product is tested, and what it takes to start or reach it. */
export const sutSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reference'),
    mode: z.enum(modes),
    /** Left out: in the process that walks. `image`: as a container, which is attached to once it is started. */
    run: z
      .discriminatedUnion('how', [
        z.strictObject({ how: z.literal('image') }),
        z.strictObject({
          how: z.literal('attach'),
          consoleUrl: url,
          portalUrl: url,
          managementUrl: url,
          portalApiUrl: url,
          containers,
        }),
      ])
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('apim'),
    run: z.discriminatedUnion('how', [
      z.strictObject({
        how: z.literal('attach'),
        consoleUrl: url,
        portalUrl: url,
        managementUrl: url,
        /** As the user says it; left out: the product tells it. */
        version: z.string().optional(),
        /** Tag of the images that the run has started; left out: it runs already, and what a run changes is put back. */
        startedFrom: z.string().optional(),
        containers: containers.optional(),
      }),
      z.strictObject({
        how: z.literal('image'),
        tag: z.string(),
        /** What stands before `/apim-management-api`. */
        registry: z.string(),
        /** Content of a license.key in base64. */
        licence: z.string().optional(),
        /** In place of the databases that the release is tried with. */
        mongo: z.string().optional(),
        elasticsearch: z.string().optional(),
      }),
    ]),
  }),
]);

export type SutSettings = z.infer<typeof sutSettingsSchema>;
export type ProductContainers = z.infer<typeof containers>;
export type SutKind = SutSettings['kind'];
export type ReferenceSettings = Extract<SutSettings, { kind: 'reference' }>;
export type ApimSettings = Extract<SutSettings, { kind: 'apim' }>;
