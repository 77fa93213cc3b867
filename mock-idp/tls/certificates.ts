// @peculiar/x509 wants it before itself.
import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** What a server shows and what proves it, both PEM. */
export interface ServerCertificate {
  key: string;
  certificate: string;
}

/** An authority that was made for one run and the certificate that it gave to the IdP. */
export interface Certificates {
  /** PEM of the authority's certificate: who trusts it trusts the IdP. */
  readonly ca: string;
  readonly server: ServerCertificate;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const hour = 3_600_000;

const serialNumber = () => `0${randomBytes(15).toString('hex')}`;

/** Valid from a while ago, for clocks that differ, and for a day. */
const validity = (until = 24 * hour) => ({
  notBefore: new Date(Date.now() - hour),
  notAfter: new Date(Date.now() + until),
});

/** What may be wrong with a certificate that a trusted authority made. */
export const certificateFlaws = ['other-name', 'expired', 'not-for-servers'] as const;
export type CertificateFlaw = (typeof certificateFlaws)[number];

/** A name that nobody asks for (RFC 2606 §2). */
const otherName = 'another-idp.invalid';

const { KeyUsageFlags: usage, ExtendedKeyUsage: purpose } = x509;

/**
 * Makes an authority and with it a certificate for these host names and addresses, good but for the flaw. Its key is kept
 * nowhere.
 */
export async function createCertificates(hosts: readonly string[], flaw?: CertificateFlaw): Promise<Certificates> {
  const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await newKeys();
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=dcr-harness authority for one run',
    keys: authority,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(usage.keyCertSign | usage.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=dcr-harness mock IdP',
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    ...validity(flaw === 'expired' ? -hour / 2 : undefined),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(usage.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([flaw === 'not-for-servers' ? purpose.clientAuth : purpose.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        (flaw === 'other-name' ? [otherName] : hosts).map((value) => ({
          type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
          value,
        })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(ca),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    ca: ca.toString('pem'),
    server: { key: await pemOf(keys.privateKey), certificate: `${certificate.toString('pem')}\n${ca.toString('pem')}` },
  };
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(bytes, 'PRIVATE KEY');
}
