import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { z } from 'zod';

import { defaultUsers } from '../api.ts';
import { startReferenceApim } from '../reference-apim.ts';
import { restCaller } from '../testing/rest-caller.ts';

const file = join(import.meta.dirname, '..', 'test-data', 'apim-4.10.9-rest.jsonl');
const recordedCall = z.object({
  user: z.enum(['admin', 'admin with a wrong password']).nullable(),
  method: z.string(),
  path: z.string(),
  request: z.unknown(),
  status: z.number(),
  response: z.unknown(),
});
const recorded = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => recordedCall.parse(JSON.parse(line)));

/** Members of 4.10.9 that no page of ours reads. */
const leftOut = [
  /^\/logging\b/,
  /^\/documentation\/pageNotFoundMessage/,
  /^\/plan\/security\/(push|mtls)\b/,
  /^\/portal\/(tcpPort|kafka\w+|media|url|apis\/documentationOnlyMode)\b/,
  /^\/portalNext\b/,
  /^\/(accessPoints|apiScore)\b/,
  /^(\/data\[\])?\/(environmentId|origin)\b/,
  /^\/(definition|_links):/,
  /^\[\]\//,
];

/** The fact sheet has the call from 4.11 on, so that later Consoles work too. */
const laterThanRecorded = (path: string) => path.includes('/certificates');

/** Every member with its JSON type, as `/portal/url:string`; of a list, those that all its items have. */
function membersOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => membersOf(item, `${at}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => membersOf(inner, `${at}/${name}`));
  return [`${at}:${typeof value}`];
}

const idOf = (body: unknown) => z.object({ id: z.string() }).safeParse(body).data?.id;

test('answers the calls of the 4.10.9 pages with the same status and the members they read', async (t) => {
  await using apim = await startReferenceApim({ mode: 'correct', licence: 'oss' });
  const callers = {
    admin: restCaller(apim),
    'admin with a wrong password': restCaller(apim, { ...defaultUsers.admin, password: 'wrong' }),
    nobody: restCaller(apim, null),
  };
  const ids = new Map<string, string>();
  const resolve = (path: string) => path.replaceAll(/[0-9a-f-]{36}/g, (id) => ids.get(id) ?? id);

  for (const { user, method, path, request, status, response } of recorded) {
    if (laterThanRecorded(path)) continue;
    const answer = await callers[user ?? 'nobody'](method, resolve(path), request ?? undefined);
    const [was, is] = [idOf(response), idOf(answer.body)];
    if (method === 'POST' && was !== undefined && is !== undefined) ids.set(was, is);
    await t.test(`${method} ${path}`, () => {
      assert.equal(answer.status, status);
      const ours = new Set(membersOf(answer.body));
      const missing = membersOf(response).filter((member) => !ours.has(member));
      assert.deepEqual(
        missing.filter((member) => !leftOut.some((known) => known.test(member))),
        [],
      );
    });
  }
});
