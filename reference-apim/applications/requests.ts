import { z } from 'zod';

import { optionalList, optionalText } from '../rest/body.ts';
import { refusal } from '../refusal.ts';
import type { OAuthSettings } from './checks.ts';

const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? undefined);

/** null takes the value away; left out, it stays as it is. */
const clearableText = z.string().nullish();

const oauth = z.object({
  client_id: optionalText,
  application_type: optionalText,
  grant_types: optionalList,
  redirect_uris: optionalList,
  client_uri: clearableText,
  logo_uri: clearableText,
  additional_client_metadata: metadata,
});

const app = z.object({ type: optionalText, client_id: optionalText });

const settings = z.object({ app: app.nullish(), oauth: oauth.nullish() });

/** Body of a creation or an update, in both REST APIs. */
export const applicationRequest = z.object({
  id: optionalText,
  name: optionalText,
  description: optionalText,
  domain: optionalText,
  picture: optionalText,
  background: optionalText,
  groups: optionalList,
  api_key_mode: optionalText,
  type: optionalText,
  clientId: optionalText,
  settings: settings.nullish(),
});

export type ApplicationRequest = z.infer<typeof applicationRequest>;

export type WantedSettings =
  { app: { type?: string | undefined; client_id?: string | undefined } } | { oauth: OAuthSettings };

const invalid = () =>
  refusal(400, 'Application is defined with a missing type or multiple types (app / oauth)', {
    technicalCode: 'application.invalid',
  });

/** Exactly one of `app` and `oauth`. */
export function settingsOf({ settings: wanted }: ApplicationRequest): WantedSettings {
  const simple = wanted?.app ?? undefined;
  const registered = wanted?.oauth ?? undefined;
  if (simple !== undefined && registered === undefined) return { app: simple };
  if (registered !== undefined && simple === undefined) return { oauth: registered };
  throw invalid();
}

/** Bean validation of name and description. */
export function requireTexts({ name, description }: ApplicationRequest): { name: string; description: string } {
  if (name === undefined) throw refusal(400, "Application's name must not be null");
  if (name === '') throw refusal(400, "Application's name must not be empty");
  if (description === undefined) throw refusal(400, "Application's description must not be null");
  return { name, description };
}
