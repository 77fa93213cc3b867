import { createHash, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

const oids = {
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  friendlyName: '1.2.840.113549.1.9.20',
  /** Without it Java takes a certificate for one that no key belongs to, not for one to trust. */
  trustedKeyUsage: '2.16.840.1.113894.746875.1.1',
  anyExtendedKeyUsage: '2.5.29.37.0',
} as const;

const strength = { iterations: 10_000, hash: 'SHA-256' } as const;

const bytesOf = (text: string): ArrayBuffer => Uint8Array.from(Buffer.from(text)).buffer;

/** A trust store with one authority as PKCS#12, in base64: what APIM (4.9 and later) takes as the content of a trust store. */
export async function pkcs12TrustStore(authority: string, password: string): Promise<string> {
  const der = Uint8Array.from(new X509Certificate(authority).raw).buffer;
  const bag = new pkijs.SafeBag({
    bagId: oids.certificateBag,
    bagValue: new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(der) }),
    bagAttributes: [
      attribute(oids.friendlyName, new asn1.BmpString({ value: 'dcrh' })),
      attribute(oids.trustedKeyUsage, new asn1.ObjectIdentifier({ value: oids.anyExtendedKeyUsage })),
    ],
  });
  const safe = new pkijs.AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 1, value: new pkijs.SafeContents({ safeBags: [bag] }) }] },
  });
  await safe.makeInternalValues({
    safeContents: [
      {
        password: bytesOf(password),
        contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
        hmacHashAlgorithm: strength.hash,
        iterationCount: strength.iterations,
      },
    ],
  });
  const store = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await store.makeInternalValues({
    password: bytesOf(password),
    iterations: strength.iterations,
    pbkdf2HashAlgorithm: strength.hash,
    hmacHashAlgorithm: strength.hash,
  });
  return Buffer.from(store.toSchema().toBER(false)).toString('base64');
}

const attribute = (type: string, value: asn1.BmpString | asn1.ObjectIdentifier) =>
  new pkijs.Attribute({ type, values: [value] });

const jks = { magic: 0xfeedfeed, version: 2, trustedCertificate: 2, salt: 'Mighty Aphrodite' } as const;

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Java's way with a text: its length in two bytes, then its bytes. */
const named = (text: string) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
};

/** The same in Java's own older format: a list with one entry, and a digest over it that only the password makes. */
export function jksTrustStore(authority: string, password: string): string {
  const der = new X509Certificate(authority).raw;
  const madeAt = Buffer.alloc(8);
  madeAt.writeBigUInt64BE(BigInt(Date.now()));
  const content = Buffer.concat([
    ...[jks.magic, jks.version, 1, jks.trustedCertificate].map(number),
    ...[named('dcrh'), madeAt, named('X.509'), number(der.length), der],
  ]);
  const key = Buffer.from(password, 'utf16le').swap16();
  const digest = createHash('sha1').update(key).update(jks.salt).update(content).digest();
  return Buffer.concat([content, digest]).toString('base64');
}
