import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from './management.ts';

test('a refusal is told in the words of the product, which prints its JSON over several lines', () => {
  assert.equal(
    said('{\n  "message" : "Client credentials are missing",\n  "http_status" : 500\n}'),
    'Client credentials are missing',
  );
});

test('an answer without a message is told on one line', () => {
  assert.equal(said('{\n  "error" : "x"\n}'), '{ "error" : "x" }');
  assert.equal(said(' \n'), 'nothing');
});
