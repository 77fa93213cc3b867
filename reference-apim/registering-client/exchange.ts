import { registrationFailed } from '../refusal.ts';
import type { Registration } from '../state/applications.ts';
import { describe, isSuccess } from './answers.ts';
import type { JsonObject } from './members.ts';
import { readPayload } from './payload.ts';
import type { Quirks } from './quirks.ts';
import type { IdpAnswer, IdpRequest } from './send.ts';

export const jsonBody = (body: JsonObject, quirks: Quirks): Exclude<IdpRequest['body'], undefined> => ({
  contentType: quirks.charsetOnJson ? 'application/json; charset=UTF-8' : 'application/json',
  text: JSON.stringify(body),
});

/** Client information of a successful answer. `expected`: the status codes that the specification names. */
export function clientInformation(
  answer: IdpAnswer,
  expected: readonly number[],
  endpoint: string,
  quirks: Quirks,
): JsonObject {
  if (!isSuccess(answer.status, expected, quirks))
    throw new Error(`Unexpected response from ${endpoint} endpoint: ${describe(answer, quirks)}`);
  if (answer.status === 204) throw new Error('Client registration response does not contain any body');
  return readPayload(answer.text, quirks);
}

/** What is kept after an update or a renewal: only the answer with the quirk, else the answer over what was kept. */
export function adopt(old: Registration, answer: JsonObject, quirks: Quirks): Registration {
  if (quirks.replacesPayload) return { ...old, payload: answer };
  if (answer['client_id'] !== old.payload['client_id'])
    throw registrationFailed('The identity provider answered with another client_id.');
  return { ...old, payload: { ...old.payload, ...answer } };
}
