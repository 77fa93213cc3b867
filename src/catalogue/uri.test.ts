import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dangerIn, isAbsoluteUri, redirectKindOf } from './uri.ts';

const absolute = {
  'https://app.example/cb?a=b%20c': true,
  'com.example.app:/cb': true,
  'http://[::1]:8080/cb': true,
  'urn:example:app': true,
  'app.example/cb': false,
  '/cb': false,
  '': false,
  'https:app.example': false,
  'https:///cb': false,
  'https://app.example/a b': false,
  'https://app.example/%zz': false,
  'https://bücher.example/cb': false,
};

for (const [text, expected] of Object.entries(absolute))
  test(`${text || 'nothing'} is ${expected ? 'an' : 'no'} absolute URI`, () => {
    assert.equal(isAbsoluteUri(text), expected);
  });

const kinds = {
  'https://app.example/cb': 'https',
  'https://localhost/cb': 'https',
  'http://localhost:8080/cb': 'loopback',
  'http://127.0.0.1/cb': 'loopback',
  'http://[::1]:1/cb': 'loopback',
  'http://app.example/cb': 'http',
  'http://localhost.evil.example/cb': 'http',
  'com.example.app:/cb': 'private-use',
  'app.example/cb': 'none',
};

for (const [uri, kind] of Object.entries(kinds))
  test(`${uri} is ${kind}`, () => {
    assert.equal(redirectKindOf(uri), kind);
  });

const dangers = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'https://user@app.example/cb',
  'https://app.example/a/../b',
  'https://app.example/a/%2E%2e/b',
  'https://app.example/..',
  'https://app.example/a%2fb',
  'https://app.example/a\\b',
  'https://app.example/a\nb',
];

for (const uri of dangers)
  test(`${JSON.stringify(uri)} is dangerous`, () => {
    assert.notEqual(dangerIn(uri), undefined);
  });

const harmless = [
  'https://app.example/cb',
  'https://app.example/..cb',
  'https://app.example/cb?next=/../x&mail=a@b',
  'com.example.app:/cb',
  'http://[::1]/cb',
];

for (const uri of harmless)
  test(`${uri} is harmless`, () => {
    assert.equal(dangerIn(uri), undefined);
  });
