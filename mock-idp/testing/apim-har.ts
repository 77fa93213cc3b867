import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Header } from '../../src/recording/exchange.ts';

const header = z.object({ name: z.string(), value: z.string() }).transform(({ name, value }): Header => [name, value]);

const har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: z.array(header),
          postData: z.object({ text: z.string() }).optional(),
        }),
        response: z.object({ status: z.number() }),
      }),
    ),
  }),
});

const file = join(import.meta.dirname, '../../src/recording/test-data/apim-3.20.32.har');

/** Requests as APIM 3.20.32 sent them. */
export const recordedRequests = har.parse(JSON.parse(readFileSync(file, 'utf8'))).log.entries;

/** The same request for another IdP: another host and another token, all else as recorded. */
export const readdressed = (headers: readonly Header[], host: string, authorization: string): Header[] =>
  headers.map(([name, value]) => {
    if (name === 'Host') return [name, host];
    return name === 'Authorization' ? [name, authorization] : [name, value];
  });
