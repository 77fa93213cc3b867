import type { Exchange } from '../../recording/exchange.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { incidents, neverAfter, type Faults } from '../reactions.ts';
import { every, show } from '../rules.ts';
import { interoperability, rfc6749, rfc6750, rfc7591, rfc7592, rfc8259, rfc9110, rfc9325 } from '../specs.ts';
import { faulted, registerWith, say, tokenOf } from './fault-mutations.ts';
import { rowOf } from './fault-rows.ts';
import { stopsReading } from './fault-rules.ts';
import { quotedName } from './golden-sightings/rotation.ts';
import { markOf } from './marks.ts';
import { edit, editRecording, first, mutant, named, setHeader, setText } from './mutations.ts';
import {
  carriesInjectedHeader,
  hasNoMark,
  messages,
  otherTargets,
  quotedNames,
  secretRequests,
  tlsVersions,
} from './security-rules.ts';

const large: Faults = [
  'registration-100-mb',
  'registration-1-gb',
  'registration-gzip-100-mb',
  'token-100-mb',
  'token-1-gb',
  'token-gzip-100-mb',
  'update-100-mb',
  'update-1-gb',
  'update-gzip-100-mb',
  'renewal-100-mb',
  'renewal-1-gb',
  'renewal-gzip-100-mb',
];
const lineBreak: Faults = ['token-with-line-break', 'management-token-with-line-break', 'token-non-ascii'];

export const security = defineChecks(
  {
    id: 'X-01',
    slug: 'secrets-over-tls',
    title: 'sends secrets and tokens over TLS only',
    spec: [rfc6749('2.3.1'), rfc6750('5.3'), rfc7591('5'), rfc7592('5')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Everyone on the way reads them and can register clients.',
    quote:
      'The authorization server MUST require the use of TLS as described in Section 1.6 when sending requests using password authentication.',
    judge: every(secretRequests, ({ value }) =>
      value.startsWith('https:') ? undefined : { expected: 'https', found: value },
    ),
    mutant: mutant(
      'talks to a provider over http',
      editRecording('golden-static', (recording) => ({
        ...recording,
        provider: recording.provider && {
          ...recording.provider,
          discoveryEndpoint: overHttp(recording.provider.discoveryEndpoint),
        },
        exchanges: recording.exchanges.map(withoutTls),
      })),
    ),
  },
  {
    id: 'X-02',
    slug: 'tls-version',
    title: 'speaks TLS 1.2 or later',
    spec: [rfc9325('3.1.1')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'What older versions protect can be read.',
    judge: every(tlsVersions, ({ value }) =>
      value === 'TLSv1.2' || value === 'TLSv1.3' ? undefined : { expected: 'TLS 1.2 or later', found: value },
    ),
    mutant: mutant(
      'speaks TLS 1.1',
      edit(first('discovery'), (exchange) => ({
        ...exchange,
        tls: exchange.tls && { ...exchange.tls, version: 'TLSv1.1' },
      })),
    ),
  },
  {
    id: 'X-08',
    slug: 'no-secret-in-address',
    title: 'puts no secret into an address, nor into the Referer',
    spec: [rfc6750('2.3'), rfc6750('5.3')],
    level: 'SHOULD',
    profiles: everyProfile,
    needs: ['discovery'],
    why: 'Addresses stand in logs everywhere on the way.',
    judge: every(otherTargets, ({ value }) => hasNoMark(value)),
    mutant: mutant(
      'names in the Referer an address with a token',
      setHeader(first('renewal'), 'Referer', `https://idp.example/?access_token=${markOf('a token')}`),
    ),
  },
  {
    ...rowOf({
      id: 'X-12',
      slug: 'no-secret-in-message',
      title: 'shows no secret in a message',
      spec: [rfc6750('5.3'), rfc7592('5')],
      level: 'SEC',
      faults: ['invalid-token'],
      why: 'A developer reads what only the administrator may have, and sends it on with a question.',
    }),
    judge: every(messages, ({ value }) => hasNoMark([value])),
    mutant: mutant(
      'repeats the header that was refused',
      say('invalid-token', `invalid_token: Authorization: Bearer ${tokenOf('invalid-token')}`),
    ),
  },
  {
    ...rowOf({
      id: 'X-20',
      slug: 'answer-size-limit',
      title: 'stops reading an answer that is far too large',
      spec: [interoperability],
      level: 'SEC',
      faults: large,
      why: 'One answer fills the memory of the product.',
    }),
    judge: every(incidents(large), stopsReading),
    mutant: mutant(
      'reads all of it',
      edit(faulted('registration-100-mb'), ({ response, ...exchange }) => ({
        ...exchange,
        response: { ...response, delivery: 'complete', body: { ...response.body, bytes: 104_857_600 } },
      })),
    ),
  },
  {
    ...rowOf({
      id: 'X-21',
      slug: 'no-header-injection',
      title: 'sends no header that came with a token',
      spec: [rfc9110('11.6.2'), rfc6750('2.1')],
      level: 'SEC',
      faults: lineBreak,
      why: 'A server that is not honest writes into the requests of the product.',
    }),
    judge: neverAfter(lineBreak, carriesInjectedHeader),
    mutant: mutant(
      'writes the token into the header as it is',
      registerWith('token-with-line-break', '[secret:00000000c0de]', { headers: [['X-Injected', '1']] }),
    ),
  },
  {
    id: 'X-22',
    slug: 'no-json-injection',
    title: 'keeps a name in its own member, whatever quotes are in it',
    spec: [rfc8259('7'), interoperability],
    level: 'SEC',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'A developer writes members of the registration that only the product may write.',
    judge: every(quotedNames, ({ value: { typed, sent } }) =>
      typeof sent === 'string' && typed.includes(sent)
        ? undefined
        : { expected: typed.map(show).join(' or '), found: show(sent) },
    ),
    mutant: mutant(
      'puts the name into the text of the JSON as it is',
      setText(named(quotedName), (text) => text.replace(JSON.stringify(quotedName), `"${quotedName}"`)),
    ),
    related: ['R-15'],
  },
);

function withoutTls({ tls, request, response, ...exchange }: Exchange): Exchange {
  if (tls === undefined) throw new Error('the good story is over TLS');
  return {
    ...exchange,
    request: { ...request, url: overHttp(request.url) },
    response: { ...response, body: { ...response.body, text: overHttp(response.body.text) } },
  };
}

function overHttp(text: string): string {
  return text.replaceAll('https://idp.example', 'http://idp.example');
}
