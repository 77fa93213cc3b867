import type { HonoRequest } from 'hono';
import { z } from 'zod';
import { UsageError } from '../../src/errors.ts';
import { jsonOf } from '../../src/recording/body.ts';

const word = z.string().min(1);

/** RFC 6749 §3.3 */
const scopeToken = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'is not one scope (RFC 6749 §3.3)');

export const viewSchema = z.strictObject({
  name: word,
  profile: z.enum(['strict', 'gravitee']).exactOptional(),
  rotateRegistrationAccessToken: z.boolean().exactOptional(),
  adminScope: scopeToken.exactOptional(),
  origin: z.url({ protocol: /^https?$/ }).exactOptional(),
});

export const adminClientSchema = z.strictObject({
  clientId: word.exactOptional(),
  clientSecret: word.exactOptional(),
  scope: word.exactOptional(),
});

export const faultsSchema = z.strictObject({ names: z.array(word).min(1) });

/** The body of a request; no body at all is an empty object. Rejects with one sentence about what is wrong. */
export async function readInput<T>(request: HonoRequest, schema: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  const json = text === '' ? {} : jsonOf(text);
  if (json === undefined) throw new UsageError('The body is not JSON; send one JSON object.');
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new UsageError(`The body is not what ${request.path} takes: ${problems.join('; ')}.`);
}
