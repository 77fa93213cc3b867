import { applicationOf, metadataOf, type Wish } from '../golden-applications.ts';
import { idp, lists, metadata } from '../golden-provider.ts';
import {
  addAnswered,
  addExchange,
  askForToken,
  beginStep,
  clientAnswer,
  clientIdOf,
  jsonHeaders,
  note,
  type Json,
  type Telling,
} from '../golden-story.ts';
import { markOf } from '../marks.ts';

export const discoveryOf = (tenant: string) => `${idp}/${tenant}/.well-known/openid-configuration`;

export const web = (name: string, more: Json = {}): Wish => ({ name, type: 'web', through: 'console', metadata: more });

/** Saves a provider as a good product does: it reads the metadata and asks for a token. */
export function save(telling: Telling, tenant: string, typed: readonly string[], first = true): void {
  beginStep(telling, 'console', first ? 'Console: save the provider' : 'Console: save the provider again');
  addExchange(telling, { method: 'GET', url: discoveryOf(tenant) }, { ...metadata(tenant), ...lists });
  askForToken(telling, `${idp}/${tenant}/token`);
  note(telling, { kind: 'provider-save', outcome: 'saved', first, typed: [...typed] });
}

/** Registers an application, and shows it on all sides. */
export function register(telling: Telling, wish: Wish, tenant: string, token?: string): void {
  if (token === undefined) beginStep(telling, 'console', `create ${wish.name}`);
  const bearer = token ?? askForToken(telling, `${idp}/${tenant}/token`);
  const url = `${idp}/${tenant}/reg`;
  const body = metadataOf(wish, telling.provider.softwareId);
  const answer = clientAnswer(url, wish.name, body);
  addExchange(telling, { method: 'POST', url, headers: jsonHeaders(bearer), text: JSON.stringify(body) }, answer);
  telling.applications.push(applicationOf(wish, body));
}

const ownToken = (name: string) => markOf(`registration token of ${name}`);

/** Updates a client; members of `changed` that are null are left out. */
export function update(telling: Telling, wish: Wish, tenant: string, changed: Json): void {
  const url = `${idp}/${tenant}/reg`;
  const before = { ...metadataOf(wish, telling.provider.softwareId), client_id: clientIdOf(wish.name) };
  const body = Object.fromEntries(
    Object.entries<unknown>({ ...before, ...changed }).filter(([, value]) => value !== null),
  );
  addExchange(
    telling,
    {
      method: 'PUT',
      url: `${url}/${clientIdOf(wish.name)}`,
      headers: jsonHeaders(ownToken(wish.name)),
      text: JSON.stringify(body),
    },
    clientAnswer(url, wish.name, body),
  );
}

export function unregister(telling: Telling, name: string, tenant: string): void {
  addAnswered(
    telling,
    {
      method: 'DELETE',
      url: `${idp}/${tenant}/reg/${clientIdOf(name)}`,
      headers: [['Authorization', `Bearer ${ownToken(name)}`]],
    },
    { status: 204, headers: [] },
  );
}

export function renew(telling: Telling, wish: Wish, tenant: string): string {
  const url = `${idp}/${tenant}/reg`;
  const secret = markOf(`second secret of ${wish.name}`);
  addExchange(
    telling,
    {
      method: 'POST',
      url: `${url}/${clientIdOf(wish.name)}/renew_secret`,
      headers: [['Authorization', `Bearer ${ownToken(wish.name)}`]],
    },
    { ...clientAnswer(url, wish.name, metadataOf(wish, telling.provider.softwareId)), client_secret: secret },
  );
  return secret;
}

/** The pages show this of the application of that name. */
export function showOn(telling: Telling, name: string, shown: { secret?: string | null; name?: string }): void {
  const { applications } = telling;
  const at = applications.findIndex((application) => application.name === name);
  const application = applications[at];
  if (application === undefined) throw new Error(`the good story has no application ${name}`);
  applications[at] = {
    ...application,
    api: application.api && { ...application.api, ...shown },
    console: application.console && { ...application.console, ...shown },
  };
}
