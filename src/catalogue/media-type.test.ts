import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepts, mediaTypeOf } from './media-type.ts';

test('a media type is read with its parameters, in any case', () => {
  const type = mediaTypeOf('Application/JSON; Charset="UTF-8"');
  assert.equal(type?.essence, 'application/json');
  assert.equal(type.params.get('charset'), 'UTF-8');
  assert.equal(mediaTypeOf('json'), undefined);
});

const cases: [readonly string[], boolean][] = [
  [[], true],
  [['application/json'], true],
  [['*/*'], true],
  [['text/html, application/*;q=0.1'], true],
  [['text/html', 'application/json'], true],
  [['application/JSON; charset=utf-8'], true],
  [['text/html'], false],
  [['application/json;q=0, */*'], false],
  [['application/*;q=0.0, application/json'], true],
  [[''], false],
];

for (const [accept, expected] of cases)
  test(`Accept ${JSON.stringify(accept)} ${expected ? 'accepts' : 'excludes'} JSON`, () => {
    assert.equal(accepts(accept, 'application/json'), expected);
  });
