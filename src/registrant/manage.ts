import { objectOf } from './conduct/answers.ts';
import type { At, Method, Outgoing } from './conduct/wire.ts';
import type { Context } from './context.ts';
import type { Metadata } from './metadata.ts';
import { kindOf, messageOf, refusal } from './refusal.ts';
import type { Change, Registration } from './registration.ts';

interface Ask {
  readonly method: Method;
  readonly body?: string;
}

/** A request to the client's own address, with the client's own token (RFC 7592 §2). */
function managementRequest(registration: Registration, { method, body }: Ask, context: Context): Outgoing {
  const { conduct } = context;
  const url = conduct.managementUri(registration);
  const request: Outgoing = { at: 'management', method, url, headers: [] };
  const document = body === undefined ? request : { ...request, ...documentOf(body, conduct.updateType) };
  return conduct.authorize(document, ownToken(registration, 'management', context));
}

const documentOf = (body: string, type: string) => ({ headers: [['Content-Type', type] as const], body });

export function ownToken(registration: Registration, at: At, context: Context): string {
  const { conduct, registrations, provider } = context;
  return conduct.managementToken({ at, registration, initialToken: provider.lastToken(), all: registrations() });
}

/** The registration with an answer adopted; throws a refusal when that is about another client. */
export function adopted(
  old: Registration,
  at: At,
  { sent, answer }: Record<'sent' | 'answer', Metadata>,
  { conduct }: Context,
): Registration {
  const clientId = conduct.clientIdIn(answer['client_id']) ?? old.clientId;
  if (clientId !== old.clientId && !conduct.takesOtherId)
    throw refusal('The identity provider answers about another client_id.', 'unusable');
  const { keep } = conduct;
  return { ...old, clientId, asked: sent, information: conduct.adopt({ at, old, sent, answer, keep }) };
}

/** RFC 7592 §2.2. The very same registration back: nothing of it has changed, and nothing was sent. */
export async function update(
  old: Registration,
  change: Change,
  softwareId: string | undefined,
  context: Context,
): Promise<Registration> {
  const { conduct, send } = context;
  const sent = conduct.updateBody({ registration: old, change, softwareId });
  if (!conduct.hasNews(sent, old)) return old;
  const request = managementRequest(old, { method: conduct.updateMethod, body: conduct.encode(sent) }, context);
  const answer = await send(request).catch(uncertain);
  if (!conduct.isUpdated(answer.status)) throw refusal(conduct.explain(answer, request));
  return adopted(old, 'management', { sent, answer: objectOf(answer, 'management', conduct) }, context);
}

function uncertain(error: unknown): never {
  const kind = kindOf(error);
  if (kind !== 'lost' && kind !== 'late') throw error;
  throw refusal(`${messageOf(error)} Nobody knows whether the client was changed, or its token.`, kind);
}

/** RFC 7592 §2.1 */
export async function read(old: Registration, context: Context): Promise<Registration> {
  const { conduct, send } = context;
  const request = managementRequest(old, { method: conduct.readMethod }, context);
  const answer = await send(request);
  if (answer.status !== 200) throw refusal(conduct.explain(answer, request));
  const sent = old.asked;
  return adopted(old, 'management', { sent, answer: objectOf(answer, 'management', conduct) }, context);
}

/** RFC 7592 §2.3: it is done, or the client was not there. */
const gone = [200, 204, 401, 410];

/** Asks for the deletion of a client. undefined: it is gone; otherwise what a person should know. */
export async function unregister(registration: Registration, context: Context): Promise<string | undefined> {
  const reason = await refusalOf(registration, context);
  return reason === undefined ? undefined : `${reason} The client may still be there.`;
}

/** Throws when the application is to stay as well. */
async function refusalOf(registration: Registration, context: Context): Promise<string | undefined> {
  const { conduct, send } = context;
  try {
    const request = managementRequest(registration, { method: 'DELETE' }, context);
    const answer = await send(request).catch((error: unknown) => {
      // Deletion may be repeated (RFC 9110 §9.2.2), and a second one tells whether the first was done.
      if (kindOf(error) !== 'lost') throw error;
      return send(request);
    });
    if (gone.includes(answer.status)) return undefined;
    const reason = conduct.explain(answer, request);
    if (!conduct.letsGo) throw refusal(reason);
    return reason;
  } catch (error) {
    if (kindOf(error) !== 'not-manageable') throw error;
    return messageOf(error);
  }
}

/** Deletes a client that no application came of. false: it stays behind. */
export async function undo(registration: Registration, context: Context): Promise<boolean> {
  if (!context.conduct.undoes) return false;
  try {
    return (await unregister(registration, context)) === undefined;
  } catch (error) {
    if (kindOf(error) === undefined) throw error;
    return false;
  }
}
