import { defineChecks, everyProfile } from '../define.ts';
import { shown, type Faults } from '../reactions.ts';
import { every } from '../rules.ts';
import { requests } from '../select.ts';
import { interoperability, rfc3986, rfc9110 } from '../specs.ts';
import { showAs, storyOf } from './fault-mutations.ts';
import { explainedRow, noticedRow, passedOnRow, rowOf } from './fault-rows.ts';
import { viewsAgree } from './management-rules.ts';
import { changeMethod, changeTarget, first, inRecording, mutant, repeat } from './mutations.ts';
import { renewals, repeatedRenewals, requestsForOddIds, unresolvedIn } from './renewal-rules.ts';

const partial: Faults = ['renewal-partial'];
const oddId: Faults = ['client-id-with-dot-segments', 'client-id-with-question-mark', 'client-id-with-slash'];

/** The renewal of a secret has no specification: it is Gravitee's own (APIM 3.20 to 4.13). */
export const renewal = defineChecks(
  {
    id: 'S-01',
    slug: 'renewal-method',
    title: 'renews a secret with POST, PUT or PATCH',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['renewal'],
    why: 'These are the methods that an administrator can choose; any other is not what was configured.',
    judge: every(requests(renewals), ({ value: { method } }) =>
      ['POST', 'PUT', 'PATCH'].includes(method) ? undefined : { expected: 'POST, PUT or PATCH', found: method },
    ),
    mutant: mutant('renews a secret with GET', changeMethod(first('renewal'), 'GET')),
  },
  {
    id: 'S-02',
    slug: 'renewal-template-resolved',
    title: 'fills in every part of the renewal address',
    spec: [interoperability, rfc3986('2.2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['renewal'],
    why: 'The request goes to an address that no server has.',
    judge: every(requests(renewals), ({ value: { url } }) => {
      const found = unresolvedIn(url);
      return found === undefined ? undefined : { expected: 'an address without gaps', found: `${found} in ${url}` };
    }),
    mutant: mutant(
      'sends the template as it is',
      changeTarget(first('renewal'), () => 'https://idp.example/connect/reg/{#client_id}/renew_secret'),
    ),
  },
  {
    ...rowOf({
      id: 'S-03',
      slug: 'renewal-address-escaped',
      title: 'escapes the client id in the renewal address',
      spec: [rfc3986('2.2')],
      level: 'SEC',
      faults: oddId,
      why: 'A server that is not honest picks an id that leads the product, with its token, to another address.',
    }),
    judge: every(requestsForOddIds(oddId), ({ value: { url, escaped } }) =>
      url.includes(escaped) ? undefined : { expected: `an address with ${escaped}`, found: url },
    ),
    mutant: mutant(
      'puts the id into the address as it is',
      changeTarget(inRecording(storyOf('client-id-with-dot-segments'), 'renewal'), (url) => decodeURIComponent(url)),
    ),
  },
  {
    id: 'S-06',
    slug: 'renewal-body',
    title: 'sends a body with a renewal by PUT or PATCH',
    spec: [rfc9110('8.3'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['renewal'],
    why: 'Servers answer 400 or 415 to a PUT or a PATCH that says nothing.',
    judge: every(requests(renewals), ({ value: { method, request } }) =>
      !['PUT', 'PATCH'].includes(method) || request.header('content-type').length > 0
        ? undefined
        : { expected: 'a Content-Type', found: `${method} without one` },
    ),
    mutant: mutant('renews with PATCH and sends nothing', changeMethod(first('renewal'), 'PATCH')),
  },
  {
    ...rowOf({
      id: 'S-08',
      slug: 'partial-renewal-kept',
      title: 'keeps grants and redirect URIs when the answer to a renewal does not repeat them',
      spec: [interoperability],
      faults: partial,
      why: 'The application looks empty, and the next edit makes it so.',
    }),
    judge: every(shown(partial), viewsAgree),
    mutant: mutant('keeps nothing but the answer', showAs('renewal-partial', { grantTypes: [], redirectUris: [] })),
  },
  noticedRow({
    id: 'S-09',
    slug: 'renewal-without-secret-reported',
    title: 'says that the answer to a renewal has no secret',
    spec: [interoperability],
    faults: ['renewal-secret-missing', 'renewal-secret-null', 'renewal-secret-empty', 'renewal-body-empty'],
    why: 'The page shows an empty secret, and the old one may be dead.',
  }),
  passedOnRow(
    {
      id: 'S-11',
      slug: 'failed-renewal-reported',
      title: 'passes on why a renewal was refused',
      spec: [interoperability],
      faults: ['renewal-status-500', 'renewal-status-*', 'renewal-429-*', 'renewal-503-*'],
      why: 'The developer believes that the old secret is dead and goes on with one that does not exist.',
    },
    'error',
    'error_description',
  ),
  explainedRow({
    id: 'S-12',
    slug: 'unreadable-renewal-explained',
    title: 'explains an answer to a renewal that it cannot read',
    spec: [interoperability],
    faults: ['renewal-body-null', 'renewal-body-array', 'renewal-truncated'],
    why: 'The product breaks in the middle, and nobody knows which secret is the right one.',
  }),
  {
    id: 'S-17',
    slug: 'one-renewal-per-click',
    title: 'renews a secret once for each time it is asked to',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['renewal'],
    why: 'The secret that the page shows is dead already.',
    judge: every(repeatedRenewals, ({ value }) =>
      value === undefined ? undefined : { expected: 'one renewal', found: `the second after exchange ${value}` },
    ),
    mutant: mutant('renews twice on one click', repeat(first('renewal'))),
  },
);
