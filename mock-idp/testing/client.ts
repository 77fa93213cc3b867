import { request as send, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { jsonOf, objectOf } from '../../src/recording/body.ts';
import type { Header } from '../../src/recording/exchange.ts';
import { basicAuthorization } from '../../src/oauth/basic.ts';
import type { AdminClient, MockIdpView } from '../api.ts';
import { pairsOf } from '../recorder/message.ts';

export interface Asked {
  method?: string;
  headers?: readonly Header[];
  body?: string | Buffer;
}

export interface Answered {
  status: number;
  headers: Header[];
  body: Buffer;
  json: Readonly<Record<string, unknown>>;
}

/** One request whose headers go out in the given order and case, `Host` and `Content-Length` added where they are missing. */
export async function ask(url: string, { method = 'GET', headers = [], body = '' }: Asked = {}): Promise<Answered> {
  const has = (name: string) => headers.some(([own]) => own.toLowerCase() === name);
  const { host } = new URL(url);
  const all: Header[] = [...(has('host') ? [] : [['Host', host] as Header]), ...headers];
  if (method !== 'GET' && !has('content-length') && !has('transfer-encoding'))
    all.push(['Content-Length', String(Buffer.byteLength(body))]);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  send(url, { method, headers: all.flat(), agent: false }).once('response', resolve).once('error', reject).end(body);
  const response = await promise;
  const bytes = await buffer(response);
  const json = objectOf(jsonOf(bytes.toString('utf8'))) ?? {};
  return { status: response.statusCode ?? 0, headers: pairsOf(response.rawHeaders), body: bytes, json };
}

export const valueOf = ({ headers }: Pick<Answered, 'headers'>, name: string): string | undefined =>
  headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];

export const askToken = (view: MockIdpView, authorization: string, scope = 'openid dcr_admin'): Promise<Answered> =>
  ask(`${view.issuer}/token`, {
    method: 'POST',
    headers: [
      ['Authorization', authorization],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
  });

/** Registers with an access token of a new admin client. */
export async function register(view: MockIdpView, metadata: object, admin?: AdminClient): Promise<Answered> {
  const { clientId, clientSecret } = admin ?? (await view.createAdminClient());
  const { json } = await askToken(view, basicAuthorization(clientId, clientSecret));
  return askJson(`${view.issuer}/reg`, { method: 'POST', token: String(json['access_token']), metadata });
}

export interface AskedJson {
  method: string;
  token?: string;
  metadata?: object;
}

export const askJson = (url: string, { method, token, metadata }: AskedJson): Promise<Answered> =>
  ask(url, {
    method,
    headers: [
      ...(token === undefined ? [] : [['Authorization', `Bearer ${token}`] as Header]),
      ...(metadata === undefined ? [] : [['Content-Type', 'application/json'] as Header]),
    ],
    body: metadata === undefined ? '' : JSON.stringify(metadata),
  });

/** What the tests register when it does not matter what. */
export const webClient = { client_name: 'web', redirect_uris: ['https://a.example/cb'] };
