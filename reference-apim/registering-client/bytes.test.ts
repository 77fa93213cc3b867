import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { z } from 'zod';

import { startReferenceApim } from '../reference-apim.ts';
import { enableRegistration, providers, restCaller } from '../testing/rest-caller.ts';
import { startStubIdp, type SeenRequest, type StubAnswer } from '../testing/stub-idp.ts';

const data = (name: string) => readFileSync(join(import.meta.dirname, '..', 'test-data', name), 'utf8');

const header = z.object({ name: z.string(), value: z.string() });
const harEntry = z.object({
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(header),
    postData: z.object({ text: z.string() }).optional(),
  }),
  response: z.object({
    status: z.number(),
    headers: z.array(header),
    content: z.object({ text: z.string().default('') }),
  }),
});
const har = z.object({ log: z.object({ entries: z.array(harEntry) }) }).parse(JSON.parse(data('apim-3.20.32.har')));
const { entries } = har.log;

const restCall = z.object({
  scenario: z.string(),
  method: z.string(),
  path: z.string(),
  request: z.unknown(),
  status: z.number(),
  response: z.unknown(),
});
const restCalls = data('apim-3.20.32-rest.jsonl')
  .trim()
  .split('\n')
  .map((line) => restCall.parse(JSON.parse(line)));

/** Where the recorded IdP was. */
const recordedIdp = 'http://localhost:19001';

const moved = (value: unknown, from: string, to: string): unknown =>
  value === null || value === undefined ? undefined : JSON.parse(JSON.stringify(value).replaceAll(from, to));

function recordedAnswer(index: number, origin: string): StubAnswer {
  const response = entries[index]?.response;
  assert.ok(response, `request ${index + 1} was never recorded`);
  const type = response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'text/plain';
  const body = response.content.text.replaceAll(recordedIdp, origin);
  return { status: response.status, headers: { 'content-type': type }, body };
}

const recordedRequest = (index: number): SeenRequest | undefined => {
  const request = entries[index]?.request;
  if (request === undefined) return undefined;
  const { method, url, headers, postData } = request;
  const target = url.replace(recordedIdp, '');
  return { method, target, headers: headers.map(({ name, value }) => [name, value]), body: postData?.text ?? '' };
};

const atRecordedHost = (request: SeenRequest, origin: string): SeenRequest => ({
  ...request,
  headers: request.headers.map(([name, value]) => [
    name,
    value.replace(new URL(origin).host, new URL(recordedIdp).host),
  ]),
});

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids, dates and the address of the product differ from run to run. */
const normalised = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(uuid, '<id>')
      .replaceAll(/("(?:created|updated)_at":)(\d{13}|"[^"]*")/g, '$1"<date>"')
      .replaceAll(/avatar\?\d+/g, 'avatar?<date>')
      .replaceAll(/http:\/\/(localhost|127\.0\.0\.1):\d+/g, 'http://host'),
  );

/** Recorded ids of applications and the provider, as this run calls them. */
function newIds() {
  const ids = new Map<string, string>();
  return {
    learn: (recorded: unknown, real: unknown) => {
      const [was, is] = [recorded, real].map((body) => z.object({ id: z.string() }).safeParse(body).data?.id);
      if (was !== undefined && is !== undefined) ids.set(was, is);
    },
    resolve: (path: string) => path.replaceAll(uuid, (id) => ids.get(id) ?? id),
  };
}

test('sends what APIM 3.20.32 was recorded to send, and answers its REST callers the same', async (t) => {
  await using idp = await startStubIdp((_request, count, origin) => recordedAnswer(count - 1, origin));
  await using apim = await startReferenceApim({ mode: 'as-apim-3.20' });
  const call = restCaller(apim);
  const ids = newIds();

  await enableRegistration(call, false);
  const made = await call('POST', providers, {
    name: 'Mock',
    description: 'd',
    discovery_endpoint: `${idp.origin}/.well-known/openid-configuration`,
    initial_access_token_type: 'CLIENT_CREDENTIALS',
    client_id: 'apim',
    client_secret: 's3cret',
    scopes: ['openid', 'dcr_admin'],
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  ids.learn({ id: '2ce863cf-a0b2-4049-a863-cfa0b2e04916' }, made.body);
  idp.seen.length = 0;

  for (const [index, recorded] of restCalls.entries()) {
    const body = moved(recorded.request, recordedIdp, idp.origin);
    const answer = await call(recorded.method, ids.resolve(recorded.path), body);
    if (recorded.method === 'POST') ids.learn(recorded.response, answer.body);
    await t.test(`REST ${index + 1}: ${recorded.scenario}`, () => {
      assert.equal(answer.status, recorded.status);
      assert.deepEqual(normalised(answer.body), normalised(recorded.response));
    });
  }

  for (const index of entries.keys())
    await t.test(`request ${index + 1} to the IdP`, () => {
      const seen = idp.seen[index];
      assert.ok(seen, 'it was not sent');
      assert.deepEqual(atRecordedHost(seen, idp.origin), recordedRequest(index));
    });
  assert.equal(idp.seen.length, entries.length);
});
