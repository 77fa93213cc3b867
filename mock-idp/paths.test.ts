import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf, viewTargetOf } from './paths.ts';

for (const [requestTarget, view, target, endpoint] of [
  ['/v/.well-known/openid-configuration', 'v', '/.well-known/openid-configuration', 'discovery'],
  ['/.well-known/oauth-authorization-server/v', 'v', '/.well-known/oauth-authorization-server', 'discovery'],
  ['/v//.well-known/openid-configuration', 'v', '//.well-known/openid-configuration', undefined],
  ['/v/token?x=1', 'v', '/token?x=1', 'token'],
  ['/reg/reg', 'reg', '/reg', 'registration'],
  ['/v/reg/abc', 'v', '/reg/abc', 'management'],
  ['/v/reg/abc/renew_secret', 'v', '/reg/abc/renew_secret', 'renewal'],
  ['/v/reg/abc/other', 'v', '/reg/abc/other', undefined],
  ['/v?x=1', 'v', '/?x=1', undefined],
  ['http://idp.example/v/token?x=1', 'v', '/token?x=1', 'token'],
] as const)
  test(`${requestTarget} is ${target} of the view ${view}`, () => {
    assert.deepEqual(viewTargetOf(requestTarget), { view, target, endpoint });
  });

for (const requestTarget of ['/', '//v/token', '*'])
  test(`${requestTarget} names no view`, () => {
    assert.equal(viewTargetOf(requestTarget), undefined);
  });

test('a target keeps its escapes', () => {
  assert.equal(pathOf('/v/a%2Fb?c=%20'), '/v/a%2Fb?c=%20');
});
