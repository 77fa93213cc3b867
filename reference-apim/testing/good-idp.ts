import { startStubIdp, type SeenRequest, type StubAnswer, type StubIdp } from './stub-idp.ts';

export type Override = (request: SeenRequest, origin: string) => StubAnswer | undefined;

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): StubAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const bodyOf = (request: SeenRequest | undefined): Record<string, unknown> =>
  JSON.parse(request?.body ?? '{}') as Record<string, unknown>;

export const metadataOf = (origin: string) => ({
  issuer: origin,
  token_endpoint: `${origin}/token`,
  registration_endpoint: `${origin}/reg`,
});

/** What this IdP issues. */
export const issuedOf = (origin: string) => ({
  client_id: 'c/1',
  client_secret: 'first',
  client_secret_expires_at: 0,
  client_id_issued_at: 1_700_000_000,
  registration_access_token: 'rat',
  registration_client_uri: `${origin}/reg/c1`,
});

/** An override for one endpoint. */
export const at =
  (method: string, target: string, answer: StubAnswer): Override =>
  (request) =>
    request.method === method && request.target === target ? answer : undefined;

function good(request: SeenRequest, origin: string): StubAnswer {
  switch (`${request.method} ${request.target.replace(/^\/reg\/.*renew$/, '/renew')}`) {
    case 'GET /.well-known/openid-configuration':
      return json(200, metadataOf(origin));
    case 'POST /token':
      return json(200, { access_token: 'iat', token_type: 'Bearer', expires_in: 60 });
    case 'POST /reg':
      return json(201, { ...bodyOf(request), ...issuedOf(origin), vendor: 'x' });
    case 'PUT /reg/c1':
      return json(200, { ...bodyOf(request), ...issuedOf(origin) });
    case 'POST /renew':
      return json(200, { ...issuedOf(origin), client_secret: 'second' });
    case 'DELETE /reg/c1':
      return { status: 204 };
    default:
      return json(404, {});
  }
}

/** An IdP that does everything right, except where `override` answers. */
export const startGoodIdp = (override: Override = () => undefined): Promise<StubIdp> =>
  startStubIdp((request, _count, origin) => override(request, origin) ?? good(request, origin));
