import { z } from 'zod';
import { Inconclusive } from '../../../errors.ts';
import { jsonOf } from '../../../recording/body.ts';
import { unanswered } from './unanswered.ts';

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
  /** One authenticated call, about what every story needs. */
  readonly ready: () => Promise<void>;
}

export const environment = '/organizations/DEFAULT/environments/DEFAULT';
export const settingsPath = '/settings';
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
      throw unanswered('Management API', managementUrl, {
        error,
        advice: 'Is the product running? Correct --management-url.',
      });
    });
    if (response.status === 401)
      throw new Inconclusive(
        `Management API: "${username}" could not sign in (401). Give --user and --password, or set DCRH_ADMIN_USER and DCRH_ADMIN_PASSWORD.`,
      );
    return response;
  };
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await send(method, path, body);
    const { ok, status } = response;
    const text = await response.text();
    if (!ok) throw new Inconclusive(`Set-up by REST failed: ${method} ${path} answered ${status}: ${said(text)}`);
    if (text === '') return undefined;
    const json = jsonOf(text);
    if (json === undefined) throw notManagement(managementUrl, 'answers with no JSON');
    return json;
  };
  return {
    send,
    call,
    ready: async () => {
      const { status, body } = await send('GET', `${environment}${settingsPath}`);
      await body?.cancel();
      if (status === 403)
        throw new Inconclusive(
          `Management API: "${username}" may not read the settings (403). Give an administrator with --user and --password.`,
        );
      if (status === 404) throw notManagement(managementUrl, 'knows no settings (404)');
      await call('GET', `${environment}${settingsPath}`);
    },
  };
}

const refusal = z.looseObject({ message: z.string() });

/** The words of a refusal; the whole answer, on one line, where it has none. */
export function said(text: string): string {
  const read = refusal.safeParse(jsonOf(text));
  return read.success ? read.data.message : text.trim().replace(/\s+/g, ' ') || 'nothing';
}

const notManagement = (url: string, what: string) =>
  new Inconclusive(`${url} ${what}. Is it the Management API? It usually ends with /management.`);
