import { defineChecks, everyProfile } from '../define.ts';
import { every } from '../rules.ts';
import { interoperability, rfc6749, rfc6750, rfc7592, rfc8414 } from '../specs.ts';
import { editRecording, inRecording, mutant, named, repeat, setHeader, setMembers, tokenFor } from './mutations.ts';
import { markOf } from './marks.ts';
import {
  clientSecrets,
  clientTokens,
  foreignRequests,
  issuedBearers,
  isIssued,
  lateRequests,
  ledger,
  steps,
} from './sequence-rules.ts';

export const sequence = defineChecks(
  {
    id: 'Q-01',
    slug: 'one-token-then-one-registration',
    title: 'asks for one token and then registers, in each step',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration-with-token', 'registration-accepted'],
    why: 'Tokens that nobody uses fill audit logs and use up rate limits.',
    judge: every(steps, ({ value }) =>
      /^(?:D*T?D*R)+$/.test(value.letters)
        ? undefined
        : { expected: 'one token (at most) for each registration', found: value.words },
    ),
    mutant: mutant('asks for two tokens and uses one', repeat(tokenFor('Lone web'))),
  },
  {
    id: 'Q-02',
    slug: 'no-foreign-request',
    title: 'asks only for addresses that the metadata names',
    spec: [rfc8414('2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'A guessed address works with one identity provider only.',
    judge: every(foreignRequests, ({ value }) =>
      value === undefined ? undefined : { expected: 'an address from the metadata or from an answer', found: value },
    ),
    mutant: mutant(
      'looks for the registration endpoint where another provider has it',
      repeat(named('Lone web'), (exchange) => ({
        ...exchange,
        request: {
          ...exchange.request,
          method: 'GET',
          url: 'https://idp.example/lone/clients-registrations',
          body: { text: '', encoding: 'utf8', bytes: 0 },
        },
      })),
    ),
  },
  {
    id: 'Q-03',
    slug: 'token-as-issued',
    title: 'registers with a token that it was issued and that has not expired',
    spec: [rfc6749('7'), rfc6750('2.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration-with-token'],
    why: 'Any other token is refused, and the developer reads "invalid_token".',
    judge: every(issuedBearers, isIssued),
    mutant: mutant(
      'changes the token on the way',
      setHeader(named('Lone web'), 'Authorization', `Bearer ${markOf('another token')}`),
    ),
  },
  {
    id: 'Q-04',
    slug: 'registration-access-token-as-issued',
    title: 'manages a client with the token that was issued last for that client',
    spec: [rfc7592('2'), rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['management-request'],
    why: 'Servers that change the token with each answer refuse the old one, and the client can never be updated again.',
    quote:
      'The client MUST use its registration access token in all calls to this endpoint as an OAuth 2.0 Bearer Token.',
    judge: every(clientTokens, ({ value: { sent, issued } }) =>
      sent === issued
        ? undefined
        : { expected: `Bearer ${issued}`, found: sent === undefined ? 'absent' : `Bearer ${sent}` },
    ),
    mutant: mutant(
      'uses the first token again after the server changed it',
      setHeader(
        (seen) => inRecording('golden-connect', 'management')(seen).slice(-1),
        'Authorization',
        `Bearer ${markOf('registration token of Console web')}`,
      ),
    ),
    related: ['M-13'],
  },
  {
    id: 'Q-05',
    slug: 'client-secret-as-issued',
    title: 'sends in an update the client secret that was issued last, or none',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['update'],
    why: 'The server refuses the update, or the application and the server disagree on the secret.',
    quote:
      'If the client includes the "client_secret" field in the request, the value of this field MUST match the currently issued client secret for that client.',
    judge: every(clientSecrets, ({ value: { sent, issued } }) =>
      sent === issued ? undefined : { expected: issued ?? 'no client_secret', found: sent ?? 'another value' },
    ),
    mutant: mutant(
      'makes up a client secret',
      setMembers((seen) => inRecording('golden-connect', 'management')(seen).slice(0, 1), {
        client_secret: markOf('made up'),
      }),
    ),
    related: ['M-07'],
  },
  {
    id: 'Q-07',
    slug: 'no-orphans',
    title: 'leaves no client without an application and no application without a client',
    spec: [rfc7592('2.3'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['end-of-story', 'three-views', 'registration-accepted'],
    why: 'A client that nobody owns keeps its secret and its rights for ever.',
    judge: every(ledger, ({ value: { atIdp, inProduct } }) =>
      atIdp === inProduct
        ? undefined
        : {
            expected: 'client and application, or neither',
            found: atIdp ? 'a client without an application' : 'an application without a client',
          },
    ),
    mutant: mutant(
      'forgets a client when its application is deleted',
      editRecording('golden-connect', (recording) => ({
        ...recording,
        applications: recording.applications.map((application) =>
          application.name === 'Portal web' ? { ...application, api: null, console: null, portal: null } : application,
        ),
      })),
    ),
  },
  {
    id: 'Q-08',
    slug: 'quiet-end',
    title: 'makes no request after the story has ended',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'A retry in the background creates a client after the developer was told that it failed.',
    judge: every(lateRequests, ({ value }) =>
      value === 0 ? undefined : { expected: 'no request after the last step', found: `a request ${value} ms after it` },
    ),
    mutant: mutant(
      'asks for metadata again an hour later',
      repeat(inRecording('golden-oauth', 'discovery'), (exchange) => ({
        ...exchange,
        startedAt: exchange.startedAt + 3_600_000,
      })),
    ),
  },
);
