import { objectOf, stringOf } from './body.ts';
import type { Provider } from './recording.ts';
import type { Metadata, Role } from './seen.ts';

/** What the reader of a recording knows of the IdP's endpoints so far. Grows with each answer that names one. */
export interface Endpoints {
  readonly provider: Provider | null;
  metadata: Metadata | undefined;
  readonly token: Set<string>;
  readonly registration: Set<string>;
  readonly management: Set<string>;
}

export const noEndpoints = (provider: Provider | null): Endpoints => ({
  provider,
  metadata: undefined,
  token: new Set(),
  registration: new Set(),
  management: new Set(),
});

interface Request {
  method: string;
  url: string;
  authorized: boolean;
  json: unknown;
  form: readonly (readonly [string, string])[] | undefined;
}

const wellKnownPath = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:[/?]|$)/;

/** The role of a request: by the addresses that were announced; by its shape only as long as none was. */
export function roleOf(request: Request, known: Endpoints): Role {
  const { url } = request;
  if (wellKnownPath.test(url) || url === known.provider?.discoveryEndpoint) return 'discovery';
  if (known.registration.has(url)) return 'registration';
  if (known.token.has(url)) return 'token';
  if (known.management.has(url)) return 'management';
  if (isRenewal(request, known)) return 'renewal';
  if (isUnderRegistration(url, known)) return 'management';
  // An import does not say which address the administrator typed: a GET without credentials is a look for metadata.
  if (known.provider === null && request.method === 'GET' && !request.authorized) return 'discovery';
  return known.metadata === undefined ? roleByShape(request) : 'other';
}

const isUnderRegistration = (url: string, { registration }: Endpoints) =>
  [...registration].some((endpoint) => url.startsWith(`${endpoint}/`));

function isRenewal({ method, url }: Request, { provider, management }: Endpoints): boolean {
  if (matchesTemplate(url, provider?.renewEndpoint)) return true;
  const parent = url.slice(0, url.lastIndexOf('/'));
  return method !== 'GET' && management.has(parent);
}

/** APIM's template of the renewal address; `{#client_id}` is the part it fills in (3.20 to 4.13). */
function matchesTemplate(url: string, template: string | undefined): boolean {
  if (template === undefined) return false;
  const [before = '', after] = template.split('{#client_id}');
  return after === undefined
    ? url === template
    : url.startsWith(before) && url.endsWith(after) && url.length > before.length + after.length;
}

function roleByShape({ method, json, form }: Request): Role {
  if (form?.some(([name]) => name === 'grant_type') === true) return 'token';
  if (method === 'POST' && looksLikeRegistration(json)) return 'registration';
  return 'other';
}

/** A body that can only be client metadata (RFC 7591 §2). */
export function looksLikeRegistration(json: unknown): boolean {
  const body = objectOf(json);
  return (
    body !== undefined && ['redirect_uris', 'grant_types', 'client_name', 'response_types'].some((name) => name in body)
  );
}

/** Takes over the addresses that an answer announces: a discovery document, or `registration_client_uri` (RFC 7591 §3.2.1). */
export function learn(known: Endpoints, role: Role, status: number, json: unknown, url: string): void {
  const body = objectOf(json);
  if (body === undefined || status < 200 || status > 299) return;
  if (role === 'discovery') learnMetadata(known, body);
  const managed = stringOf(body['registration_client_uri']);
  if (managed !== undefined) known.management.add(URL.parse(managed, url)?.href ?? managed);
  if (managed !== undefined) known.management.add(managed);
}

function learnMetadata(known: Endpoints, body: Metadata): void {
  known.metadata = body;
  const token = stringOf(body['token_endpoint']);
  const registration = stringOf(body['registration_endpoint']);
  if (token !== undefined) for (const form of formsOf(token)) known.token.add(form);
  if (registration !== undefined) for (const form of formsOf(registration)) known.registration.add(form);
}

/** An address as it is written, and as RFC 3986 §6.2 has it, which is what a client sends. */
const formsOf = (url: string): readonly string[] => [url, URL.parse(url)?.href ?? url];
