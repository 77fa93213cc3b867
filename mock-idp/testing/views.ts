import { after } from 'node:test';
import type { MockIdpView } from '../api.ts';
import { startMockIdp } from '../mock-idp.ts';

/** One mock IdP for all tests of a file, whose keys take longer to make than most tests; a view of its own for each of them. */
export async function startViews(): Promise<() => Promise<MockIdpView>> {
  const idp = await startMockIdp();
  after(() => idp[Symbol.asyncDispose]());
  let opened = 0;
  return () => idp.view(`v${++opened}`);
}
