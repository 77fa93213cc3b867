import { setTimeout as pause } from 'node:timers/promises';
import { objectOf, reasonOf } from './conduct/answers.ts';
import type { Answer, Outgoing } from './conduct/wire.ts';
import type { Conduct } from './conduct.ts';
import type { Context } from './context.ts';
import { undo } from './manage.ts';
import type { Metadata } from './metadata.ts';
import { kindOf, messageOf, refusal } from './refusal.ts';
import type { Registration } from './registration.ts';

/**
 * RFC 7591 §3. `store` is what the product does with the client afterwards. Whatever fails after the client was registered,
 * it is deleted again.
 */
export async function register(
  asked: Metadata,
  context: Context,
  store: (registration: Registration) => Promise<void>,
): Promise<Registration> {
  const { conduct, provider } = context;
  const url = await provider.endpoint('registration_endpoint');
  const { answer, request } = await ask(url, conduct.encode(asked), context);
  if (!conduct.isRegistered(answer.status)) throw refusal(conduct.explain(answer, request));
  const information = conduct.informationOf(answer, () =>
    leftBehind(conduct, () => objectOf(answer, 'registration', conduct)),
  );
  try {
    const registration = registrationOf(asked, information, url, context);
    await store(registration);
    return registration;
  } catch (error) {
    const orphan = { clientId: null, asked, information, endpoint: url };
    if (await undo(orphan, context)) throw error;
    throw refusal(`${messageOf(error)} A client stays behind at the identity provider.`, 'unusable');
  }
}

/** Says so when an answer leaves no way to delete its client. */
function leftBehind<T>({ nobodyKnows }: Conduct, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw refusal(nobodyKnows(messageOf(error)), 'unusable');
  }
}

function registrationOf(asked: Metadata, answer: Metadata, endpoint: string, context: Context): Registration {
  const { conduct, registrations } = context;
  const clientId = conduct.clientIdIn(answer['client_id']);
  if (clientId === undefined)
    throw refusal('The identity provider registered a client without telling its client_id.', 'unusable');
  const complaint = conduct.informationComplaint(answer);
  if (complaint !== undefined) throw refusal(complaint, 'unusable');
  if (clientId !== null && conduct.isTaken(clientId, registrations()))
    throw refusal('The identity provider gave this client the client_id of another application.', 'unusable');
  return { clientId, asked, information: conduct.keep(asked, answer), endpoint };
}

interface Asked {
  readonly answer: Answer;
  readonly request: Outgoing;
}

/** RFC 6750 §3.1: a token that is not valid any more is replaced, so often as the client does that. */
async function ask(url: string, body: string, context: Context): Promise<Asked> {
  const { conduct, provider } = context;
  for (let replaced = 0; ; replaced += 1) {
    const plain: Outgoing = {
      at: 'registration',
      method: 'POST',
      url,
      headers: [['Content-Type', 'application/json']],
      body,
    };
    const request = conduct.authorize(plain, await provider.token());
    const answer = await answerTo(request, context);
    const [error] = reasonOf(answer);
    if (answer.status !== 401 || error !== 'invalid_token' || replaced >= conduct.freshTokens)
      return { answer, request };
    if (conduct.forgetsInvalidToken) provider.forgetToken();
  }
}

async function answerTo(request: Outgoing, context: Context): Promise<Answer> {
  try {
    return await inTime(request, context);
  } catch (error) {
    const kind = kindOf(error);
    if ((kind === 'late' || kind === 'lost') && context.conduct.registersAgain(kind)) return inTime(request, context);
    throw error;
  }
}

/** The answer, if it comes while the person still waits; one that comes later is undone. */
async function inTime(request: Outgoing, context: Context): Promise<Answer> {
  const { conduct, limits, send, later } = context;
  const sending = send(request, Math.max(limits.late, limits.answer)).catch((error: unknown) => {
    throw kindOf(error) === 'lost' ? refusal(conduct.nobodyKnows(messageOf(error)), 'lost') : error;
  });
  const answer = await within(conduct.patience('registration', limits), sending);
  if (answer !== undefined) return answer;
  later(sending.then((late) => undoLate(late, request.url, context)));
  throw refusal(
    'The identity provider did not answer in time. If the answer still comes, its client is deleted again.',
    'late',
  );
}

/** undefined: not in so many milliseconds. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  if (!Number.isFinite(milliseconds)) return work;
  const stop = new AbortController();
  return Promise.race([work, pause(milliseconds, undefined, { signal: stop.signal })]).finally(() => stop.abort());
}

async function undoLate(answer: Answer, endpoint: string, context: Context): Promise<void> {
  const { conduct } = context;
  if (!conduct.isRegistered(answer.status)) return;
  const information = objectOf(answer, 'registration', conduct);
  await undo({ clientId: null, asked: {}, information, endpoint }, context);
}
