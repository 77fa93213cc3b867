import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretReference, type Tried } from './conformance.ts';
import { testConformance } from './conformance-tests.ts';
import { startOidcProvider } from './oidc-provider.ts';

const idp = await startOidcProvider();
test.after(() => idp[Symbol.asyncDispose]());

const answerTo = ({ recordings }: Tried, caseName: string) => {
  const recording = recordings.find(({ cases = [] }) => cases.some(({ name }) => name === caseName));
  const decisive = recording?.cases?.find(({ name }) => name === caseName)?.decisive;
  return recording?.exchanges.find(({ number }) => number === decisive)?.response;
};

testConformance({
  name: 'oidc-provider',
  idp,
  args: ['--client-id', idp.adminClientId, '--client-secret', secretReference, '--initial-access-token', '${DCRH_IAT}'],
  secret: idp.adminClientSecret,
  env: { DCRH_IAT: idp.initialAccessToken },
  // It destroys a registration access token that is used at another client; that client cannot be deleted any more.
  deletes: false,
  known(tried) {
    const type = answerTo(tried, 'register-b2b-apim');
    assert.equal(type?.status, 400);
    assert.match(type.body.text, /"error":"invalid_client_metadata".*application_type/);
    const token = answerTo(tried, 'register-client-credentials-token');
    assert.equal(token?.status, 401);
    assert.match(token.body.text, /"error":"invalid_token"/);
    assert.match(tried.said, /clients created, \d+ deleted, 3 left/);
  },
});
