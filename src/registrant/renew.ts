import { objectOf } from './conduct/answers.ts';
import type { RenewMethod } from './conduct/renewal.ts';
import type { Outgoing } from './conduct/wire.ts';
import type { Context } from './context.ts';
import { adopted, ownToken } from './manage.ts';
import { refusal } from './refusal.ts';
import type { Registration } from './registration.ts';

/** How the provider is configured for secret renewal. */
export interface RenewalSettings {
  /** `{#client_id}` stands for the id of the client. */
  readonly endpoint: string | undefined;
  readonly method: RenewMethod;
}

/** A new secret for a client; the old one stays what it was when that fails. */
export async function renew(
  old: Registration,
  { endpoint, method }: RenewalSettings,
  context: Context,
): Promise<Registration> {
  const { conduct, send } = context;
  if (endpoint === undefined) throw refusal('No renewal address is configured.');
  const complaint = conduct.renewComplaint(old);
  if (complaint !== undefined) throw refusal(complaint);
  conduct.managementUri(old);
  const request = renewalRequest(old, { endpoint, method }, context);
  const answer = await send(request);
  if (answer.status !== 200) throw refusal(conduct.explain(answer, request));
  const members = objectOf(answer, 'renewal', conduct);
  if (conduct.renewedSecret(members) === undefined)
    throw refusal('The renewal was answered without a client_secret; the old one may not work any more.', 'unusable');
  return adopted(old, 'renewal', { sent: old.asked, answer: members }, context);
}

function renewalRequest(
  old: Registration,
  { endpoint, method: configured }: Record<'endpoint', string> & Pick<RenewalSettings, 'method'>,
  context: Context,
): Outgoing {
  const { conduct } = context;
  const method = conduct.renewMethod(configured);
  const body = conduct.renewDocument(method);
  return conduct.authorize(
    {
      at: 'renewal',
      method,
      url: conduct.renewUrl(endpoint, old.clientId ?? ''),
      headers: body === undefined ? [] : [['Content-Type', 'application/json']],
      body,
    },
    ownToken(old, 'renewal', context),
  );
}
