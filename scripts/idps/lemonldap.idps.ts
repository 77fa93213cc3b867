import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { secretReference } from './conformance.ts';
import { testConformance } from './conformance-tests.ts';
import { startLemonldap } from './lemonldap.ts';
import { tellTutorial } from './story.ts';

const lemonldap = await startLemonldap();
test.after(() => lemonldap[Symbol.asyncDispose]());

test('the tutorial with LemonLDAP::NG: the application is registered, its secret is nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dcrh-idps-'));
  const { discoveryUrl, adminClientId, adminClientSecret, scope } = lemonldap;
  const secret = 'LEMONLDAP_SECRET';
  const args = ['--idp', 'lemonldap', '--discovery-url', discoveryUrl, '--idp-scope', scope];
  const client = ['--idp-client-id', adminClientId, '--idp-client-secret-env', secret];
  const { recording, verdicts, said } = await tellTutorial(folder, [...args, ...client], {
    [secret]: adminClientSecret,
  });
  await rm(folder, { recursive: true });
  assert.equal(recording.outcome, 'complete', said);
  const registration = recording.exchanges.at(-1);
  assert.equal(registration?.response.status, 201);
  assert.match(registration.response.body.text, /"client_secret": ?"\[secret:/);
  // It cannot be asked what it holds, and registers without a management address.
  assert.equal(recording.clientsAtIdp, null);
  assert.ok(!registration.response.body.text.includes('registration_client_uri'));
  assert.equal(verdicts.get('R-01'), 'pass', said);
  assert.ok(![...verdicts].some(([, verdict]) => verdict === 'fail' || verdict === 'inconclusive'), said);
});

testConformance({
  name: 'lemonldap',
  idp: lemonldap,
  args: [...['--client-id', lemonldap.adminClientId, '--client-secret', secretReference, '--scope', lemonldap.scope]],
  secret: lemonldap.adminClientSecret,
  deletes: false,
});
