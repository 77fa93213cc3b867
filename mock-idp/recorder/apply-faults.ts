import { jsonOf } from '../../src/recording/body.ts';
import type { Header } from '../../src/recording/exchange.ts';
import type { Answer, Fault } from '../faults/fault.ts';
import { isNamed, withHeader, type RawAnswer } from './message.ts';

/** How an answer goes out. */
export type Delivery = Pick<Fault, 'cut' | 'slowBody' | 'padding' | 'gzip'>;

/** An answer after the armed faults, and how it is to be delivered. */
export interface Shaped {
  answer: RawAnswer;
  /** Names of the faults that had an effect. */
  faults: string[];
  /** Milliseconds. */
  delay: number;
  delivery: Delivery;
}

/** What a fault may know of the request. */
export interface AskedFor {
  /** Absolute. */
  url: string;
  headers: readonly Header[];
}

/**
 * Faults compose left to right. The last one that answers in place of the IdP sets aside what came before it; one that
 * found nothing to change is not named.
 */
export async function applyFaults(
  armed: readonly Fault[],
  { url, headers }: AskedFor,
  ask: () => Promise<RawAnswer>,
): Promise<Shaped> {
  const standIns = armed.map(({ instead }) => instead?.(url));
  const last = standIns.findLastIndex((standIn) => standIn !== undefined);
  const standIn = standIns[last];
  const asked = standIn === undefined ? await ask() : dated(bytesOf(standIn));
  const first = parsed(asked);
  const gzip = offersGzip(headers);
  const effective = new Set(armed.filter((fault) => shapesDelivery(fault, gzip)));
  const shaping = armed.slice(Math.max(last, 0));
  if (standIn !== undefined) shaping.slice(0, 1).forEach((fault) => effective.add(fault));
  let answer = first;
  for (const fault of shaping) {
    const changed = fault.change?.(answer, url) ?? answer;
    if (changed !== answer) effective.add(fault);
    answer = changed;
  }
  const plain = answer === first ? asked : bytesOf(answer, { answer: first, body: asked.body });
  return {
    answer: encoded(plain, shaping, effective),
    faults: armed.filter((fault) => effective.has(fault)).map(({ name }) => name),
    delay: armed.reduce((sum, { delay = 0 }) => sum + delay, 0),
    delivery: deliveryOf(armed, gzip),
  };
}

const shapesDelivery = ({ delay, cut, slowBody, padding, gzip }: Fault, gzipOffered: boolean) =>
  [delay, cut, slowBody, padding].some((effect) => effect !== undefined) || (gzip === true && gzipOffered);

function deliveryOf(armed: readonly Fault[], gzipOffered: boolean): Delivery {
  const cut = armed.findLast((fault) => fault.cut !== undefined)?.cut;
  const slowBody = armed.findLast((fault) => fault.slowBody !== undefined)?.slowBody;
  const padding = armed.reduce((sum, fault) => sum + (fault.padding ?? 0), 0);
  const gzip = gzipOffered && armed.some((fault) => fault.gzip);
  return { ...(cut && { cut }), ...(slowBody && { slowBody }), ...(padding > 0 && { padding }), ...(gzip && { gzip }) };
}

/** RFC 9110 §12.5.3: named, and not with the weight 0. */
export const offersGzip = (headers: readonly Header[]) =>
  headers
    .filter((header) => isNamed(header, 'accept-encoding'))
    .flatMap(([, value]) => value.split(','))
    .some((coding) => /^\s*(?:gzip|x-gzip)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding));

function parsed({ status, headers, body }: RawAnswer): Answer {
  const text = body.toString('utf8');
  return { status, headers: headers.map(([name, value]) => [name, value]), body: jsonOf(text) ?? text };
}

/** A body that no fault touched keeps its bytes. */
function bytesOf(answer: Answer, original?: { answer: Answer; body: Buffer }): RawAnswer {
  const { status, headers } = answer;
  if (answer.body === original?.answer.body) return { status, headers, body: original?.body ?? Buffer.alloc(0) };
  return withBody({ status, headers }, Buffer.from(textOf(answer.body)));
}

const withBody = ({ status, headers }: Omit<RawAnswer, 'body'>, body: Buffer): RawAnswer => ({
  status,
  headers: withHeader(headers, 'Content-Length', String(body.length)),
  body,
});

function textOf(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** An answer in place of the IdP is as old as any other: what a fault says of times is said from its `Date`. */
const dated = (answer: RawAnswer): RawAnswer =>
  answer.headers.some((header) => isNamed(header, 'date'))
    ? answer
    : { ...answer, headers: withHeader(answer.headers, 'Date', new Date().toUTCString()) };

function encoded(answer: RawAnswer, shaping: readonly Fault[], effective: Set<Fault>): RawAnswer {
  let { body } = answer;
  for (const fault of shaping) {
    const bytes = fault.encode?.(body) ?? body;
    if (!bytes.equals(body)) effective.add(fault);
    body = bytes;
  }
  return body === answer.body ? answer : withBody(answer, body);
}
