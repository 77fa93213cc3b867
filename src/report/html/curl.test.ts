import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { sampleExchange, sampleRecording } from '../test-data.ts';
import { curlOf, variablesOf } from './curl.ts';

const [, token, registration] = sampleRecording().exchanges;
const variables = variablesOf(sampleRecording());

test('names secrets by what they are', () => {
  assert.deepEqual(Object.fromEntries(variables), {
    '[secret:dd44ee55ff66]': 'ACCESS_TOKEN',
    '[secret:aa11bb22cc33]': 'CLIENT_SECRET',
  });
});

test('gives two secrets of one kind two names', () => {
  const fact = (hash: string) =>
    ({ kind: 'secret', hash, member: 'access_token', length: 1, alphabet: 'hex' }) as const;
  const exchanges = [sampleExchange(1, { facts: [fact('[secret:01]'), fact('[secret:02]'), fact('[secret:01]')] })];
  assert.deepEqual([...variablesOf(sampleRecording({ exchanges })).values()], ['ACCESS_TOKEN', 'ACCESS_TOKEN_2']);
});

test('leaves the encoding of Basic credentials to curl', () => {
  assert.ok(token);
  assert.match(curlOf(token, variables), /--user 'apim:'"\$\{CLIENT_SECRET\}"/);
});

test('a Bearer token is a variable', () => {
  assert.ok(registration);
  assert.match(curlOf(registration, variables), /--header 'Authorization: Bearer '"\$\{ACCESS_TOKEN\}"/);
});

/** What the shell makes of the command: its arguments, one a line of JSON. */
function argumentsIn(command: string): unknown {
  const print = `${JSON.stringify(process.execPath)} -p 'JSON.stringify(process.argv.slice(1))' --`;
  return JSON.parse(execFileSync('sh', ['-c', command.replace(/^curl/, print)], { env: { SECRET: 'x y' } }).toString());
}

test('text of a target reaches curl as it is, whatever a shell could make of it', () => {
  const url = `https://idp.example/'$(touch x)\`id\`"\\ ?a=[1]`;
  const text = `@/etc/passwd '; rm -rf "$HOME" \n [secret:00] !!`;
  const exchange = sampleExchange(1, {
    request: {
      method: 'POST',
      url,
      httpVersion: '1.1',
      headers: [
        ['X-Odd', `it's`],
        ['@file', 'x'],
        ['Host', 'idp.example'],
      ],
      body: { text, encoding: 'utf8', bytes: text.length },
    },
  });
  assert.deepEqual(argumentsIn(curlOf(exchange, new Map())), [
    '--globoff',
    ...['--request', 'POST', '--url', url],
    ...['--header', `X-Odd: it's`],
    ...['--data-raw', text.replace('[secret:00]', 'x y')],
  ]);
});
