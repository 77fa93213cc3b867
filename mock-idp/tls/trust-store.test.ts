import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { authoritiesOf } from '../../reference-apim/registering-client/trust-store.ts';
import { createCertificates } from './certificates.ts';
import { jksTrustStore, pkcs12TrustStore } from './trust-store.ts';

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

for (const [type, made] of [
  ['PKCS12', pkcs12TrustStore],
  ['JKS', jksTrustStore],
] as const)
  test(`a ${type} trust store holds the authority and opens with its password only`, async () => {
    const content = await made(ca, 'trust me');
    const [read = ''] = (await authoritiesOf({ type, content, password: 'trust me' })) ?? [];
    assert.equal(new X509Certificate(read).fingerprint256, new X509Certificate(ca).fingerprint256);
    await assert.rejects(authoritiesOf({ type, content, password: 'another' }));
  });

const keytool = spawnSync('keytool', ['-help'], { stdio: 'ignore' }).status === 0;

for (const [type, made] of [
  ['PKCS12', pkcs12TrustStore],
  ['JKS', jksTrustStore],
] as const)
  test(`Java reads the ${type} trust store`, { skip: keytool ? false : 'there is no keytool here' }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dcrh-trust-'));
    const file = join(folder, 'store');
    writeFileSync(file, Buffer.from(await made(ca, 'trust me'), 'base64'));
    const said = execFileSync('keytool', ['-list', '-storetype', type, '-keystore', file, '-storepass', 'trust me'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    rmSync(folder, { recursive: true });
    assert.match(said, /dcrh, .*trustedCertEntry/);
    assert.ok(said.includes(new X509Certificate(ca).fingerprint256));
  });
