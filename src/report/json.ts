import { resultSchema, type Result } from '../check/result.ts';

/** `verdicts.json`: members in the order of the schema, a final newline, nothing that differs between two judgements of the same recordings. */
export const resultJson = (result: Result): string => `${JSON.stringify(resultSchema.parse(result), null, 2)}\n`;
