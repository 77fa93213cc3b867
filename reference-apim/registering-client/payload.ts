import { refusal } from '../refusal.ts';
import { isObject, parsed } from './answers.ts';
import { calledOnNull, noJson } from './json-library.ts';
import { responseMembers, type JsonObject, type MemberKind } from './members.ts';
import type { Quirks } from './quirks.ts';

const isNumeric = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isEpoch = (value: unknown) =>
  typeof value === 'number' || isNumeric(value) || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));

/** What the product's JSON library takes for each kind, coercions included. */
const accepts: Record<MemberKind, (value: unknown) => boolean> = {
  text: isScalar,
  list: (value) => Array.isArray(value) && value.every((item) => item === null || isScalar(item)),
  flag: (value) => typeof value === 'boolean' || typeof value === 'number' || value === 'true' || value === 'false',
  number: (value) => typeof value === 'number' || isNumeric(value),
  date: isEpoch,
};

const javaTypes: Record<MemberKind, string> = {
  text: 'java.lang.String',
  list: 'java.util.ArrayList<java.lang.String>',
  flag: 'java.lang.Boolean',
  number: 'java.lang.Long',
  date: 'java.util.Date',
};

const coerce: Record<MemberKind, (value: unknown) => unknown> = {
  text: String,
  list: (value) =>
    Array.isArray(value) ? value.map((item: unknown) => (isScalar(item) ? String(item) : null)) : value,
  flag: (value) => (typeof value === 'string' ? value === 'true' : Boolean(value)),
  number: Number,
  date: (value) => (isNumeric(value) ? Number(value) : value),
};

/** The known members, as the product's class holds them. */
function typed(answer: JsonObject, quirks: Quirks): JsonObject {
  const members: JsonObject = {};
  for (const [name, value] of Object.entries(answer)) {
    const kind = responseMembers[name];
    if (kind === undefined || value === null) continue;
    if (accepts[kind](value)) members[name] = coerce[kind](value);
    else if (quirks.strictMembers)
      throw new Error(
        `Cannot deserialize value of type \`${javaTypes[kind]}\` from ${JSON.stringify(value)} (member ${name})`,
      );
    else members[name] = value;
  }
  return members;
}

/** The word `null` is taken for an answer, and fails where its client id is read, outside of the guarded block. */
const nullAnswer = () =>
  refusal(500, calledOnNull('register.ClientRegistrationResponse.getClientId()', 'registrationResponse'));

/** Client information as the mode keeps it. Throws when the mode cannot use it. */
export function readPayload(text: string, quirks: Quirks): JsonObject {
  if (text === '') throw new Error('No content to map due to end-of-input');
  const answer = parsed(text);
  if (answer === undefined) throw new Error(noJson(text));
  if (answer.json === null && quirks.strictMembers) throw nullAnswer();
  if (!isObject(answer.json)) throw new Error('Cannot deserialize client information: not a JSON object');
  const { client_id } = answer.json;
  if (!quirks.clientIdOptional && (typeof client_id !== 'string' || client_id === ''))
    throw new Error('the answer has no client_id');
  return quirks.forgetsUnknownMembers || quirks.strictMembers
    ? { ...(quirks.forgetsUnknownMembers ? {} : answer.json), ...typed(answer.json, quirks) }
    : answer.json;
}
