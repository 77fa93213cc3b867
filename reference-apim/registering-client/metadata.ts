import { responseTypesOf, type ApplicationType } from '../state/application-types.ts';
import { inRequestOrder, requestMembers, type JsonObject, type MemberKind } from './members.ts';
import type { Quirks } from './quirks.ts';

/** What the REST caller wants registered. `type` is the type that was looked up for `application_type`. */
export interface Wanted {
  name: string;
  type: ApplicationType;
  application_type: string;
  grant_types: string[];
  redirect_uris: string[] | undefined;
  /** null: to be taken away. */
  client_uri: string | null | undefined;
  logo_uri: string | null | undefined;
  additionalMetadata: Record<string, string>;
}

/** OpenID Connect Registration §2 knows `web` and `native` only. */
const standardType = ({ id }: ApplicationType) => (id === 'native' ? 'native' : 'web');

const authMethod = ({ id }: ApplicationType) => (id === 'native' || id === 'browser' ? 'none' : 'client_secret_basic');

const kindOf = (name: string): MemberKind | undefined => (name in requestMembers ? kinds[name] : undefined);
const kinds: Record<string, MemberKind> = requestMembers;

/** A list typed as text is the JSON of a list, or words. */
function listOf(text: string): unknown {
  const trimmed = text.trim();
  return trimmed.startsWith('[') ? JSON.parse(trimmed) : trimmed.split(/[\s,]+/);
}

function valueOf(name: string, text: string): unknown {
  switch (kindOf(name)) {
    case 'list':
      return listOf(text);
    case 'flag':
      return text === 'true';
    case 'number':
      return Number(text);
    default:
      return text;
  }
}

/** Additional client metadata (4.5 and later): names and texts that an administrator or developer typed. */
export function additional({ additionalMetadata }: Wanted, quirks: Quirks): JsonObject {
  if (quirks.ignoresAdditionalMetadata) return {};
  const entries = Object.entries(additionalMetadata).filter(
    ([name]) => !quirks.dropsUnknownMetadata || name in requestMembers,
  );
  return Object.fromEntries(entries.map(([name, text]) => [name, valueOf(name, text)]));
}

/** What an application says of itself, for registration and update alike. */
export function applicationMetadata(wanted: Wanted, quirks: Quirks): JsonObject {
  return {
    redirect_uris: wanted.redirect_uris ?? (quirks.redirectUrisMayBeAbsent ? undefined : []),
    response_types: responseTypesOf(wanted.type, wanted.grant_types).filter(
      (type) => type !== 'token' || quirks.bareTokenResponse,
    ),
    grant_types: wanted.grant_types,
    application_type: quirks.verbatimApplicationType ? wanted.application_type : standardType(wanted.type),
    client_name: wanted.name,
    client_uri: wanted.client_uri,
    logo_uri: wanted.logo_uri,
    ...(quirks.authMethodUnsaid ? {} : { token_endpoint_auth_method: authMethod(wanted.type) }),
  };
}

const withScopeArray = (body: JsonObject, quirks: Quirks): JsonObject =>
  quirks.scopeAsArray && typeof body['scope'] === 'string' ? { ...body, scope: body['scope'].split(' ') } : body;

const unmodelled = (metadata: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => !(name in requestMembers)));

const defined = (members: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));

/** What the caller said, null included. */
const stated = (members: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** Body of the registration: the application wins over additional metadata. */
export function registrationBody(wanted: Wanted, softwareId: string | undefined, quirks: Quirks): JsonObject {
  const extra = additional(wanted, quirks);
  const own = defined({ ...applicationMetadata(wanted, quirks), software_id: softwareId });
  return withScopeArray({ ...inRequestOrder({ ...extra, ...own }), ...unmodelled(extra) }, quirks);
}

/** Members that RFC 7592 §2.2 forbids in an update. */
const forbidden = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
];

const without = (members: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));

/**
 * Body of an update: what the IdP last said, overlaid. With the quirks of APIM it is narrowed to the modelled members,
 * `client_id` is the REST caller's and `software_id` the provider's; else every member is echoed (RFC 7592 §2.2).
 */
export function updateBody(
  payload: JsonObject,
  wanted: Wanted,
  callersClientId: string | undefined,
  softwareId: string | undefined,
  quirks: Quirks,
): JsonObject {
  const { token_endpoint_auth_method: method, ...said } = applicationMetadata(wanted, quirks);
  const own = quirks.clearsAbsent ? said : quirks.keepsCleared ? defined(said) : stated(said);
  const overlaid = { token_endpoint_auth_method: method, ...payload, ...own, ...additional(wanted, quirks) };
  const software = quirks.softwareIdOfProvider ? { ...overlaid, software_id: softwareId } : overlaid;
  const modelled = inRequestOrder(software);
  const rest = quirks.forgetsUnknownMembers ? {} : defined(without(unmodelled(software), [...forbidden, 'client_id']));
  return { ...modelled, ...rest, client_id: quirks.callersClientId ? (callersClientId ?? null) : payload['client_id'] };
}
