import { oauthError } from '../answers.ts';
import { retryAfterDate } from '../change.ts';
import type { FaultTable } from '../define.ts';

/** RFC 6585 §4 and RFC 9110 §15.6.4 */
const reasons = {
  429: { error: 'too_many_requests', description: 'slow down' },
  503: { error: 'temporarily_unavailable', description: 'try again later' },
};

export interface Outage {
  /** The endpoint, as the first word of names and sentences: `token`. */
  endpoint: string;
  code: keyof typeof reasons;
  rows: readonly string[];
}

const seconds = 30;

/** `Retry-After` in both its forms (RFC 9110 §10.2.3), and an outage that is over with the second request. */
export function outages({ endpoint, code, rows }: Outage): FaultTable {
  const { error, description } = reasons[code];
  const refuse = (...headers: [string, string][]) => oauthError(code, error, description, ...headers);
  return {
    [`${endpoint}-${code}-retry-after-seconds`]: {
      says: `${endpoint} answers ${code} and says in seconds when to try again`,
      rows,
      instead: refuse(['Retry-After', String(seconds)]),
    },
    [`${endpoint}-${code}-retry-after-date`]: {
      says: `${endpoint} answers ${code} and says with a date when to try again`,
      rows,
      instead: refuse(),
      change: retryAfterDate(seconds),
    },
    [`${endpoint}-${code}-once`]: {
      says: `${endpoint} answers the first request with ${code} and the others as usual`,
      rows,
      times: 1,
      instead: refuse(['Retry-After', '1']),
    },
  };
}
