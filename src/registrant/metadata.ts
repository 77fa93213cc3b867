import { z } from 'zod';

/** Client metadata or client information (RFC 7591 §2, §3.2.1): a JSON object whose members a server may extend. */
export type Metadata = Readonly<Record<string, unknown>>;

const objectSchema = z.record(z.string(), z.unknown());

/** A JSON object, or undefined for everything else. */
export const objectIn = (value: unknown): Metadata | undefined => objectSchema.safeParse(value).data;

/** A string with at least one character. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const textsIn = (value: unknown): readonly string[] | undefined =>
  z.array(z.string()).readonly().safeParse(value).data;

export const without = (metadata: Metadata, names: readonly string[]): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => !names.includes(name)));

/** RFC 7591 §2 and RFC 7592 §2.2: null says no more than leaving the member out, and many servers refuse it. */
export const withoutNulls = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null && value !== undefined));

export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The same strings in any order. */
export const sameSet = (a: readonly string[], b: readonly string[]): boolean => sameJson(a.toSorted(), b.toSorted());

export const pick = (metadata: Metadata, ...names: readonly string[]): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => names.includes(name)));
