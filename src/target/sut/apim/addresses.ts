import { z } from 'zod';
import type { ApimSettings } from '../../../config/sut-settings.ts';
import { Inconclusive } from '../../../errors.ts';
import { unanswered } from './unanswered.ts';

export type Addresses = Extract<ApimSettings['run'], { how: 'attach' }>;

const deadline = 10_000;

const trimmed = (url: string) => url.replace(/\/+$/, '');

/** The addresses of a running APIM as paths are put after them. */
export const withoutSlash = ({ managementUrl, consoleUrl, portalUrl, ...rest }: Addresses): Addresses => ({
  ...rest,
  managementUrl: trimmed(managementUrl),
  consoleUrl: trimmed(consoleUrl),
  portalUrl: trimmed(portalUrl),
});

/** Both user interfaces answer with a page; without them no story can be walked. */
export async function requirePages({ consoleUrl, portalUrl }: Addresses): Promise<void> {
  await Promise.all([
    requirePage('Console', consoleUrl, '--console-url'),
    requirePage('Developer Portal', portalUrl, '--portal-url'),
  ]);
}

async function requirePage(what: string, url: string, flag: string): Promise<void> {
  const answer = await fetch(`${url}/`, { signal: AbortSignal.timeout(deadline) }).catch((error: unknown) => {
    throw unanswered(what, url, { error, advice: `Is it running? Correct ${flag}.` });
  });
  const type = answer.headers.get('content-type') ?? 'no content type';
  await answer.body?.cancel();
  if (!answer.ok || !type.includes('html'))
    throw new Inconclusive(`${what}: ${url} answers ${answer.status} with ${type}, which is no page. Correct ${flag}.`);
}

const build = z.looseObject({ version: z.string().regex(/^\d+\.\d+/) });

/** `build.json` lies beside every Console since 3.20. */
export async function versionAt({ consoleUrl }: Pick<Addresses, 'consoleUrl'>): Promise<string> {
  return (await fileAt(`${consoleUrl}/build.json`, build))?.version ?? 'unknown';
}

const portalConfiguration = z.looseObject({ baseURL: z.string().min(1) });

/** Where the portal's own pages look for its REST API; beside the Management API when they do not tell. */
export async function portalApiOf({ portalUrl, managementUrl }: Addresses): Promise<string> {
  const told =
    (await fileAt(`${portalUrl}/assets/config.json`, portalConfiguration)) ??
    (await fileAt(`${portalUrl}/next/assets/config.json`, portalConfiguration));
  if (told === undefined) return managementUrl.replace(/\/management$/, '/portal');
  // Up to 4.1 the file has the environment in it, as paths of the API have.
  return trimmed(new URL(told.baseURL, `${portalUrl}/`).href).replace(/\/environments\/[^/]+$/, '');
}

/** Undefined for everything else: a single-page application answers every path with its page. */
async function fileAt<T>(url: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(deadline) }).catch(() => undefined);
  return schema.safeParse(await answer?.json().catch(() => undefined)).data;
}
