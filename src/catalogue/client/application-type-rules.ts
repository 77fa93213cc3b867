import type { SeenExchange } from '../../recording/seen.ts';
import { membersIn } from '../json.ts';
import { show, type Context, type Demand, type ExchangeSpot, type Select, type StorySpot } from '../rules.ts';
import { bodyOf, bodySpot, members, read, stringsOf } from '../select.ts';
import { registrations, those } from '../sources.ts';

/** The strings of a member of the body, or what the specification says its absence means; undefined when it is no list. */
const listOf = (exchange: SeenExchange, name: string, whenAbsent: readonly string[]) => {
  const value = bodyOf(exchange)[name];
  return value === undefined || value === null ? whenAbsent : stringsOf(value);
};

export const isExactly =
  (...wanted: readonly string[]): Demand<ExchangeSpot> =>
  ({ value }) => {
    const list = stringsOf(value) ?? [];
    return list.length === wanted.length && wanted.every((item) => list.includes(item))
      ? undefined
      : { expected: show(wanted), found: show(value) };
  };

export const avoids =
  (unwanted: string): Demand<ExchangeSpot> =>
  ({ value }) =>
    stringsOf(value)?.includes(unwanted) === true ? { expected: `no ${unwanted}`, found: show(value) } : undefined;

/**
 * OpenID Connect requires the member, and Gravitee AM 4.6 refuses a registration without it; RFC 7591 §2 knows it for
 * redirect flows only. The empty list satisfies all of them.
 */
export const hasRedirectForProfile: Demand<ExchangeSpot> = ({ value }, { profile }) => {
  const absent = value === undefined || value === null;
  const empty = (stringsOf(value) ?? []).length === 0;
  return (profile === 'oauth' ? empty : !absent) ? undefined : { expected: '[]', found: show(value) };
};

export const hasGrant =
  (grant: string): Demand<ExchangeSpot<SeenExchange>> =>
  ({ value }) => {
    const grants = listOf(value, 'grant_types', ['authorization_code']);
    return grants === undefined || grants.includes(grant)
      ? undefined
      : { expected: `${grant} among the grants`, found: show(grants) };
  };

export const hasResponseCode: Demand<ExchangeSpot<SeenExchange>> = ({ value }) => {
  const responses = listOf(value, 'response_types', ['code']);
  return responses === undefined || responses.flatMap((response) => response.split(' ')).includes('code')
    ? undefined
    : { expected: 'code among the response types', found: show(responses) };
};

/** At least one; a member of the wrong type is R-12's matter. */
export const hasRedirectUri: Demand<ExchangeSpot<SeenExchange>> = ({ value }) => {
  const uris = listOf(value, 'redirect_uris', []);
  return uris === undefined || uris.length > 0 ? undefined : { expected: 'at least one redirect URI', found: 'none' };
};

const grantsWithRefresh = ['authorization_code', 'password'];

export const refreshHasItsGrant: Demand<ExchangeSpot> = ({ value }) => {
  const grants = stringsOf(value) ?? [];
  const others = grants.filter((grant) => grant !== 'refresh_token');
  const issued = others.some((grant) => grantsWithRefresh.includes(grant) || grant.startsWith('urn:'));
  return !grants.includes('refresh_token') || issued
    ? undefined
    : { expected: `refresh_token next to one of ${grantsWithRefresh.join(', ')}`, found: show(grants) };
};

export const isPublic: Demand<ExchangeSpot> = ({ value }) =>
  value === 'none'
    ? undefined
    : { expected: '"none"', found: value === undefined ? 'absent, which means client_secret_basic' : show(value) };

/** The simple applications of the story, each with the number of the exchange that registered it all the same. */
export const simpleApplications: Select<StorySpot<number | undefined>> = (seen) => {
  const numbers = new Map(
    registrations
      .in(seen)
      .map((exchange) => [`${exchange.recording} ${exchange.application?.name ?? ''}`, exchange.number]),
  );
  const spots = seen.recordings.flatMap(({ id, applications }) =>
    applications
      .filter(({ type }) => type === 'simple')
      .map(({ name }) => ({ value: numbers.get(`${id} ${name}`), recording: id, subject: `application ${name}` })),
  );
  return { spots, none: 'no simple application was created' };
};

/** The application type on the wire, where it is known what type was asked for. */
export const applicationTypesOf: Select<ExchangeSpot> = members(
  those(registrations, 'of a known type', ({ applicationType }) => applicationType !== undefined),
  'application_type',
);

export const foldedType = ({ exchange }: ExchangeSpot): string => exchange.applicationType ?? '';

/** Members that follow from the answers and the settings; free text that a page may not ask for is left out. */
const comparedMembers = [
  'redirect_uris',
  'response_types',
  'grant_types',
  'token_endpoint_auth_method',
  'scope',
  'subject_type',
  'id_token_signed_response_alg',
];

/** Registrations of applications that the story typed; the value is what the product made of the answers. */
export const typedRegistrations: Select<ExchangeSpot<string>> = read(
  those(registrations, 'of an application that the story typed', ({ application }) => application !== undefined),
  'was seen',
  (exchange) => {
    const body = bodyOf(exchange);
    const compared = comparedMembers.flatMap((name) => (name in body ? [[name, body[name]]] : []));
    return [bodySpot(exchange, JSON.stringify(Object.fromEntries(compared)))];
  },
);

/** What was typed for an application, and the settings of the provider that shape what comes of it. */
export function answersOf({ exchange }: ExchangeSpot, { seen }: Context): string {
  const { type, redirectUris, grantTypes } = exchange.application ?? {};
  const { initialAccessToken, scopes, softwareId } = seen.providerFor(exchange) ?? {};
  return JSON.stringify([type, redirectUris, grantTypes, initialAccessToken, scopes, softwareId]);
}

const groupMembers = [
  'groups',
  'group',
  'group_ids',
  'groupIds',
  'client_certificate',
  'clientCertificate',
  'certificate',
];

export const carriesNoCertificateOrGroup: Demand<ExchangeSpot<SeenExchange>> = ({ value }) => {
  const found = [...membersIn(bodyOf(value))]
    .filter(
      ({ name, value: inner }) =>
        groupMembers.includes(name) || (typeof inner === 'string' && inner.includes('-----BEGIN ')),
    )
    .map(({ path }) => path.join('.'));
  return found.length === 0 ? undefined : { expected: 'no groups and no certificate', found: found.join(', ') };
};
