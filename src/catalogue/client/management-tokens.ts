import { objectOf, stringOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { bearerOf } from '../credentials.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { clientRequests, type ClientRequest } from '../issued.ts';
import { every, show, type Demand, type ExchangeSpot, type Select } from '../rules.ts';
import { bodyOf, bodySpot, headerSpot } from '../select.ts';
import { interoperability, rfc7592 } from '../specs.ts';
import { changeMethod, inRecording, mutant, setHeader, setMembers, type Pick } from './mutations.ts';
import { markOf } from './marks.ts';

type Which = (request: ClientRequest) => boolean;

const isUpdate = ({ exchange }: ClientRequest) => exchange.role === 'management' && exchange.method === 'PUT';
const isRenewal = ({ exchange }: ClientRequest) => exchange.role === 'renewal';

/** Neither a change nor the end of the client. */
const isRead = ({ exchange: { role, method, request } }: ClientRequest) =>
  role === 'management' && !['PUT', 'DELETE'].includes(method) && objectOf(request.json) === undefined;

const isFirstToken: Which = ({ client: { token, firstToken } }) => token !== undefined && token === firstToken;
const isLaterToken: Which = ({ client: { token, firstToken } }) => token !== undefined && token !== firstToken;
const hasToken: Which = ({ client: { token } }) => token !== undefined;

/** The requests to a client's own addresses that all of the tests pick. */
const requestsOf =
  (none: string, ...tests: readonly Which[]): Select<ExchangeSpot<ClientRequest>> =>
  (seen) => ({
    spots: clientRequests(seen)
      .filter((request) => tests.every((test) => test(request)))
      .map((request) => headerSpot(request.exchange, request, 'Authorization')),
    none,
  });

const presentsItsToken: Demand<ExchangeSpot<ClientRequest>> = ({ value: { exchange, client } }) => {
  const sent = bearerOf(exchange);
  return sent === client.token
    ? undefined
    : { expected: `Bearer ${client.token ?? ''}`, found: sent === undefined ? 'absent' : `Bearer ${sent}` };
};

const isReadWithGet: Demand<ExchangeSpot<ClientRequest>> = (spot, context) => {
  const { method } = spot.exchange;
  return method === 'GET' ? presentsItsToken(spot, context) : { expected: 'GET', found: method };
};

interface SentSecret {
  readonly sent: string | undefined;
  readonly issued: readonly (string | undefined)[];
}

/** The client secret of each update that carries one, next to those that an answer gave to the client. */
const secretsOfUpdates: Select<ExchangeSpot<SentSecret>> = (seen) => ({
  spots: clientRequests(seen)
    .filter(isUpdate)
    .flatMap(({ exchange, client }) => {
      const sent = bodyOf(exchange)['client_secret'];
      if (sent === undefined || sent === null) return [];
      return [
        bodySpot(exchange, { sent: stringOf(sent), issued: [client.firstSecret, client.secret] }, 'client_secret'),
      ];
    }),
  none: 'no update of a client whose registration was seen carries client_secret',
});

const ownUpdates =
  (at: number): Pick =>
  (seen) =>
    inRecording('golden-connect', 'management')(seen).slice(at, at + 1);
const inRotation =
  (pick: (exchange: SeenExchange) => boolean): Pick =>
  (seen) =>
    seen.exchanges.filter((exchange) => exchange.recording === 'golden-rotation' && pick(exchange));
const lastRenewal: Pick = (seen) => inRotation(({ role }) => role === 'renewal')(seen).slice(-1);

const initial = `Bearer ${markOf('initial access token')}`;
const must = { level: 'MUST', profiles: everyProfile } as const;
const quote =
  'The client MUST use its registration access token in all calls to this endpoint as an OAuth 2.0 Bearer Token.';

/** What a request to a client's own addresses proves itself with. Q-04 looks at all of them together. */
export const managementTokens = defineChecks(
  {
    ...must,
    id: 'M-02',
    slug: 'update-with-registration-token',
    title: 'updates a client with the token that it was given at its registration',
    spec: [rfc7592('2')],
    needs: ['update'],
    why: 'The token that opens registration opens no client that exists already.',
    quote,
    judge: every(
      requestsOf('no client was updated with the token of its registration in force', isUpdate, isFirstToken),
      presentsItsToken,
    ),
    mutant: mutant(
      'updates with the token of the registration endpoint',
      setHeader(ownUpdates(0), 'Authorization', initial),
    ),
    related: ['Q-04'],
  },
  {
    ...must,
    id: 'M-07',
    slug: 'update-with-issued-secret',
    title: 'chooses no client secret of its own in an update',
    spec: [rfc7592('2.2')],
    needs: ['update'],
    why: 'The server refuses the update: it alone makes secrets.',
    quote: 'The client MUST NOT be allowed to overwrite its existing client secret with its own chosen value.',
    judge: every(secretsOfUpdates, ({ value: { sent, issued } }) =>
      sent !== undefined && issued.includes(sent)
        ? undefined
        : { expected: 'a secret that was issued, or none', found: show(sent) },
    ),
    mutant: mutant(
      'makes up a client secret',
      setMembers(ownUpdates(0), { client_secret: markOf('of its own making') }),
    ),
    related: ['Q-05'],
  },
  {
    ...must,
    id: 'M-13',
    slug: 'rotated-token-used',
    title: 'updates a client with the new token once an answer has changed it',
    spec: [rfc7592('2.2'), rfc7592('2')],
    needs: ['update'],
    why: 'The old token is dead, and nobody can change the client any more.',
    judge: every(
      requestsOf('no client was updated after an answer had changed its token', isUpdate, isLaterToken),
      presentsItsToken,
    ),
    mutant: mutant(
      'keeps the old token',
      setHeader(ownUpdates(1), 'Authorization', `Bearer ${markOf('registration token of Console web')}`),
    ),
    related: ['Q-04'],
  },
  {
    ...must,
    id: 'M-23',
    slug: 'read-with-registration-token',
    title: 'reads a client with GET and with its token',
    spec: [rfc7592('2.1'), rfc7592('2')],
    needs: ['management-request'],
    why: 'Servers answer 401 or 405, and the product never learns what the client is now.',
    quote,
    judge: every(requestsOf('no client was read', isRead, hasToken), isReadWithGet),
    mutant: mutant(
      'reads with POST',
      changeMethod(
        inRotation(({ role, method }) => role === 'management' && method === 'GET'),
        'POST',
      ),
    ),
  },
  {
    ...must,
    id: 'S-05',
    slug: 'renewal-with-registration-token',
    title: 'renews a secret with the token that the client was given at its registration',
    spec: [interoperability, rfc7592('2')],
    level: 'INTEROP',
    needs: ['renewal'],
    why: 'The renewal is refused, or any client can be given a new secret by whoever may register one.',
    judge: every(
      requestsOf('no secret was renewed with the token of the registration in force', isRenewal, isFirstToken),
      presentsItsToken,
    ),
    mutant: mutant(
      'renews with the token of the registration endpoint',
      setHeader(inRecording('golden-connect', 'renewal'), 'Authorization', initial),
    ),
    related: ['Q-04'],
  },
  {
    ...must,
    id: 'S-10',
    slug: 'rotated-token-used-for-renewal',
    title: 'renews a secret with the new token once an answer has changed it',
    spec: [interoperability, rfc7592('5')],
    level: 'INTEROP',
    needs: ['renewal'],
    why: 'The old token is dead: the secret can be renewed once, and never again.',
    judge: every(
      requestsOf('no secret was renewed after an answer had changed the token', isRenewal, isLaterToken),
      presentsItsToken,
    ),
    mutant: mutant(
      'keeps the old token',
      setHeader(lastRenewal, 'Authorization', `Bearer ${markOf('registration token of Rotated shop')}`),
    ),
    related: ['Q-04'],
  },
);
