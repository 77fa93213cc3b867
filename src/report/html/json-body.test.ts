import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonBody } from './json-body.ts';
import { startMarker } from './marks.ts';
import type { Spot } from './evidence.ts';

const spotAt = (pointer: string): Spot => ({
  anchor: `spot${pointer}`,
  part: 'request body',
  pointer,
  verdicts: [{ id: 'R-01', title: 'a rule', shown: 'fail' }],
});

function shown(text: string, ...pointers: string[]): string {
  const markup = jsonBody(text, pointers.map(spotAt), startMarker());
  assert.ok(markup !== undefined && !(markup instanceof Promise));
  return markup.toString();
}

/** What a reader sees. */
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"');

const markedIn = (markup: string) => /<mark[^>]*>(.*?)<\/mark\s*>/s.exec(markup)?.[1] ?? '';

test('prints a member a line and short arrays in one', () => {
  assert.equal(
    textOf(shown('{"a":{"b":[1,"two"]},"c":[],"d":{}}')),
    '{\n  "a": {\n    "b": [1, "two"]\n  },\n  "c": [],\n  "d": {}\n}',
  );
});

test('keeps what a parser would lose: a member that stands twice, a number as it was written, an escape', () => {
  const text = textOf(shown('{"a":1.0,"a":1e3,"b":"\\u0041"}'));
  assert.deepEqual(text.match(/"a": [\d.e]+/g), ['"a": 1.0', '"a": 1e3']);
  assert.match(text, /"b": "\\u0041"/);
});

for (const [says, text, pointer, marked] of [
  ['a member with its name', '{"a":1,"b":2}', '/b', '"b": 2'],
  ['an element', '{"uris":["x","y"]}', '/uris/1', '"y"'],
  ['a name with a slash and a tilde', '{"a/b~c":1}', '/a~1b~0c', '"a/b~c": 1'],
  ['a member deep inside', '{"jwks":{"keys":[{"d":"x"}]}}', '/jwks/keys/0/d', '"d": "x"'],
] as const)
  test(`marks ${says}`, () => {
    assert.equal(textOf(markedIn(shown(text, pointer))), marked);
  });

test('marks nothing for a pointer that leads nowhere', () => {
  assert.doesNotMatch(shown('{"a":1}', '/b'), /<mark/);
});

test('escapes names and values', () => {
  assert.doesNotMatch(shown('{"<b>":"</code><script>"}'), /<b>|<script>/);
});

for (const text of ['', 'grant_type=x', '{"a":', '{"a":1}x', '// no\n{}', '['.repeat(100_000)])
  test(`leaves what is not JSON, or deeper than anybody reads, to be shown as it is: ${text.slice(0, 12)}`, () => {
    assert.equal(jsonBody(text, [], startMarker()), undefined);
  });
