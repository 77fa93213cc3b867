import { z } from 'zod';
import { showError } from '../overlay/snack-bar.ts';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The caller tells the user about a failure itself. */
  readonly quiet?: boolean;
}

type Reply = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly status: number };

const failureBody = z.looseObject({ message: z.string() });
const unauthorized: { handle: () => void } = { handle: () => undefined };

export function onUnauthorized(handle: () => void): void {
  unauthorized.handle = handle;
}

/**
 * Asks the Management API and reads the answer. `undefined` means it failed or was aborted; what the user has to know
 * is on the screen by then: the message of the answer as an error snack bar, or after a 401 the login page.
 */
export async function ask<T>(schema: z.ZodType<T>, url: string, call: Call = {}): Promise<T | undefined> {
  const reply = await send(url, call);
  return reply.ok ? schema.parse(reply.body) : undefined;
}

/** Like `ask`, for calls whose answer has nothing to read. */
export const tell = async (url: string, call: Call = {}): Promise<boolean> => (await send(url, call)).ok;

async function send(url: string, call: Call): Promise<Reply> {
  const response = await exchange(url, call);
  if (response === undefined) return { ok: false, status: 0 };
  keepXsrfToken(response.headers);
  const body = parsed(await response.text().catch(() => ''));
  if (response.ok) return { ok: true, body };
  if (call.quiet !== true) report(response.status, body);
  return { ok: false, status: response.status };
}

async function exchange(url: string, call: Call): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: call.method ?? 'GET',
      credentials: 'include',
      headers: headersOf(call),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch {
    if (call.signal?.aborted !== true && call.quiet !== true) showError('Server unreachable');
    return undefined;
  }
}

function headersOf(call: Call): Record<string, string> {
  const token = localStorage.getItem('XSRF-TOKEN');
  return {
    Accept: 'application/json, text/plain, */*',
    'X-Requested-With': 'XMLHttpRequest',
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(token === null ? {} : { 'X-Xsrf-Token': token }),
    ...call.headers,
  };
}

function keepXsrfToken(headers: Headers): void {
  const token = headers.get('X-Xsrf-Token');
  if (token !== null) localStorage.setItem('XSRF-TOKEN', token);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function report(status: number, body: unknown): void {
  if (status === 401) return unauthorized.handle();
  const failure = failureBody.safeParse(body);
  showError(failure.success ? failure.data.message : 'Unexpected error');
}
