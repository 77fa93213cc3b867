import { Inconclusive } from '../../../src/errors.ts';
import type { Header } from '../../../src/recording/exchange.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { acceptJson, bearer, jsonType, type Members, type Probe, type Registered } from '../probe.ts';

/** URI and token of a client (RFC 7592 §3); throws `Inconclusive` when the IdP gave none. */
export function pairOf({ uri, token, clientId }: Registered): { readonly uri: string; readonly token: string } {
  if (uri === undefined || token === undefined)
    throw new Inconclusive(`no registration_client_uri and registration_access_token are known of ${clientId}`);
  return { uri, token };
}

interface ManagementRequest {
  readonly purpose: string;
  /** In place of the client's own URI. */
  readonly uri?: string;
  /** In place of the client's own token; null sends none. */
  readonly token?: string | null;
}

function addressed(client: Registered, { uri, token }: ManagementRequest): { url: string; authorization: Header[] } {
  const own = pairOf(client);
  return { url: uri ?? own.uri, authorization: token === null ? [] : [bearer(token ?? own.token)] };
}

export async function readClient(probe: Probe, client: Registered, request: ManagementRequest): Promise<Sent> {
  const { url, authorization } = addressed(client, request);
  return probe.send(request.purpose, { method: 'GET', url, headers: [...authorization, acceptJson] });
}

export async function deleteClient(probe: Probe, client: Registered, request: ManagementRequest): Promise<Sent> {
  const { url, authorization } = addressed(client, request);
  return probe.send(request.purpose, { method: 'DELETE', url, headers: authorization });
}

export async function putClient(
  probe: Probe,
  client: Registered,
  body: Members,
  request: ManagementRequest & { readonly method?: 'PUT' | 'PATCH' },
): Promise<Sent> {
  const { url, authorization } = addressed(client, request);
  return probe.send(request.purpose, {
    method: request.method ?? 'PUT',
    url,
    headers: [...authorization, jsonType, acceptJson],
    body: JSON.stringify(body),
  });
}

/** Members that a client must not send back (RFC 7592 §2.2). */
export const forbiddenInUpdate = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
] as const;

/** The latest answer about a client as it may be sent back, with its secret. */
export const writable = ({ answer, secret }: Registered): Members => ({
  ...Object.fromEntries(
    Object.entries(answer.members).filter(([name]) => !forbiddenInUpdate.some((forbidden) => forbidden === name)),
  ),
  ...(secret !== undefined && { client_secret: secret }),
});

/** The same without the secret, which a client need not send. */
export const withoutSecret = (client: Registered): Members => {
  const { client_secret: _secret, ...members } = writable(client);
  return members;
};

/** Updates the client that a case keeps, and keeps the answer where it is one about the client. */
export async function updateKept(
  probe: Probe,
  caseName: string,
  body: (client: Registered) => Members,
  purpose = 'update',
): Promise<Sent> {
  const client = probe.client(caseName);
  const answer = await putClient(probe, client, body(client), { purpose });
  if (isSuccess(answer)) probe.keep(probe.rekey(client, answer), caseName);
  return answer;
}
