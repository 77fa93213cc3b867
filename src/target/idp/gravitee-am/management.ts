import { z } from 'zod';
import { jsonApi, type JsonApi } from '../json-api.ts';

export interface AmAdmin {
  /** Base URL of the Management API's server: `http://am:8093`. */
  managementUrl: string;
  username: string;
  password: string;
  ca?: string | undefined;
}

const name = 'Gravitee AM';
const baseOf = (managementUrl: string) => `${managementUrl.replace(/\/$/, '')}/management`;

const description = z.looseObject({ info: z.looseObject({ version: z.string() }) });

/** The description of the Management API, open to everybody, tells the release; undefined where it is not served. */
export async function versionOf({
  managementUrl,
  ca,
}: Pick<AmAdmin, 'managementUrl' | 'ca'>): Promise<string | undefined> {
  await using api = jsonApi({ base: baseOf(managementUrl), name, ca });
  const { json } = await api.call('/openapi.json', { allow: [401, 403, 404, 500] });
  return description.safeParse(json).data?.info.version;
}

const tokenSchema = z.looseObject({ access_token: z.string() });

/**
 * The Management API of Gravitee Access Management, below the default environment. No cookie, `Origin` or `Referer` is sent:
 * with one of them AM wants a CSRF token.
 */
export async function signIn({ managementUrl, username, password, ca }: AmAdmin): Promise<JsonApi> {
  const base = baseOf(managementUrl);
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
