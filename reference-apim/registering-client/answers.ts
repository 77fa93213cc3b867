import { HTTPException } from 'hono/http-exception';

import { messageOf, registrationFailed } from '../refusal.ts';
import type { JsonObject } from './members.ts';
import type { Quirks } from './quirks.ts';
import type { IdpAnswer } from './send.ts';

export const parsed = (text: string): { json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the product says about an answer that is not a success. */
export function describe({ status, text }: IdpAnswer, quirks: Quirks): string {
  if (status === 304) return 'Entity may not be null';
  const json = parsed(text);
  if (json !== undefined) {
    const { error, error_description } = isObject(json.json) ? json.json : {};
    return `error[${textOf(error)}] description[${textOf(error_description)}]`;
  }
  const silent = text === '' || (!quirks.passesPages && text.trimStart().startsWith('<'));
  return silent ? `status[${status}]` : `status[${status}] message[${text}]`;
}

export const isSuccess = (status: number, expected: readonly number[], quirks: Quirks): boolean =>
  quirks.anySuccessStatus ? status >= 200 && status < 300 : expected.includes(status);

/** Runs a step; whatever goes wrong reaches the REST caller as 400 with this prefix, but for a fault of the product itself. */
export async function explained<T>(prefix: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof HTTPException && error.status === 500) throw error;
    throw registrationFailed(`${prefix}: ${messageOf(error)}`);
  }
}
