import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recording } from '../recording/recording.ts';
import { see } from '../recording/see.ts';
import { goldenStory } from './client/golden.ts';
import { alike, every, show, type StorySpot } from './rules.ts';
import { elements, expectedMembers, members, requests } from './select.ts';
import { registrations, registrationsOf, those, tokenRequests } from './sources.ts';

const seen = see(goldenStory());

const spots =
  (...values: readonly string[]) =>
  () => ({
    spots: values.map((value): StorySpot<string> => ({ value, recording: 'r', subject: value })),
    none: 'nothing was seen',
  });

test('every: all spots meet the demand', () => {
  const finding = every(spots('a', 'b'), () => undefined)(seen, 'oidc');
  assert.deepEqual(finding, {
    outcome: 'met',
    judged: 2,
    where: { recording: 'r', exchange: 0, request: 'b', part: 'story', pointer: '' },
  });
});

test('every: each complaint is a breach with its place', () => {
  const finding = every(spots('a', 'b', 'c'), ({ value }) =>
    value === 'b' ? undefined : { expected: 'b', found: value },
  )(seen, 'oidc');
  assert.ok(finding.outcome === 'broken');
  assert.equal(finding.judged, 3);
  assert.deepEqual(
    finding.breaches.map(({ found, where }) => [found, where.request]),
    [
      ['a', 'a'],
      ['c', 'c'],
    ],
  );
});

test('every: nothing to read is not applicable, with the proof', () => {
  assert.deepEqual(every(spots(), () => undefined)(seen, 'oidc'), {
    outcome: 'not-applicable',
    because: 'nothing was seen',
  });
});

test('alike: the first of each key is the measure', () => {
  const rule = alike(
    spots('a1', 'b2', 'a1', 'b3'),
    ({ value }) => value.slice(0, 1),
    ({ value }) => value.slice(1),
  );
  const finding = rule(seen, 'oidc');
  assert.ok(finding.outcome === 'broken');
  assert.deepEqual(
    finding.breaches.map(({ expected, found }) => [expected, found]),
    [['2, as in exchange 0 of r', '3']],
  );
});

test('a member is found with its pointer, and its absence is proven', () => {
  const { spots: found } = members(registrations, 'sector_identifier_uri', 'client_name#fr')(seen, 'oidc');
  assert.deepEqual(
    found.map(({ pointer }) => pointer),
    ['/sector_identifier_uri', '/client_name#fr'],
  );
  assert.equal(
    members(registrations, 'dpop_bound_access_tokens')(seen, 'oidc').none,
    `none of the ${registrations.in(seen).length} registration requests carries dpop_bound_access_tokens`,
  );
  assert.equal(members(registrations, 'scope')(see([]), 'oidc').none, 'no registration request was seen');
});

test('an expected member is a spot also when it is absent', () => {
  const absent = expectedMembers(registrationsOf('native'), 'jwks')(seen, 'oidc').spots;
  assert.deepEqual(
    absent.map(({ value }) => value),
    [undefined, undefined, undefined],
  );
});

test('elements point into the list', () => {
  const { spots: found } = elements(registrationsOf('native'), 'redirect_uris')(seen, 'oidc');
  assert.deepEqual(
    found.slice(0, 2).map(({ value, pointer }) => [value, pointer]),
    [
      ['com.example.app:/cb', '/redirect_uris/0'],
      ['http://127.0.0.1:8765/cb', '/redirect_uris/1'],
    ],
  );
});

test('a source says which of its requests it takes', () => {
  const none = those(registrations, 'over carrier pigeon', () => false);
  assert.equal(requests(none)(seen, 'oidc').none, 'no registration request over carrier pigeon was seen');
});

test('a request with a query of its own making still counts as one for its endpoint', () => {
  const [first] = goldenStory();
  assert.ok(first !== undefined);
  const withQuery: Recording = {
    ...first,
    exchanges: first.exchanges.map((exchange) =>
      exchange.request.url.endsWith('/token')
        ? { ...exchange, request: { ...exchange.request, method: 'GET', url: `${exchange.request.url}?grant_type=x` } }
        : exchange,
    ),
  };
  const strays = tokenRequests.in(see([withQuery]));
  assert.equal(strays.length, tokenRequests.in(see([first])).length);
  assert.ok(strays.every(({ method }) => method === 'GET'));
});

test('values are shown short', () => {
  assert.equal(show(undefined), 'absent');
  assert.equal(show(['a']), '["a"]');
  assert.equal(show('x'.repeat(500)).length, 161);
});
