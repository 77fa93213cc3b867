import { z } from 'zod';

import { messageOf, refusal } from '../refusal.ts';
import type { RestContext } from './env.ts';

/** A body as the schema reads it; unknown members are ignored, as the product does. Not JSON, or of a wrong type: 400. */
export async function readBody<T>(c: RestContext, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refusal(400, messageOf(error));
  }
  const read = schema.safeParse(json);
  if (!read.success) throw refusal(400, z.prettifyError(read.error));
  return read.data;
}

export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

export const optionalList = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? undefined);
