import { defaultUsers, type RunningReferenceApim } from '../api.ts';

export interface RestAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface RestCaller {
  (method: string, path: string, body?: unknown): Promise<RestAnswer>;
}

type Login = { username: string; password: string };

/** Calls both REST APIs as one user, or as nobody; paths start with `/management` or `/portal`. */
export function restCaller(apim: RunningReferenceApim, user: Login | null = defaultUsers.admin): RestCaller {
  const origin = new URL(apim.managementUrl).origin;
  const basic =
    user === null ? undefined : `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
  return async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...(basic === undefined ? {} : { authorization: basic }), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? '' : (JSON.parse(text) as unknown),
    };
  };
}

export const environment = '/management/organizations/DEFAULT/environments/DEFAULT';
export const portal = '/portal/environments/DEFAULT';
export const providers = `${environment}/configuration/applications/registration/providers`;

/** `POST …/settings` with these flags over what is there. */
export const enableRegistration = (call: RestCaller, simple = true) =>
  call('POST', `${environment}/settings`, {
    application: { registration: { enabled: true }, types: { simple: { enabled: simple } } },
  });
