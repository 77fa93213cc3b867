import type { CookieJar } from './cookies.ts';
import type { Quirks } from './quirks.ts';
import type { Connections, WireAnswer, WireRequest } from './transport.ts';

/** A request to the IdP without what the HTTP library adds. */
export interface IdpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  authorization?: string | undefined;
  accept?: 'application/json' | undefined;
  /** `none`: a method that could have a body and has none. */
  body?: { contentType: string; text: string } | 'none' | undefined;
}

export interface IdpAnswer {
  status: number;
  text: string;
}

/** Sends one request, follows the redirects that the mode follows. */
export type Send = (request: IdpRequest) => Promise<IdpAnswer>;

const userAgents = { library: 'Apache-HttpClient/4.5.13 (Java/17.0.15)', own: 'dcr-harness-reference-apim' } as const;

/** Milliseconds. */
const timeouts = { product: 120_000, correct: 10_000 } as const;

/** Bytes of an answer. */
const limits = { product: undefined, correct: 1024 * 1024 } as const;

/** Limit of the product's HTTP library. */
const maxRedirects = 50;

type Header = readonly [name: string, value: string];

/** The order of the product's HTTP library: own headers, entity, target, connection, agent, cookies, encodings. */
function headersOf(request: IdpRequest, url: URL, cookie: string | undefined, quirks: Quirks): Header[] {
  const { authorization, accept, body } = request;
  const headers: Header[] = [];
  if (authorization !== undefined)
    headers.push([
      'Authorization',
      quirks.blanksLineBreaks ? authorization.replace(/[\r\n\v\f]/g, ' ') : authorization,
    ]);
  if (accept !== undefined) headers.push(['Accept', accept]);
  if (body === 'none') headers.push(['Content-Length', '0']);
  else if (body !== undefined)
    headers.push(['Content-Length', String(Buffer.byteLength(body.text))], ['Content-Type', body.contentType]);
  headers.push(['Host', url.host], ['Connection', 'Keep-Alive']);
  headers.push(['User-Agent', quirks.libraryUserAgent ? userAgents.library : userAgents.own]);
  if (cookie !== undefined) headers.push(['Cookie', cookie]);
  headers.push(['Accept-Encoding', 'gzip,deflate']);
  return headers;
}

/** The path as it stands in the address; undefined where a URL says the same. */
function targetOf(address: string, quirks: Quirks): string | undefined {
  const path = /^https?:\/\/[^/?#]*(\/[^#]*)/.exec(address)?.[1];
  return quirks.keepsDotSegments && path !== undefined && /\/\.{1,2}(?:[/?]|$)/.test(path) ? path : undefined;
}

/** A GET follows every redirect; with the quirk, a 303 turns any other method into a GET that is followed. */
function isFollowed(request: IdpRequest, status: number, quirks: Quirks): boolean {
  if (request.method === 'GET') return [301, 302, 303, 307, 308].includes(status);
  return status === 303 && quirks.follows303;
}

/** The redirected request. Only with the quirk does `Authorization` cross to another origin. */
function redirected(request: IdpRequest, from: URL, to: URL, quirks: Quirks): IdpRequest {
  const { accept, authorization } = request;
  const kept = quirks.follows303 || from.origin === to.origin ? { accept, authorization } : { accept };
  return { method: 'GET', url: to.href, ...kept };
}

function textOf({ body, headers }: WireAnswer, quirks: Quirks): string {
  const type = headers['content-type'] ?? '';
  const latin1 = quirks.latin1Answers && !/charset=utf-?8/i.test(type) && !/^application\/(.*\+)?json/i.test(type);
  return body.toString(latin1 || /charset=iso-8859-1/i.test(type) ? 'latin1' : 'utf8');
}

export function sender(connections: Connections, cookies: CookieJar, quirks: Quirks): Send {
  const timeout = quirks.noTimeout ? timeouts.product : timeouts.correct;
  const limit = quirks.noLimit ? limits.product : limits.correct;

  const exchange = async (request: IdpRequest, url: URL): Promise<WireAnswer> => {
    const body = typeof request.body === 'object' ? request.body.text : undefined;
    const headers = headersOf(request, url, cookies.header(url), quirks);
    const target = targetOf(request.url, quirks);
    const wire: WireRequest = { method: request.method, url, target, headers, body, timeout, limit };
    const answer = await connections.send(wire);
    cookies.keep(url, answer.headers['set-cookie'] ?? []);
    return answer;
  };

  const send = async (request: IdpRequest, hops: number): Promise<IdpAnswer> => {
    const url = new URL(request.url);
    const answer = await exchange(request, url);
    const { location } = answer.headers;
    if (location === undefined || hops === 0 || !isFollowed(request, answer.status, quirks))
      return { status: answer.status, text: textOf(answer, quirks) };
    return send(redirected(request, url, new URL(location, url), quirks), hops - 1);
  };

  return (request) => send(request, maxRedirects);
}
