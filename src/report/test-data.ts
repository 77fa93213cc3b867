import type { BaselineEntry } from '../check/baseline.ts';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Exchange } from '../recording/exchange.ts';
import type { Recording } from '../recording/recording.ts';
import { makeResult } from './result.ts';

const begin = Date.UTC(2026, 4, 12, 9, 30);
const issuer = 'https://idp.example/t-1';

const metadata = {
  redirect_uris: ['https://app.example/cb/'],
  client_name: 'Weather',
  application_type: 'web',
  grant_types: ['authorization_code'],
};

/** One exchange with the members that a test cares about. */
export function sampleExchange(number: number, changes: Partial<Exchange> = {}): Exchange {
  return {
    number,
    step: 1,
    startedAt: begin + number * 100,
    endedAt: begin + number * 100 + 12,
    connection: 1,
    request: {
      method: 'GET',
      url: `${issuer}/.well-known/openid-configuration`,
      httpVersion: '1.1',
      headers: [['Accept', 'application/json']],
      body: { text: '', encoding: 'utf8', bytes: 0 },
    },
    response: sampleResponse(200, { issuer }),
    faults: [],
    facts: [],
    ...changes,
  };
}

export const sampleResponse = (status: number, json: unknown): Exchange['response'] => ({
  status,
  delivery: 'complete',
  headers: [['Content-Type', 'application/json']],
  body: bodyOf(JSON.stringify(json)),
});

const bodyOf = (text: string) => ({ text, encoding: 'utf8' as const, bytes: text.length });

const tokenExchange = sampleExchange(2, {
  request: {
    method: 'POST',
    url: `${issuer}/token`,
    httpVersion: '1.1',
    headers: [
      ['Authorization', 'Basic [secret:aa11bb22cc33]'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: bodyOf('grant_type=client_credentials&scope=dcr_admin'),
  },
  response: sampleResponse(200, { access_token: '[secret:dd44ee55ff66]', token_type: 'Bearer' }),
  facts: [
    { kind: 'basic-credentials', clientId: 'apim', encoding: 'raw', reserved: '"/" "="', charset: 'ascii' },
    { kind: 'secret', hash: '[secret:dd44ee55ff66]', member: 'access_token', length: 43, alphabet: 'base64url' },
  ],
});

const registration = sampleExchange(3, {
  step: 2,
  request: {
    method: 'POST',
    url: `${issuer}/reg`,
    httpVersion: '1.1',
    headers: [
      ['Authorization', 'Bearer [secret:dd44ee55ff66]'],
      ['Content-Type', 'application/json'],
    ],
    body: bodyOf(JSON.stringify(metadata)),
  },
  response: sampleResponse(201, { client_id: 'c-1', client_secret: '[secret:0123456789ab]', ...metadata }),
  faults: ['slow-registration'],
});

/** A short story with one registration that went wrong in one member. */
export function sampleRecording(changes: Partial<Recording> = {}): Recording {
  const view = { clientId: 'c-1', name: 'Weather', grantTypes: ['authorization_code'] };
  return {
    format: 'dcr-harness/recording',
    version: 1,
    id: 'tutorial',
    title: 'A web application, created in the Console',
    startedAt: begin,
    endedAt: begin + 2400,
    outcome: 'complete',
    sut: { kind: 'reference', version: 'embedded', mode: 'as-apim-3.20' },
    idp: { kind: 'mock', version: 'embedded', mode: 'gravitee' },
    plan: null,
    provider: {
      name: 'Mock IdP',
      discoveryEndpoint: `${issuer}/.well-known/openid-configuration`,
      initialAccessToken: 'client_credentials',
      clientId: 'apim',
      scopes: ['dcr_admin'],
    },
    applications: [
      {
        name: 'Weather',
        type: 'web',
        through: 'console',
        redirectUris: ['https://app.example/cb'],
        grantTypes: ['authorization_code'],
        outcome: 'created',
        idp: { ...view, redirectUris: ['https://app.example/cb/'] },
        api: { ...view, redirectUris: ['https://app.example/cb'] },
        console: { clientId: 'c-1', name: 'Weather' },
        portal: null,
      },
    ],
    clientsAtIdp: ['c-1', 'c-orphan'],
    steps: [
      {
        number: 1,
        place: 'console',
        title: 'add the provider',
        startedAt: begin + 50,
        endedAt: begin + 900,
        outcome: 'done',
      },
      {
        number: 2,
        place: 'console',
        title: 'create the application',
        startedAt: begin + 1000,
        endedAt: begin + 1400,
        outcome: 'failed',
        note: 'the page showed no notice',
      },
    ],
    exchanges: [sampleExchange(1), tokenExchange, registration],
    ...changes,
  };
}

const spec = [
  {
    document: 'RFC 7591',
    section: '2',
    title: 'OAuth 2.0 Dynamic Client Registration Protocol: Client Metadata',
    url: 'https://www.rfc-editor.org/rfc/rfc7591#section-2',
  },
];

/** A verdict that passed, with the members that a test cares about. */
export const sampleVerdict = (id: string, changes: Partial<Verdict> = {}): Verdict => ({
  id,
  slug: id.toLowerCase(),
  title: `keeps rule ${id}`,
  spec,
  level: 'MUST',
  profiles: ['oauth', 'oidc'],
  outcome: 'pass',
  judged: 1,
  breaches: [],
  breachCount: 0,
  brokenIn: [],
  seenAt: null,
  because: '',
  known: null,
  ...changes,
});

const reg = { recording: 'tutorial', exchange: 3, request: 'POST /t-1/reg → 201' };

/** One breach at a JSON pointer of the body of the registration request. */
export const bodyBreach = (pointer: string, expected: string, found: string): Verdict['breaches'][number] => ({
  expected,
  found,
  where: { ...reg, part: 'request body', pointer },
});

/** One verdict of every outcome that is shown, `R-20` known to the baseline. */
export const sampleVerdicts: readonly Verdict[] = [
  sampleVerdict('D-01', { seenAt: { ...reg, exchange: 1, part: 'request target', pointer: '' } }),
  sampleVerdict('R-14', {
    title: 'sends the redirect URIs as the developer typed them',
    outcome: 'fail',
    breaches: [bodyBreach('/redirect_uris/0', '"https://app.example/cb"', '"https://app.example/cb/"')],
    breachCount: 1,
    because: 'redirect URIs are compared as simple strings, so this client cannot log in',
  }),
  sampleVerdict('R-20', {
    title: 'names the response types',
    level: 'SHOULD',
    outcome: 'warn',
    breaches: [bodyBreach('/response_types', '["code"]', 'nothing')],
    breachCount: 1,
    because: 'an IdP may refuse what it has to guess',
  }),
  sampleVerdict('T-02', {
    title: 'form-urlencodes the credentials',
    level: 'SHOULD',
    outcome: 'warn',
    breaches: [
      {
        expected: 'form-urlencoded credentials',
        found: 'raw credentials',
        where: {
          recording: 'tutorial',
          exchange: 2,
          request: 'POST /t-1/token → 200',
          part: 'request header',
          pointer: 'Authorization',
        },
      },
    ],
    breachCount: 1,
    because: 'a secret with a plus sign is read as another secret',
  }),
  sampleVerdict('U-01', { title: 'deletes the client', outcome: 'not-observed', because: 'never seen: a deletion' }),
  sampleVerdict('V-01', { title: 'speaks PKCE', outcome: 'not-applicable', level: 'BCP', because: 'another profile' }),
];

const known: BaselineEntry = { id: 'R-20', reason: 'fixed in the next release', date: '2026-05-01' };

export const sampleResult = (
  verdicts: readonly Verdict[] = sampleVerdicts,
  recordings: readonly Recording[] = [sampleRecording()],
): Result =>
  makeResult({
    harness: '0.1.0',
    profile: 'oidc',
    strict: false,
    recordings,
    verdicts,
    baseline: { file: 'dcrh-baseline.yaml', entries: [known] },
  });

/** What a target may send to break out of a report. */
export const hostile = `"'></script><script>alert(1)</script><img src=x onerror=alert(2)>]]>&<b>|\`[x](javascript:alert(3))\u0000\u001b[31m`;
