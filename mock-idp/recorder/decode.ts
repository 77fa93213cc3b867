import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { isNamed, withHeader, withoutHeader, type RawAnswer } from './message.ts';

type Decoder = (body: Buffer) => Promise<Buffer>;

const gzip: Decoder = promisify(gunzip);

/** RFC 9110 §8.4.1 */
const decoders: Readonly<Record<string, Decoder>> = {
  gzip,
  'x-gzip': gzip,
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  identity: async (body) => body,
};

/** The answer without its content coding: what is compressed can neither be changed nor searched for secrets. */
export async function decode(answer: RawAnswer): Promise<{ answer: RawAnswer; coded: boolean }> {
  const codings = answer.headers
    .filter((header) => isNamed(header, 'content-encoding'))
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim());
  if (codings.length === 0 || answer.body.length === 0) return { answer, coded: false };
  let { body } = answer;
  for (const coding of codings.toReversed()) {
    const decoder = decoders[coding];
    if (decoder === undefined) throw new Error(`its answer is in the content coding "${coding}", which is not known`);
    body = await decoder(body);
  }
  const headers = withHeader(withoutHeader(answer.headers, 'content-encoding'), 'Content-Length', String(body.length));
  return { answer: { ...answer, headers, body }, coded: true };
}
