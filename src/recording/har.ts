import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { jsonOf, objectOf, stringOf } from './body.ts';
import type { Header, RawExchange } from './exchange.ts';
import { recordingVersion, type Recording, type Step } from './recording.ts';
import { createRedactor } from './redact.ts';

const headers = z.array(z.looseObject({ name: z.string(), value: z.string() }));

/** The part of HAR 1.2 that a judge needs; browsers and proxies add members of their own, which are left alone. */
const harSchema = z.looseObject({
  log: z.looseObject({
    pages: z.array(z.looseObject({ id: z.string(), title: z.string(), startedDateTime: z.string() })).default([]),
    entries: z.array(
      z.looseObject({
        pageref: z.string().optional(),
        startedDateTime: z.string(),
        time: z.number(),
        connection: z.string().optional(),
        request: z.looseObject({
          method: z.string(),
          url: z.url(),
          httpVersion: z.string(),
          headers,
          postData: z
            .looseObject({
              text: z.string().optional(),
              params: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).optional(),
            })
            .optional(),
        }),
        response: z.looseObject({
          status: z.number(),
          headers,
          content: z.looseObject({ text: z.string().optional(), encoding: z.string().optional() }),
        }),
      }),
    ),
  }),
});

type Entry = z.infer<typeof harSchema>['log']['entries'][number];

/** A HAR 1.2 file as a recording. Secrets are hashed with a key made of the file itself, so the same file gives the same hashes. */
export function readHar(text: string, fileName: string): Recording {
  const { log } = parse(text, fileName);
  const origins = idpOrigins(log.entries);
  const entries = log.entries.filter(({ request }) => origins.size === 0 || origins.has(new URL(request.url).origin));
  const steps = stepsOf(log.pages, entries);
  const numbers = new Map(log.pages.map(({ id }, index) => [id, index + 1]));
  const raw = entries.map(toRaw);
  const stepOf = new Map(raw.map(({ number }, index) => [number, numbers.get(entries[index]?.pageref ?? '') ?? 0]));
  const redactor = createRedactor({ key: createHash('sha256').update(text).digest() });
  const exchanges = redactor
    .exchanges(raw, () => 0)
    .map((exchange) => ({ ...exchange, step: stepOf.get(exchange.number) ?? 0 }));
  const left = log.entries.length - entries.length;
  return {
    format: 'dcr-harness/recording',
    version: recordingVersion,
    id: idOf(fileName),
    title: `imported from ${basename(fileName)}`,
    startedAt: exchanges[0]?.startedAt ?? 0,
    endedAt: exchanges.at(-1)?.endedAt ?? 0,
    outcome: 'complete',
    ...(left > 0 && { note: `${left} entries for other origins than the IdP's were left out` }),
    sut: null,
    idp: null,
    plan: null,
    provider: null,
    applications: [],
    clientsAtIdp: null,
    steps: steps.map((step) => ({ ...step, title: redactor.text(step.title) })),
    exchanges,
  };
}

function parse(text: string, fileName: string): z.infer<typeof harSchema> {
  const json = jsonOf(text);
  if (json === undefined) throw new UsageError(`${fileName} is not JSON, so it is neither a recording nor a HAR file.`);
  const read = harSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(
    `${fileName} is not a HAR 1.2 file: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}. Export it again as HAR, or give a recording.`,
  );
}

/** Origins that a discovery document in the file names or was read from. Empty: none is in the file, so everything is kept. */
function idpOrigins(entries: readonly Entry[]): ReadonlySet<string> {
  const origins = new Set<string>();
  for (const { request, response } of entries) {
    const body = objectOf(jsonOf(textOf(response.content).toString('utf8')));
    const named = [stringOf(body?.['token_endpoint']), stringOf(body?.['registration_endpoint'])].filter(
      (url) => url !== undefined,
    );
    if (named.length === 0) continue;
    for (const url of [request.url, ...named]) if (URL.canParse(url)) origins.add(new URL(url).origin);
  }
  return origins;
}

const textOf = ({ text = '', encoding }: { text?: string | undefined; encoding?: string | undefined }) =>
  Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');

function toRaw({ request, response, startedDateTime, time, connection }: Entry, index: number): RawExchange {
  const startedAt = Date.parse(startedDateTime);
  return {
    number: index + 1,
    startedAt,
    endedAt: startedAt + Math.max(0, time),
    connection: Number.parseInt(connection ?? '0', 10) || 0,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: request.httpVersion.replace(/^HTTP\//i, ''),
      headers: pairs(request.headers),
      body: Buffer.from(request.postData?.text ?? formText(request.postData?.params ?? [])),
    },
    response: {
      status: response.status,
      delivery: response.status === 0 ? 'none' : 'complete',
      headers: pairs(response.headers),
      body: textOf(response.content),
    },
    faults: [],
  };
}

/** HTTP/2 pseudo headers (`:authority`) are not header fields. */
const pairs = (list: readonly { name: string; value: string }[]): Header[] =>
  list.filter(({ name }) => !name.startsWith(':')).map(({ name, value }) => [name, value]);

const formText = (params: readonly { name: string; value?: string | undefined }[]) =>
  new URLSearchParams(params.map(({ name, value = '' }): [string, string] => [name, value])).toString();

function stepsOf(
  pages: readonly { id: string; title: string; startedDateTime: string }[],
  entries: readonly Entry[],
): Step[] {
  return pages.map(({ id, title, startedDateTime }, index) => {
    const own = entries
      .filter(({ pageref }) => pageref === id)
      .map(({ startedDateTime: at, time }) => Date.parse(at) + Math.max(0, time));
    const startedAt = Date.parse(startedDateTime);
    return {
      number: index + 1,
      place: 'harness',
      title,
      startedAt,
      endedAt: Math.max(startedAt, ...own),
      outcome: 'done',
    };
  });
}

const idOf = (fileName: string) =>
  basename(fileName)
    .replace(/\.har$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+/, '') || 'import';
