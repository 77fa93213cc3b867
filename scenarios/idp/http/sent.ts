import { jsonOf, objectOf } from '../../../src/recording/body.ts';
import type { Header } from '../../../src/recording/exchange.ts';

/** A request of the harness. Headers go out in this order and case; `Host` and `Content-Length` are added. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers?: readonly Header[];
  readonly body?: string | Buffer;
}

/** The answer to one request, and the number of their exchange in the recording. */
export interface Sent {
  readonly number: number;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly text: string;
  /** The parsed body; undefined when it is no JSON. */
  readonly json: unknown;
  /** The parsed body when it is a JSON object; empty otherwise. */
  readonly members: Readonly<Record<string, unknown>>;
  /** First value of a header, named without case. */
  header(name: string): string | undefined;
}

export function sentOf(number: number, status: number, headers: readonly Header[], body: Buffer): Sent {
  const text = body.toString('utf8');
  const json = jsonOf(text);
  return {
    number,
    status,
    headers,
    text,
    json,
    members: objectOf(json) ?? {},
    header: (wanted) => headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1],
  };
}

export const isSuccess = ({ status }: Pick<Sent, 'status'>): boolean => status >= 200 && status < 300;
