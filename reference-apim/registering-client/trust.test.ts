import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startMockIdp } from '../../mock-idp/mock-idp.ts';
import { createCertificates } from '../../mock-idp/tls/certificates.ts';
import { pkcs12TrustStore } from '../../mock-idp/tls/trust-store.ts';
import { startReferenceApim } from '../reference-apim.ts';
import { enableRegistration, environment, providers, restCaller } from '../testing/rest-caller.ts';
import { messageOf } from '../testing/world.ts';
import { authoritiesOf } from './trust-store.ts';

const folder = join(import.meta.dirname, '..', 'test-data', 'trust-stores');

/** Of the certificate that Java's own tool put into both files. */
const fingerprint = '15:C6:3C:E6:5C:7E:E7:1A:D3:9B:B5:78:26:2F:8B:DF:60:9D:57:C7:F4:64:98:70:34:45:7D:DD:C6:20:D1:F9';

const fingerprints = (authorities: readonly string[] | undefined) =>
  authorities?.map((pem) => new X509Certificate(pem).fingerprint256);

for (const [type, file] of [
  ['JKS', 'keytool-17.jks'],
  ['PKCS12', 'keytool-17.p12'],
] as const) {
  test(`a ${type} trust store that Java wrote is read, from its path or its content`, async () => {
    const path = join(folder, file);
    const content = readFileSync(path).toString('base64');
    assert.deepEqual(fingerprints(await authoritiesOf({ type, path, password: 'changeit' })), [fingerprint]);
    assert.deepEqual(fingerprints(await authoritiesOf({ type, content, password: 'changeit' })), [fingerprint]);
    await assert.rejects(authoritiesOf({ type, content, password: 'another' }));
    await assert.rejects(authoritiesOf({ type, content: 'bm8=', password: 'changeit' }));
  });
}

test('no trust store means the usual authorities', async () => {
  assert.equal(await authoritiesOf(undefined), undefined);
  assert.equal(await authoritiesOf({ type: 'NONE' }), undefined);
});

test('an IdP whose authority is not known is refused, one that the trust store vouches for is used', async () => {
  await using idp = await startMockIdp({ tls: true });
  const view = await idp.view('secure', { profile: 'gravitee' });
  const admin = await view.createAdminClient();
  await using apim = await startReferenceApim({ mode: 'correct' });
  const call = restCaller(apim);
  await enableRegistration(call);
  const provide = async (trust_store: unknown) =>
    call('POST', providers, {
      name: 'Over TLS',
      discovery_endpoint: view.discoveryUrl,
      initial_access_token_type: 'CLIENT_CREDENTIALS',
      client_id: admin.clientId,
      client_secret: admin.clientSecret,
      scopes: [admin.scope],
      trust_store,
    });
  const storeWith = async (authority: string) => ({
    type: 'PKCS12',
    password: 'p',
    content: await pkcs12TrustStore(authority, 'p'),
  });

  const untrusted = await provide({ type: 'NONE' });
  assert.equal(untrusted.status, 400);
  assert.match(messageOf(untrusted), /certificate/);
  const another = await createCertificates(['127.0.0.1']);
  assert.equal((await provide(await storeWith(another.ca))).status, 400);
  assert.equal((await provide({ ...(await storeWith(idp.ca ?? '')), password: 'wrong' })).status, 400);
  assert.deepEqual(view.exchanges(), []);
  assert.equal(idp.brokenHandshakes().length, 2);

  assert.equal((await provide(await storeWith(idp.ca ?? ''))).status, 201);
  const created = await call('POST', `${environment}/applications`, {
    name: 'machine',
    description: 'd',
    settings: {
      oauth: { application_type: 'backend_to_backend', grant_types: ['client_credentials'], redirect_uris: [] },
    },
  });
  assert.equal(created.status, 201);
  assert.equal((await view.clients()).length, 1);
  assert.ok(view.exchanges().every(({ tls }) => tls?.version === 'TLSv1.3'));
});
