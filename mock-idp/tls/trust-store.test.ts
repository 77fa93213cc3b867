import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { authoritiesOf } from '../../reference-apim/registering-client/trust-store.ts';
import { createCertificates } from './certificates.ts';
import { pkcs12TrustStore } from './trust-store.ts';

const { ca, server } = await createCertificates(['localhost', '127.0.0.1', '::1']);

test('the server’s certificate is for its names, and the authority vouches for it', () => {
  const [first = ''] = server.certificate.split(/(?<=-----END CERTIFICATE-----)/);
  const certificate = new X509Certificate(first);
  assert.ok(certificate.verify(new X509Certificate(ca).publicKey));
  assert.equal(certificate.checkHost('localhost'), 'localhost');
  assert.equal(certificate.checkIP('127.0.0.1'), '127.0.0.1');
  assert.equal(certificate.checkHost('elsewhere.example'), undefined);
  assert.equal(certificate.ca, false);
  assert.ok(new X509Certificate(ca).ca);
});

test('a PKCS#12 trust store holds the authority and opens with its password only', async () => {
  const content = await pkcs12TrustStore(ca, 'trust me');
  const [read = ''] = (await authoritiesOf({ type: 'PKCS12', content, password: 'trust me' })) ?? [];
  assert.equal(new X509Certificate(read).fingerprint256, new X509Certificate(ca).fingerprint256);
  await assert.rejects(authoritiesOf({ type: 'PKCS12', content, password: 'another' }));
});
