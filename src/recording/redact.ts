import { createHmac } from 'node:crypto';
import { toBody } from './body.ts';
import type { Body, Exchange, Fact, Header, RawExchange } from './exchange.ts';
import { secretsOf } from './redaction/headers.ts';
import { inBody, inUrl, replaceLocated } from './redaction/locations.ts';
import { createReplacer } from './redaction/replacer.ts';

export interface RedactorOptions {
  /** Key of the hashes: random for a live run, so that no stored value can be guessed and tried. */
  key: Buffer;
  /** Secrets that the harness itself handed out or signs in with. */
  knownSecrets?: readonly string[];
}

export interface Redactor {
  /** A text without any secret that was known or has been seen in an exchange so far. */
  text: (value: string) => string;
  /** The exchanges as they may be stored. `stepAt` gives the number of the step under way at a time. */
  exchanges: (raw: readonly RawExchange[], stepAt: (time: number) => number) => Exchange[];
}

/**
 * Replaces every secret by a keyed hash `[secret:0123456789ab]`, the same one for the same value, and notes as facts what a
 * rule must know of the value: how Basic credentials were written, its length and alphabet.
 */
export function createRedactor({ key, knownSecrets = [] }: RedactorOptions): Redactor {
  const known = new Set(knownSecrets);
  const marks = new Map<string, string>();
  const mark = (value: string) => `[secret:${createHmac('sha256', key).update(value).digest('hex').slice(0, 12)}]`;
  const learn = (value: string) => {
    for (const form of formsOf(value)) marks.set(form, mark(value));
  };
  for (const secret of knownSecrets) learn(secret);

  return {
    text: (value) => createReplacer(marks)(value),
    exchanges: (raw, stepAt) => {
      const drafts = raw.map((exchange) => ({ exchange, draft: draftOf(exchange, known, mark) }));
      for (const { draft } of drafts) for (const { value } of draft.secrets) learn(value);
      const replace = createReplacer(marks);
      return drafts.map(({ exchange, draft }) => finish(exchange, draft, replace, stepAt));
    },
  };
}

/** Redacts exchanges that belong together, without steps. */
export const redactExchanges = (
  raw: readonly RawExchange[],
  { stepAt = () => 0, ...options }: RedactorOptions & { stepAt?: (time: number) => number },
): Exchange[] => createRedactor(options).exchanges(raw, stepAt);

interface Draft {
  secrets: { member: string; value: string; issued: boolean }[];
  facts: Fact[];
  url: string;
  requestHeaders: Header[];
  requestBody: Body;
  responseHeaders: Header[];
  responseBody: Body;
}

type Mark = (value: string) => string;

/** First pass: what stands where a secret belongs is replaced there and remembered. */
function draftOf({ request, response }: RawExchange, known: ReadonlySet<string>, mark: Mark): Draft {
  const secrets: Draft['secrets'] = [];
  const facts: Fact[] = [];
  const headers = (list: readonly Header[]): Header[] =>
    list.map((header) => {
      const found = secretsOf(header, known);
      if (found === undefined) return header;
      secrets.push(...found.values.map((value) => ({ ...value, issued: false })));
      if (found.basic) facts.push(found.basic);
      return [header[0], found.write(mark)];
    });
  const bodyOf = ({ body: kept, bodyBytes }: { body: Buffer; bodyBytes?: number }, issued: boolean): Body => {
    const body = { ...toBody(kept), bytes: bodyBytes ?? kept.length };
    const located = inBody(body.text);
    secrets.push(...located.map(({ member, value }) => ({ member, value, issued })));
    return { ...body, text: replaceLocated(body.text, located, mark) };
  };
  const inQuery = inUrl(request.url);
  secrets.push(...inQuery.map(({ member, value }) => ({ member, value, issued: false })));
  const draft = {
    url: replaceLocated(request.url, inQuery, mark),
    requestHeaders: headers(request.headers),
    requestBody: bodyOf(request, false),
    responseHeaders: headers(response.headers),
    responseBody: bodyOf(response, true),
  };
  const issued = secrets.filter((secret) => secret.issued);
  return {
    ...draft,
    secrets,
    facts: [...facts, ...issued.map(({ member, value }) => secretFact(member, value, mark))],
  };
}

/** Second pass: the same secrets wherever else they stand. */
function finish(raw: RawExchange, draft: Draft, replace: Mark, stepAt: (time: number) => number): Exchange {
  const everywhere = (headers: readonly Header[]): Header[] => headers.map(([name, value]) => [name, replace(value)]);
  const body = (value: Body): Body => ({ ...value, text: replace(value.text) });
  return {
    number: raw.number,
    step: stepAt(raw.startedAt),
    startedAt: raw.startedAt,
    endedAt: raw.endedAt,
    connection: raw.connection,
    request: {
      method: raw.request.method,
      url: replace(draft.url),
      httpVersion: raw.request.httpVersion,
      headers: everywhere(draft.requestHeaders),
      body: body(draft.requestBody),
    },
    response: {
      status: raw.response.status,
      delivery: raw.response.delivery,
      headers: everywhere(draft.responseHeaders),
      body: body(draft.responseBody),
    },
    faults: [...raw.faults],
    ...(raw.tls && { tls: raw.tls }),
    ...(raw.upstream && { upstream: redactUpstream(raw.upstream, replace) }),
    facts: draft.facts,
  };
}

/** The addresses of the IdP are those of the exchange but for their beginning, so their secrets have been seen. */
const redactUpstream = (
  { url, rewritten, ...rest }: NonNullable<RawExchange['upstream']>,
  replace: Mark,
): NonNullable<Exchange['upstream']> => ({
  ...rest,
  url: replace(url),
  rewritten: rewritten.map((value) => ({ ...value, was: replace(value.was) })),
});

/** The forms in which a secret may turn up elsewhere: as it is, in a URL, in a form, in JSON, in base64. */
const formsOf = (value: string): string[] => [
  value,
  encodeURIComponent(value.toWellFormed()),
  new URLSearchParams([['', value]]).toString().slice(1),
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value).toString('base64'),
  Buffer.from(value).toString('base64url'),
];

const alphabets: readonly [Extract<Fact, { kind: 'secret' }>['alphabet'], RegExp][] = [
  ['digits', /^\d*$/],
  ['hex', /^(?:[0-9a-f]*|[0-9A-F]*)$/],
  ['base64url', /^[\w-]*$/],
  ['base64', /^[A-Za-z0-9+/]*=*$/],
  ['printable-ascii', /^[\x20-\x7e]*$/],
];

const secretFact = (member: string, value: string, mark: Mark): Fact => ({
  kind: 'secret',
  hash: mark(value),
  member,
  length: value.length,
  alphabet: alphabets.find(([, pattern]) => pattern.test(value))?.[0] ?? 'other',
});
