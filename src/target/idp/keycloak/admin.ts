import { z } from 'zod';
import { jsonApi, type JsonApi } from '../json-api.ts';

/** Who administers a Keycloak server. */
export interface KeycloakAdmin {
  /** Base URL of the server: `https://sso.example`, with a path where it has one. */
  url: string;
  username: string;
  password: string;
  /** PEM of the authority that signed the server's certificate. */
  ca?: string | undefined;
}

const tokenSchema = z.looseObject({ access_token: z.string(), expires_in: z.number() });

/** Seconds before its end that a token is no longer used. */
const margin = 10;

/** Keycloak's Admin REST API as an administrator of the realm `master`. Its tokens live for a minute and are renewed. */
export function keycloakAdmin({ url, username, password, ca }: KeycloakAdmin, below = '/admin/realms'): JsonApi {
  const base = url.replace(/\/$/, '');
  const name = 'Keycloak';
  const signIn = jsonApi({ base, name, ca });
  let token: { value: string; until: number } | undefined;
  const bearer = async () => {
    if (token === undefined || token.until < Date.now()) {
      const { json } = await signIn.call('/realms/master/protocol/openid-connect/token', {
        method: 'POST',
        form: { grant_type: 'password', client_id: 'admin-cli', username, password },
      });
      const { access_token: value, expires_in: lifetime } = tokenSchema.parse(json);
      token = { value, until: Date.now() + (lifetime - margin) * 1000 };
    }
    return { authorization: `Bearer ${token.value}` };
  };
  const api = jsonApi({ base: `${base}${below}`, name, ca, headers: bearer });
  return {
    call: api.call,
    async [Symbol.asyncDispose]() {
      await signIn[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}
