import { objectIn, textIn, type Metadata } from '../metadata.ts';
import { refusal } from '../refusal.ts';
import { headerOf, type Answer, type At, type Outgoing } from './wire.ts';

/** What the client makes of a body, and what it tells a person about an answer. */
export interface AnswerConduct {
  /** What a person reads about a body that is no JSON. */
  readonly notJson: (text: string, at: At, error: unknown) => string;
  /** Throws a refusal when the JSON value is no object. */
  readonly object: (value: unknown, at: At) => Metadata;
  /** What a person reads about an answer that is no success. */
  readonly explain: (answer: Answer, request: Outgoing) => string;
  /** Text of the identity provider as it may be shown. */
  readonly clean: (text: string) => string;
  /** A message as it is shown; `secrets` are those that the client knows. */
  readonly tell: (message: string, secrets: readonly string[]) => string;
}

export const endpointNames: Readonly<Record<At, string>> = {
  discovery: 'metadata address',
  token: 'token endpoint',
  registration: 'registration endpoint',
  management: 'client configuration endpoint',
  renewal: 'secret renewal endpoint',
};

const longestText = 300;

/** Shorter values stand in ordinary words. */
const shortestSecret = 8;

/** What stands in text of others and does not belong on a page or in a log: markup, control characters, marks of direction. */
const unwanted = /<[^>]*>?|[\p{Cc}\p{Cf}]+/gu;

export function clean(text: string): string {
  const plain = text.replaceAll(unwanted, ' ').replaceAll(/\s+/g, ' ').trim();
  return plain.length > longestText ? `${plain.slice(0, longestText)}…` : plain;
}

export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** RFC 6750 §3: parameters of a challenge. */
function challengeOf(answer: Answer): Metadata {
  const challenge = headerOf(answer, 'www-authenticate') ?? '';
  return Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value]) => [name, value]));
}

/** The members in which servers say what is wrong: RFC 6749 §5.2 and RFC 7591 §3.2.2 first, RFC 9457, then others. */
const codes = ['error', 'title'];
const descriptions = ['error_description', 'detail', 'message'];

const firstOf = (members: Metadata, names: readonly string[]) =>
  names.map((name) => textIn(members[name])).find((text) => text !== undefined);

export function reasonOf(answer: Answer): readonly string[] {
  const challenge = challengeOf(answer);
  const body = objectIn(jsonIn(answer.text)) ?? {};
  const said = [
    firstOf(body, codes) ?? firstOf(challenge, codes),
    firstOf(body, descriptions) ?? firstOf(challenge, descriptions),
  ];
  const scope = textIn(body['scope']) ?? textIn(challenge['scope']);
  return [
    ...said.filter((text) => text !== undefined),
    ...(scope === undefined ? [] : [`the scope ${scope} is needed`]),
  ];
}

function shapeOf({ status, text, headers }: Answer): string {
  if (status >= 300 && status <= 399) return 'with a redirect that is not followed';
  if (text.trim() === '') return 'and says nothing more';
  const type = headerOf({ headers }, 'content-type')?.split(';', 1)[0] ?? 'no media type';
  return jsonIn(text) === undefined ? `with a page (${type})` : 'with JSON that names no reason';
}

function explain(answer: Answer, { at }: Outgoing): string {
  const reason = reasonOf(answer).map(clean).join(': ');
  const wait = headerOf(answer, 'retry-after');
  const again =
    wait === undefined
      ? ''
      : ` It asks to try again ${/^\d+$/.test(wait) ? `in ${wait} seconds` : `at ${clean(wait)}`}.`;
  const said = reason === '' ? ` ${shapeOf(answer)}.` : `: ${reason}.`;
  return `The ${endpointNames[at]} of the identity provider answers ${answer.status}${said}${again}`;
}

export const correctAnswers: AnswerConduct = {
  notJson: (_text, at) => `The answer of the ${endpointNames[at]} is not JSON.`,
  object(value, at) {
    const object = objectIn(value);
    if (object === undefined) throw refusal(`The answer of the ${endpointNames[at]} is not a JSON object.`, 'unusable');
    return object;
  },
  explain,
  clean,
  tell: (message, secrets) =>
    secrets
      .filter(({ length }) => length >= shortestSecret)
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), message),
};

/** The JSON object of an answer; throws a refusal when there is none. */
export function objectOf({ text }: Answer, at: At, conduct: AnswerConduct): Metadata {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refusal(conduct.notJson(text, at, error), 'unusable');
  }
  return conduct.object(value, at);
}
