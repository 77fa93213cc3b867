import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The trust store of a provider as APIM 4.9 and later take it; a path wins over a content. */
const storeSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('NONE') }),
  z.looseObject({
    type: z.enum(['JKS', 'PKCS12']),
    path: z.string().nullish(),
    content: z.string().nullish(),
    password: z.string().nullish(),
  }),
]);

/** PEM of the authorities in it, which are trusted in place of the usual ones; undefined: the usual ones. */
export async function authoritiesOf(store: unknown): Promise<readonly string[] | undefined> {
  if (store === undefined || store === null) return undefined;
  const read = storeSchema.parse(store);
  if (read.type === 'NONE') return undefined;
  const { type, path, content, password } = read;
  const bytes = path ? await readFile(path) : Buffer.from(content ?? '', 'base64');
  const certificates = type === 'JKS' ? fromJks(bytes, password ?? '') : await fromPkcs12(bytes, password ?? '');
  if (certificates.length === 0) throw new Error('the trust store holds no certificate');
  return certificates.map((der) => new X509Certificate(der).toString());
}

/** Loaded on demand: few providers have a trust store. */
async function fromPkcs12(bytes: Buffer, password: string): Promise<Buffer[]> {
  const { PFX, CertBag, Certificate } = await import('pkijs');
  const secret = Uint8Array.from(Buffer.from(password)).buffer;
  const store = PFX.fromBER(Uint8Array.from(bytes).buffer);
  await store.parseInternalValues({ password: secret, checkIntegrity: true });
  const safe = store.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new Error('the PKCS#12 file has no content');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) });
  const contents = z
    .object({
      safeContents: z.array(z.object({ value: z.object({ safeBags: z.array(z.object({ bagValue: z.unknown() })) }) })),
    })
    .parse(safe.parsedValue);
  return contents.safeContents
    .flatMap(({ value }) => value.safeBags)
    .flatMap(({ bagValue }) =>
      bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate
        ? [Buffer.from(bagValue.parsedValue.toSchema().toBER(false))]
        : [],
    );
}

const jks = { magic: 0xfeedfeed, privateKey: 1, certificate: 2, digestLength: 20, salt: 'Mighty Aphrodite' } as const;

/** Java's own format: a list of entries and a keyed digest over it. Entries with a private key are passed over. */
function fromJks(bytes: Buffer, password: string): Buffer[] {
  if (bytes.length < 12 + jks.digestLength || bytes.readUInt32BE(0) !== jks.magic) throw new Error('it is no JKS file');
  const content = bytes.subarray(0, -jks.digestLength);
  const digest = createHash('sha1')
    .update(Buffer.from(password, 'utf16le').swap16())
    .update(jks.salt)
    .update(content)
    .digest();
  if (!timingSafeEqual(digest, bytes.subarray(-jks.digestLength)))
    throw new Error('the password of the JKS file is wrong');
  let at = 12;
  const number = () => content.readUInt32BE((at += 4) - 4);
  const block = (length: number) => content.subarray(at, (at += length));
  const text = () => block(content.readUInt16BE((at += 2) - 2)).toString();
  const certificate = () => {
    text();
    return block(number());
  };
  const trusted: Buffer[] = [];
  for (let entries = content.readUInt32BE(8); entries > 0; entries -= 1) {
    const kind = number();
    text();
    block(8);
    if (kind === jks.certificate) trusted.push(certificate());
    else {
      block(number());
      for (let chain = number(); chain > 0; chain -= 1) certificate();
    }
  }
  return trusted;
}
