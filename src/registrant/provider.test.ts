import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correct } from './conduct.ts';
import { issuerOf } from './provider.ts';

test('the issuer is what is left of the address without the well-known part', () => {
  assert.equal(issuerOf('https://idp.example/.well-known/openid-configuration'), 'https://idp.example');
  assert.equal(issuerOf('https://idp.example/a/.well-known/openid-configuration'), 'https://idp.example/a');
  assert.equal(issuerOf('https://idp.example/.well-known/oauth-authorization-server/a'), 'https://idp.example/a');
});

test('an endpoint is trusted on the origin of its metadata', () => {
  const metadata = new URL('https://idp.example/.well-known/openid-configuration');
  const isTrusted = (endpoint: string) => correct.trusts(new URL(endpoint), metadata);
  assert.ok(isTrusted('https://idp.example/token?tenant=a%2Fb'));
  assert.ok(!isTrusted('http://idp.example/token'));
  assert.ok(!isTrusted('https://elsewhere.example/token'));
  assert.ok(!isTrusted('https://idp.example:8443/token'));
});

test('a token is Bearer in any case, and whole', () => {
  for (const type of ['Bearer', 'bearer', 'BEARER']) assert.ok(correct.isTokenType(type));
  for (const type of ['mac', 'DPoP', '', null, undefined, ['Bearer']]) assert.ok(!correct.isTokenType(type));
  for (const token of ['', null, undefined, 1, ['a']]) assert.equal(correct.tokenIn(token), undefined);
});

test('a token is used for as long as it says', () => {
  assert.equal(correct.tokenLifetime(undefined), 0);
  assert.ok(correct.tokenLifetime(600) > 590_000 && correct.tokenLifetime('600') < 600_001);
  assert.ok(correct.isOver(0) && !correct.isOver(1) && !correct.isOver(undefined));
});

test('the first method is taken that both know; Basic where the metadata is silent', () => {
  assert.equal(correct.authMethod(undefined), 'client_secret_basic');
  assert.equal(correct.authMethod(['private_key_jwt', 'client_secret_post']), 'client_secret_post');
  assert.equal(correct.authMethod(['client_secret_post', 'client_secret_basic']), 'client_secret_basic');
  assert.throws(() => correct.authMethod(['tls_client_auth']), /takes tls_client_auth/);
});
