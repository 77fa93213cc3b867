import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExchangeSpot } from '../rules.ts';
import { isErrorPage, isSignInPage, showsNoSignIn } from './pages.ts';

const page = (value: number, url: string) =>
  ({ value, exchange: { url }, part: 'response status', pointer: '' }) as ExchangeSpot<number>;

for (const [says, spot, errors, signsIn, refuses] of [
  ['a page to sign in', page(200, '/login?client_id=c'), false, true, false],
  ['an error page with status 400', page(400, '/authorize?client_id=c'), true, false, true],
  ['an error page of its own address with status 200', page(200, '/error?client_id=c&error=x'), true, false, true],
  ['a redirect to the client', page(302, '/authorize?client_id=c'), false, false, true],
] as const)
  test(`${says} is told from others`, () => {
    const met = [isErrorPage, isSignInPage, showsNoSignIn].map((demand) => demand(spot, {} as never) === undefined);
    assert.deepEqual(met, [errors, signsIn, refuses]);
  });
