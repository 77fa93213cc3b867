import type { FaultTable } from '../define.ts';

/** Longer than the half minute after which portals, proxies and browsers give up, in milliseconds. */
export const patience = 35_000;

/** As long as `setTimeout` can be told in whole days. */
const never = 24 * 24 * 3600 * 1000;

const megabyte = 1024 * 1024;

export interface Transport {
  /** The answer, as the first words of a sentence: `the token answer`. */
  answer: string;
  /** How the faults are called: `token` gives `token-drip`. */
  prefix: string;
  rows: Record<'slow' | 'size' | 'compressed', readonly string[]>;
}

/** Slow, endless and swollen bodies. A client without limits of its own waits, or fills its memory. */
export const transport = ({ answer, prefix, rows }: Transport): FaultTable => ({
  [`${prefix}-never`]: { says: `${answer} never comes, and the connection stays open`, rows: rows.slow, delay: never },
  [`${prefix}-drip`]: {
    says: `the body of ${answer} comes in drops of a few bytes`,
    rows: rows.slow,
    slowBody: { bytesPerSecond: 10 },
  },
  [`${prefix}-last-byte-late`]: {
    says: `the last byte of ${answer} comes long after the others`,
    rows: rows.slow,
    slowBody: { lastByteAfter: patience },
  },
  [`${prefix}-100-mb`]: {
    says: `${answer} is followed by 100 MB of white space`,
    rows: rows.size,
    padding: 100 * megabyte,
  },
  [`${prefix}-1-gb`]: {
    says: `${answer} is followed by 1 GB of white space`,
    rows: rows.size,
    padding: 1024 * megabyte,
  },
  [`${prefix}-gzip`]: {
    says: `${answer} is compressed for a client that offers gzip`,
    rows: rows.compressed,
    gzip: true,
  },
  [`${prefix}-gzip-100-mb`]: {
    says: `${answer} is small on the wire and more than 100 MB when it is unpacked`,
    rows: rows.size,
    gzip: true,
    padding: 100 * megabyte,
  },
});
