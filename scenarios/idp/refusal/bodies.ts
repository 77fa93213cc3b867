import type { ProbeCase } from '../case.ts';
import { explicit } from '../templates.ts';
import { rawCase } from './refusal-case.ts';

const good = (name: string) => JSON.stringify({ client_name: name, ...explicit.web });
const largeBody = 2 * 1024 * 1024;
/** Deep enough for a parser that calls itself; the harness has to read its own request again. */
const depth = 1_500;

/** Bodies that are no registration request at all. */
export const bodyCases: readonly ProbeCase[] = [
  rawCase({
    name: 'refuse-json-broken',
    title: 'send JSON that does not end',
    body: (name) => good(name).slice(0, -1),
  }),
  rawCase({ name: 'refuse-json-null', title: 'send null', body: () => 'null' }),
  rawCase({ name: 'refuse-json-array', title: 'send an array', body: () => '[]' }),
  rawCase({ name: 'refuse-json-string', title: 'send a JSON string', body: () => '"x"' }),
  rawCase({ name: 'refuse-body-empty', title: 'send no body', body: () => '' }),
  rawCase({ name: 'refuse-text-plain', title: 'send the JSON as text/plain', body: good, contentType: 'text/plain' }),
  rawCase({
    name: 'refuse-form',
    title: 'send a form',
    body: (name) =>
      new URLSearchParams({ client_name: name, redirect_uris: 'https://app.example/callback' }).toString(),
    contentType: 'application/x-www-form-urlencoded',
  }),
  rawCase({
    name: 'register-member-twice',
    title: 'register a Web client with redirect_uris twice in the JSON',
    body: (name) => `${good(name).slice(0, -1)},"redirect_uris":["https://second.example/callback"]}`,
  }),
  rawCase({
    name: 'refuse-body-large',
    title: 'send two megabytes',
    needs: ['load'],
    body: (name) => `${good(name).slice(0, -1)},"x_padding":"${'x'.repeat(largeBody)}"}`,
  }),
  rawCase({
    name: 'refuse-body-deep',
    title: 'send fifteen hundred arrays in each other',
    needs: ['load'],
    body: (name) => `${good(name).slice(0, -1)},"contacts":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  }),
];
