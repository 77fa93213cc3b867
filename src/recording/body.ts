import { isTooDeep } from './depth.ts';
import type { Body } from './exchange.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text that can be turned back into the same bytes. */
export function toBody(bytes: Buffer): Body {
  try {
    return { text: utf8.decode(bytes), encoding: 'utf8', bytes: bytes.length };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1', bytes: bytes.length };
  }
}

/** The JSON value of a text, or undefined when it is none, or one so deep that nothing here could work with it. */
export function jsonOf(text: string): unknown {
  if (text.trim() === '' || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON object, or undefined for everything else, arrays included. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
