import type { Exchange, Fact, Header } from '../../recording/exchange.ts';
import {
  recordingVersion,
  type Application,
  type Provider,
  type Recording,
  type Step,
} from '../../recording/recording.ts';
import type { Sighting, Unplaced } from '../../recording/sightings.ts';
import { markOf } from './marks.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A recording in the making: requests are a pace apart and belong to the step that was begun last. */
export interface Telling {
  readonly id: string;
  readonly provider: Provider;
  /** Milliseconds. */
  readonly pace: number;
  readonly steps: Step[];
  readonly exchanges: Exchange[];
  readonly applications: Application[];
  readonly sightings: Sighting[];
}

export const tell = (id: string, provider: Provider, pace = 1000): Telling => ({
  id,
  provider,
  pace,
  steps: [],
  exchanges: [],
  applications: [],
  sightings: [],
});

/** Noon of the first day of 2026, in milliseconds. */
const noon = Date.UTC(2026, 0, 1, 12);

const timeOf = ({ exchanges, steps, pace }: Telling) =>
  Math.max(noon + (exchanges.length + steps.length) * pace, (exchanges.at(-1)?.endedAt ?? noon) + 400);

export function beginStep(telling: Telling, place: Step['place'], title: string): void {
  const startedAt = timeOf(telling);
  const number = telling.steps.length + 1;
  telling.steps.push({ number, place, title, startedAt, endedAt: startedAt + 1000, outcome: 'done' });
}

/** Notes what was seen in the step that was begun last. */
export function note({ sightings, steps }: Telling, ...seen: readonly Unplaced[]): void {
  for (const one of seen) sightings.push({ ...one, step: steps.length });
}

/** A request of the product; the header fields that all of them have are added. */
export interface GoodRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: readonly Header[];
  readonly text?: string;
  readonly facts?: readonly Fact[];
}

const bodyOf = (text: string): Exchange['request']['body'] => ({
  text,
  encoding: 'utf8',
  bytes: Buffer.byteLength(text),
});

const commonHeaders: readonly Header[] = [
  ['Host', 'idp.example'],
  ['User-Agent', 'golden-product/1.0'],
  ['Accept', 'application/json'],
];

/** An answer of the identity provider; what is left out is as a good server sends it. */
export interface Answered {
  readonly status?: number;
  readonly headers?: readonly Header[];
  readonly text?: string;
  readonly delivery?: Exchange['response']['delivery'];
  /** Names of the faults that shaped it. */
  readonly faults?: readonly string[];
  /** Milliseconds until it was there. */
  readonly took?: number;
}

export const jsonType: readonly Header[] = [['Content-Type', 'application/json']];

/** Adds one request and its answer, which is JSON. */
export const addExchange = (telling: Telling, request: GoodRequest, answer: Json): void =>
  addAnswered(telling, request, {
    status: 'client_id' in answer && request.method === 'POST' ? 201 : 200,
    text: JSON.stringify(answer),
  });

/** Adds one request and an answer of any kind. */
export function addAnswered(
  telling: Telling,
  { method, url, headers = [], text = '', facts = [] }: GoodRequest,
  answer: Answered,
): void {
  const { steps, exchanges } = telling;
  const startedAt = timeOf(telling);
  const number = exchanges.length + 1;
  const took = answer.took ?? 200;
  exchanges.push({
    number,
    step: steps.length,
    startedAt,
    endedAt: startedAt + took,
    connection: number,
    request: { method, url, httpVersion: '1.1', headers: [...commonHeaders, ...headers], body: bodyOf(text) },
    response: {
      status: answer.status ?? 200,
      delivery: answer.delivery ?? 'complete',
      headers: [...(answer.headers ?? jsonType)],
      body: bodyOf(answer.text ?? ''),
    },
    faults: [...(answer.faults ?? [])],
    tls: { version: 'TLSv1.3', serverName: 'idp.example', clientCertificate: 'CN=golden-product' },
    facts: [...facts],
  });
  const current = steps.at(-1);
  if (current !== undefined) steps[steps.length - 1] = { ...current, endedAt: startedAt + took + 300 };
}

/** Asks for a token with Basic credentials that need encoding, and returns its mark. */
export function askForToken(telling: Telling, url: string, change: (good: Json) => Answered = answerWith): string {
  const { clientId = '', scopes } = telling.provider;
  const token = markOf(`token ${telling.exchanges.length} of ${telling.id}`);
  addAnswered(
    telling,
    {
      method: 'POST',
      url,
      headers: [
        ['Authorization', `Basic ${markOf(`provider secret of ${telling.id}`)}`],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      text: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }).toString(),
      facts: [
        { kind: 'basic-credentials', clientId, encoding: 'form-urlencoded', reserved: '"%" "+"', charset: 'ascii' },
      ],
    },
    change({ access_token: token, token_type: 'Bearer', expires_in: 600, scope: scopes.join(' ') }),
  );
  return token;
}

/** The members as JSON, and nothing else about them. */
export const answerWith = (members: Json): Answered => ({ text: JSON.stringify(members) });

export const clientIdOf = (name: string): string => `id-${name.toLowerCase().replaceAll(' ', '-')}`;

/** What the identity provider answers to a registration. */
export const clientAnswer = (endpoint: string, name: string, metadata: Json): Json => ({
  ...metadata,
  client_id: clientIdOf(name),
  client_secret: markOf(`secret of ${name}`),
  client_secret_expires_at: 0,
  registration_client_uri: `${endpoint}/${clientIdOf(name)}`,
  registration_access_token: markOf(`registration token of ${name}`),
});

export const jsonHeaders = (token: string): readonly Header[] => [
  ['Authorization', `Bearer ${token}`],
  ['Content-Type', 'application/json; charset=UTF-8'],
];

/** The owner and the administrator see the secret of the client; the administrator typed that of the provider. */
const goodBrowsers: Recording['browsers'] = [
  {
    person: 'administrator',
    searched: 40,
    sightings: [
      { kind: 'provider-secret', form: 'raw', in: 'request', at: 'POST /providers' },
      { kind: 'provider-secret', form: 'raw', in: 'page', at: '/providers/new' },
    ],
  },
  {
    person: 'developer',
    searched: 60,
    sightings: [{ kind: 'client-secret', form: 'raw', in: 'page', at: '/applications/1' }],
  },
  { person: 'another-developer', searched: 20, sightings: [] },
  { person: 'anonymous', searched: 5, sightings: [] },
];

/** The story as a recording, which listens on for twelve seconds. */
export const told = (telling: Telling): Recording => ({
  format: 'dcr-harness/recording',
  version: recordingVersion,
  id: telling.id,
  title: `good story ${telling.id}`,
  startedAt: noon,
  endedAt: timeOf(telling) + 12_000,
  outcome: 'complete',
  sut: null,
  idp: null,
  plan: null,
  provider: telling.provider,
  applications: telling.applications,
  clientsAtIdp: telling.applications.flatMap(({ idp }) => idp?.clientId ?? []),
  steps: telling.steps,
  exchanges: telling.exchanges,
  ...(telling.sightings.length > 0 && { sightings: telling.sightings }),
  browsers: goodBrowsers,
  productLogs: [{ part: 'management-api (good:1)', searched: 120, sightings: [] }],
});
