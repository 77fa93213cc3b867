import { z } from 'zod';
import { jsonApi, type JsonApi } from '../json-api.ts';

export interface AmAdmin {
  /** Base URL of the Management API's server: `http://am:8093`. */
  managementUrl: string;
  username: string;
  password: string;
  ca?: string | undefined;
}

const tokenSchema = z.looseObject({ access_token: z.string() });

/**
 * The Management API of Gravitee Access Management, below the default environment. No cookie, `Origin` or `Referer` is sent:
 * with one of them AM wants a CSRF token.
 */
export async function signIn({ managementUrl, username, password, ca }: AmAdmin): Promise<JsonApi> {
  const base = `${managementUrl.replace(/\/$/, '')}/management`;
  const name = 'Gravitee AM';
  await using entrance = jsonApi({ base, name, ca });
  const { json } = await entrance.call('/auth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    form: { grant_type: 'password', username, password },
  });
  const { access_token: token } = tokenSchema.parse(json);
  return jsonApi({
    base: `${base}/organizations/DEFAULT/environments/DEFAULT`,
    name,
    ca,
    headers: async () => ({ authorization: `Bearer ${token}` }),
  });
}
