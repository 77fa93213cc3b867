import * as z from 'zod/mini';

const refusalBody = z.object({
  errors: z
    .array(z.object({ code: z._default(z.string(), ''), message: z._default(z.string(), '') }))
    .check(z.minLength(1)),
});

/** What the Portal API says about a request that it refuses. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export interface Failure {
  readonly url: string;
  /** 0: no answer at all. */
  readonly status: number;
  readonly refusal: Refusal | undefined;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The portal keeps the CSRF token in memory; after a reload the first answer brings it again. */
const transport: { csrf: string | undefined; failed: (failure: Failure) => void } = {
  csrf: undefined,
  failed: () => undefined,
};

export function onFailure(failed: (failure: Failure) => void): void {
  transport.failed = failed;
}

/** Asks the Portal API and reads the answer; undefined when it refused. */
export async function ask<T>(schema: z.ZodMiniType<T>, url: string, call: Call = {}): Promise<T | undefined> {
  const response = await send(url, call);
  return response && z.parse(schema, await response.json());
}

/** Like `ask`, when there is nothing to read in the answer. */
export async function tell(url: string, call: Call = {}): Promise<boolean> {
  const response = await send(url, call);
  await response?.arrayBuffer();
  return response !== undefined;
}

async function send(url: string, call: Call): Promise<Response | undefined> {
  const response = await fetch(url, requestOf(call)).catch(() => undefined);
  transport.csrf = response?.headers.get('X-Xsrf-Token') ?? transport.csrf;
  if (response?.ok === true) return response;
  transport.failed({ url, status: response?.status ?? 0, refusal: await refusalOf(response) });
  return undefined;
}

const requestOf = ({ method = 'GET', body, headers }: Call): RequestInit => ({
  method,
  credentials: 'include',
  headers: {
    Accept: 'application/json, text/plain, */*',
    'X-Requested-With': 'XMLHttpRequest',
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...(transport.csrf !== undefined && { 'X-Xsrf-Token': transport.csrf }),
    ...headers,
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

async function refusalOf(response: Response | undefined): Promise<Refusal | undefined> {
  const body: unknown = await response?.json().catch(() => undefined);
  return z.safeParse(refusalBody, body).data?.errors[0];
}
