const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** RFC 8259 §8.1: MUST NOT be added to JSON. */
export const withByteOrderMark = (body: Buffer): Buffer => Buffer.concat([byteOrderMark, body]);

/** A JSON object without its last brace: all of its members are there. The length that is announced is the one that is sent. */
export const truncated = (body: Buffer): Buffer => body.subarray(0, Math.max(0, body.lastIndexOf('}')));

/** ISO 8859-1; a character that it does not have becomes a question mark. */
export const asLatin1 = (body: Buffer): Buffer =>
  Buffer.from(body.toString('utf8').replace(/[^\u0000-\u00ff]/gu, '?'), 'latin1');

/** UTF-16, big-endian, with its byte order mark. */
export const asUtf16 = (body: Buffer): Buffer => Buffer.from(`\ufeff${body.toString('utf8')}`, 'utf16le').swap16();
