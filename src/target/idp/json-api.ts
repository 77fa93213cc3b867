import { Agent, fetch, type Dispatcher } from 'undici';
import { reasonOf, trusted } from '../../../mock-idp/tls/trust.ts';
import { Inconclusive } from '../../errors.ts';
import { jsonOf } from '../../recording/body.ts';

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent form-encoded. */
  form?: Record<string, string>;
  /** Statuses beside 2xx that are an answer and no failure. */
  allow?: readonly number[];
  /** Milliseconds, where it takes longer than most. */
  deadline?: number;
}

export interface ApiAnswer {
  status: number;
  /** Where a redirect or a new thing is to be found. */
  location: string | undefined;
  text: string;
  /** undefined: no JSON. */
  json: unknown;
}

/** The administration interface of an IdP: every failure is one sentence that names the call, never a secret. */
export interface JsonApi extends AsyncDisposable {
  readonly call: (path: string, call?: Call) => Promise<ApiAnswer>;
}

export interface JsonApiOptions {
  /** What `path` is appended to. */
  base: string;
  /** Whose interface it is, as the sentence names it. */
  name: string;
  /** PEM of a certificate authority to trust beside the well-known ones. */
  ca?: string | undefined;
  /** Added to every request. */
  headers?: () => Promise<Record<string, string>>;
}

/** Milliseconds for one call. */
const ordinary = 30_000;

/** Longer answers say no more in an error. */
const shown = 300;

export function jsonApi({ base, name, ca, headers }: JsonApiOptions): JsonApi {
  const agent: Dispatcher = new Agent(ca === undefined ? {} : { connect: { ca: trusted(ca) } });
  return {
    async call(path, { method = 'GET', headers: own = {}, json, form, allow = [], deadline = ordinary } = {}) {
      const url = `${base}${path}`;
      const answer = await fetch(url, {
        method,
        dispatcher: agent,
        redirect: 'manual',
        signal: AbortSignal.timeout(deadline),
        headers: {
          accept: 'application/json',
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...(await headers?.()),
          ...own,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(form !== undefined && { body: new URLSearchParams(form) }),
      }).catch((error: unknown) => {
        throw new Inconclusive(`${name}: nothing answers at ${base}: ${reasonOf(error)}.`, { cause: error });
      });
      const text = await answer.text();
      if (!answer.ok && !allow.includes(answer.status))
        throw new Inconclusive(
          `${name}: ${method} ${path} answered ${answer.status}: ${text.slice(0, shown).trim() || 'nothing'}`,
        );
      return { status: answer.status, location: answer.headers.get('location') ?? undefined, text, json: jsonOf(text) };
    },
    [Symbol.asyncDispose]: () => agent.close(),
  };
}
