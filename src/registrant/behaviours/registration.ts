import { objectIn, pick, textIn, textsIn, type Metadata } from '../metadata.ts';
import type { Notice } from '../notices.ts';
import { jsonIn } from '../conduct/answers.ts';
import { refusal } from '../refusal.ts';
import type { Behaviour, BehaviourTable } from './behaviour.ts';

/** Throws a good registration away because of something in the answer that it need not care about. */
const refusing = (complaint: (answer: Metadata) => string | undefined | false): Behaviour['change'] => {
  return () => ({ informationComplaint: (answer) => complaint(answer) || undefined });
};

const silentAbout = (about: Notice['about']): Behaviour['change'] => {
  return ({ notices }) => ({ notices: notices.filter((notice) => notice.about !== about) });
};

/** Shows what was asked for, and keeps quiet about what was registered. */
const showsAsked =
  (about: Notice['about'], key: 'name' | 'scope' | 'authMethod', member: string): Behaviour['change'] =>
  (good) => ({
    ...silentAbout(about)(good),
    show: (registration) => ({ ...good.show(registration), [key]: textIn(registration.asked[member]) }),
  });

const optional = ['logo_uri', 'client_uri', 'policy_uri', 'tos_uri', 'contacts', 'jwks', 'jwks_uri'];

/** The types that a typed language would declare. */
const declared: Readonly<Record<string, (value: unknown) => boolean>> = {
  contacts: (value) => textsIn(value) !== undefined,
  redirect_uris: (value) => textsIn(value) !== undefined,
  grant_types: (value) => textsIn(value) !== undefined,
  response_types: (value) => textsIn(value) !== undefined,
  client_name: (value) => typeof value === 'string',
  id: (value) => typeof value === 'string',
  domain: (value) => typeof value === 'string',
  enabled: (value) => typeof value === 'boolean',
  created_at: (value) => typeof value === 'number',
  updated_at: (value) => typeof value === 'number',
};

const wrongType = (answer: Metadata) =>
  Object.entries(declared).find(([name, fits]) => name in answer && answer[name] !== null && !fits(answer[name]))?.[0];

const notNumber = (value: unknown) => value !== undefined && !Number.isInteger(value);

/** RFC 7591 §3.2.1: what a client does with the answer to its registration. */
export const registrationBehaviours = {
  'H-01': {
    says: 'gives up on an answer without redirect_uris after the client was registered',
    change: refusing((answer) => !('redirect_uris' in answer) && 'The answer has no redirect_uris.'),
  },
  'H-02': { says: 'refuses an answer with status 200', change: () => ({ isRegistered: (status) => status === 201 }) },
  'H-03': {
    says: 'takes an answer without a body for a success',
    change: (good) => ({
      isRegistered: (status) => status >= 200 && status < 300,
      informationOf: (answer, read) => (answer.text === '' ? {} : good.informationOf(answer, read)),
      clientIdIn: (value) => (value === undefined ? null : good.clientIdIn(value)),
    }),
  },
  'H-04': {
    says: 'gives up on an answer with members that it does not know',
    change: refusing((answer) => Object.keys(answer).some((name) => name.startsWith('x_')) && 'Unknown members.'),
  },
  'H-05': {
    says: 'forgets members that it does not know',
    also: ['M-05'],
    change: (good) => ({ keep: (asked, answer) => known(good.keep(asked, answer)) }),
  },
  'H-06': {
    says: 'shows the grant types that were asked for, not those that were registered',
    also: ['H-55'],
    change: (good) => ({
      show: (registration) => ({
        ...good.show(registration),
        grantTypes: textsIn(registration.asked['grant_types']) ?? [],
      }),
      notices: good.notices.filter(({ about }) => about !== 'grants'),
    }),
  },
  'H-07': {
    says: 'keeps the redirect URIs that were asked for, not those that were registered',
    also: ['H-55', 'M-05'],
    change: (good) => ({
      keep: (asked, answer) => ({ ...good.keep(asked, answer), ...pick(asked, 'redirect_uris') }),
      notices: good.notices.filter(({ about }) => about !== 'redirects'),
    }),
  },
  'H-08': {
    says: 'shows the name that was asked for, and does not say that the client got another',
    change: showsAsked('name', 'name', 'client_name'),
  },
  'H-09': {
    says: 'does not say that a confidential client became a public one',
    also: ['H-21'],
    change: (good) => ({
      ...showsAsked('auth-method', 'authMethod', 'token_endpoint_auth_method')(good),
      notices: good.notices.filter(({ about }) => about !== 'auth-method' && about !== 'secret'),
    }),
  },
  'H-10': {
    says: 'shows the scope that was asked for, and does not say that the client got less',
    change: showsAsked('scope', 'scope', 'scope'),
  },
  'H-11': {
    says: 'gives up on a scope that is an array after the client was registered',
    also: ['Q-07'],
    change: () => ({
      informationComplaint: ({ scope }) => (Array.isArray(scope) ? 'The scope is an array.' : undefined),
      undoes: false,
    }),
  },
  'H-12': {
    says: 'refuses optional members that are null',
    change: refusing((answer) => optional.some((name) => answer[name] === null) && 'A member is null.'),
  },
  'H-13': {
    says: 'refuses optional members without a character',
    change: refusing((answer) => optional.some((name) => answer[name] === '') && 'A member is empty.'),
  },
  'H-14': {
    says: 'gives up on a member of another type than it expects',
    change: refusing((answer) => wrongType(answer) && `The member ${wrongType(answer) ?? ''} cannot be read.`),
  },
  'H-15': {
    says: 'refuses an application_type that it does not know',
    change: refusing(
      ({ application_type: type }) => type !== undefined && type !== 'web' && type !== 'native' && 'Unknown type.',
    ),
  },
  'H-16': {
    says: 'gives up on an answer without application_type',
    change: refusing((answer) => !('application_type' in answer) && 'The answer has no application_type.'),
  },
  'H-17': {
    says: 'takes an answer without client_id for a success',
    change: (good) => ({ clientIdIn: (value) => good.clientIdIn(value) ?? null }),
  },
  'H-18': {
    says: 'makes a fraction of a client_id that is a number',
    change: (good) => ({
      clientIdIn: (value) => (typeof value === 'number' ? value.toFixed(1) : good.clientIdIn(value)),
    }),
  },
  'H-20': { says: 'gives two applications the same client', change: () => ({ isTaken: () => false }) },
  'H-21': { says: 'does not say that there is no secret', change: silentAbout('secret') },
  'H-22': {
    says: 'takes a secret that has no end for one that has expired',
    change: refusing(
      (answer) =>
        textIn(answer['client_secret']) !== undefined &&
        !('client_secret_expires_at' in answer) &&
        'The client secret has expired.',
    ),
  },
  'H-23': { says: 'does not say that the secret has expired', change: silentAbout('expired') },
  'H-24': { says: 'does not say that the secret expires soon', change: silentAbout('expires-soon') },
  'H-25': {
    says: 'crashes on an expiry that is not a whole number',
    change: refusing(
      (answer) => notNumber(answer['client_secret_expires_at']) && 'NumberFormatException: client_secret_expires_at',
    ),
  },
  'H-26': {
    says: 'crashes on a time of issue that is not a whole number',
    change: refusing(
      (answer) => notNumber(answer['client_id_issued_at']) && 'NumberFormatException: client_id_issued_at',
    ),
  },
  'H-28': {
    says: 'gives up on an answer without the means to manage the client',
    change: refusing(
      (answer) => !('registration_client_uri' in answer) && 'The answer has no registration_client_uri.',
    ),
  },
  'H-30': {
    says: 'creates an application of an answer that is cut short',
    change: (good) => ({
      informationOf: (answer, read) =>
        jsonIn(answer.text) === undefined && answer.text !== '' ? {} : good.informationOf(answer, read),
      clientIdIn: (value) => (value === undefined ? null : good.clientIdIn(value)),
    }),
  },
  'H-31': {
    says: 'creates an application of an answer that is no object',
    change: (good) => ({
      object: (value, at) => (at === 'registration' && objectIn(value) === undefined ? {} : good.object(value, at)),
      clientIdIn: (value) => (value === undefined ? null : good.clientIdIn(value)),
    }),
  },
  'H-32': {
    says: 'cannot read an answer that is not called application/json',
    change: (good) => ({
      decode(bytes, at, type) {
        if (at !== 'registration' || type.startsWith('application/json')) return good.decode(bytes, at, type);
        throw refusal('reader.http.NoReaderException: no reader for this media type', 'unusable');
      },
    }),
  },
  'H-33': {
    says: 'cannot read an answer that begins with a byte order mark',
    change: (good) => ({
      decode: (bytes, at, type) =>
        at === 'registration'
          ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
          : good.decode(bytes, at, type),
      notJson: (text, at, error) =>
        at === 'registration' ? 'reader.json.ParseException: unexpected character' : good.notJson(text, at, error),
    }),
  },
} satisfies BehaviourTable;

const known = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => !name.startsWith('x_')));
