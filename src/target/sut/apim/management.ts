import { Inconclusive } from '../../../errors.ts';
import { jsonOf } from '../../../recording/body.ts';

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** The Management REST API v1 and v2 as one user. */
export interface Management {
  /** Any answer but 401, which nothing can be done about. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** The JSON of a good answer; every other one is the end of the set-up. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<unknown>;
}

export const environment = '/organizations/DEFAULT/environments/DEFAULT';
export const providersPath = `${environment}/configuration/applications/registration/providers`;

/** Milliseconds; APIM asks the IdP itself before it answers about a provider. */
const deadline = 60_000;

export function managementApi(managementUrl: string, { username, password }: Account): Management {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${managementUrl}${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(deadline),
    }).catch((error: unknown) => {
      throw new Inconclusive(`Management API: nothing answers at ${managementUrl}. Is the product running?`, {
        cause: error,
      });
    });
    if (response.status === 401)
      throw new Inconclusive(
        `Management API: "${username}" could not sign in (401). Give --user and --password, or set DCRH_ADMIN_USER and DCRH_ADMIN_PASSWORD.`,
      );
    return response;
  };
  return {
    send,
    call: async (method, path, body) => {
      const response = await send(method, path, body);
      const { ok, status } = response;
      const text = await response.text();
      if (!ok)
        throw new Inconclusive(
          `Set-up by REST failed: ${method} ${path} answered ${status}: ${text.trim() || 'nothing'}`,
        );
      if (text === '') return undefined;
      const json = jsonOf(text);
      if (json === undefined)
        throw new Inconclusive(
          `Management API: ${managementUrl}${path} answers with no JSON. Is it the Management API? It usually ends with /management.`,
        );
      return json;
    },
  };
}
