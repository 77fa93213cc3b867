import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { basicAuthorization } from '../oauth/basic.ts';
import type { Header, RawExchange } from './exchange.ts';
import { createRedactor, redactExchanges } from './redact.ts';

const key = Buffer.from('a key');

const exchange = (request: { headers?: Header[]; body?: string; url?: string }, answer = ''): RawExchange => ({
  number: 1,
  startedAt: 1,
  endedAt: 2,
  connection: 1,
  request: {
    method: 'POST',
    url: request.url ?? 'http://idp.example/reg',
    httpVersion: '1.1',
    headers: request.headers ?? [],
    body: Buffer.from(request.body ?? ''),
  },
  response: { status: 200, delivery: 'complete', headers: [], body: Buffer.from(answer) },
  faults: [],
});

const redact = (...raw: RawExchange[]) => redactExchanges(raw, { key });

test('the same secret gets the same mark wherever it stands, and stands nowhere in the clear', () => {
  const secret = 'uHaf4ufHLr50ckjX/+9=';
  const [issued, used] = redact(
    exchange({}, JSON.stringify({ client_secret: secret, note: `keep ${secret} safe` })),
    exchange({
      headers: [
        ['Authorization', `Bearer ${secret}`],
        ['Referer', `http://app.example/?t=${encodeURIComponent(secret)}`],
      ],
    }),
  );
  const mark = /\[secret:[0-9a-f]{12}\]/.exec(issued?.response.body.text ?? '')?.[0];
  assert.ok(mark);
  assert.equal(issued?.response.body.text, JSON.stringify({ client_secret: mark, note: `keep ${mark} safe` }));
  assert.deepEqual(used?.request.headers, [
    ['Authorization', `Bearer ${mark}`],
    ['Referer', `http://app.example/?t=${mark}`],
  ]);
});

test('another key gives another mark', () => {
  const raw = [exchange({ body: 'client_secret=abcdefgh' })];
  const texts = [key, Buffer.from('another')].map((own) => redactExchanges(raw, { key: own })[0]?.request.body.text);
  assert.notEqual(texts[0], texts[1]);
});

test('what a client writes when it has no token stays readable', () => {
  const [seen] = redact(exchange({ headers: [['Authorization', 'Bearer null']] }));
  assert.deepEqual(seen?.request.headers, [['Authorization', 'Bearer null']]);
});

test('secrets in a query and in a form are found by name', () => {
  const [seen] = redact(
    exchange({ url: 'http://idp.example/token?client_secret=abcdefgh&x=1', body: 'token=zyxwvuts&scope=a' }),
  );
  assert.match(seen?.request.url ?? '', /^http:\/\/idp\.example\/token\?client_secret=\[secret:[0-9a-f]{12}\]&x=1$/);
  assert.match(seen?.request.body.text ?? '', /^token=\[secret:[0-9a-f]{12}\]&scope=a$/);
});

test('a secret is found below its member, and where the body breaks off inside it', () => {
  const [nested, cut] = redact(
    exchange({}, '{"client_secret":{"value":"abcdefgh"}}'),
    exchange({}, '{"client_secret":"zyxwvuts'),
  );
  assert.match(nested?.response.body.text ?? '', /^\{"client_secret":\{"value":"\[secret:[0-9a-f]{12}\]"\}\}$/);
  assert.match(cut?.response.body.text ?? '', /^\{"client_secret":"\[secret:[0-9a-f]{12}\]$/);
});

test('a short secret is replaced where it belongs and does not eat other words', () => {
  const [seen] = redact(exchange({}, '{"password":"admin","scope":"dcr_admin"}'));
  assert.match(seen?.response.body.text ?? '', /^\{"password":"\[secret:[0-9a-f]{12}\]","scope":"dcr_admin"\}$/);
});

test('bytes that are not UTF-8 are kept one to one, still without the secret', () => {
  const raw = exchange({});
  raw.response.body = Buffer.concat([
    Buffer.from('{"client_secret":"abcdefgh","n":"'),
    Buffer.from([0xe9]),
    Buffer.from('"}'),
  ]);
  const [seen] = redact(raw);
  assert.equal(seen?.response.body.encoding, 'latin1');
  assert.match(seen.response.body.text, /"n":"é"/);
  assert.doesNotMatch(seen.response.body.text, /abcdefgh/);
});

for (const [says, header, expected] of [
  ['form-urlencoded, as RFC 6749 §2.3.1 says', basicAuthorization('a:b', 'p+q%/é'), 'form-urlencoded'],
  ['raw', `Basic ${Buffer.from('apim:p/q=').toString('base64')}`, 'raw'],
  ['nothing to encode', basicAuthorization('apim', 's3cret'), 'either'],
] as const)
  test(`Basic credentials: ${says}`, () => {
    const [seen] = redact(exchange({ headers: [['Authorization', header]] }));
    const fact = seen?.facts.find(({ kind }) => kind === 'basic-credentials');
    assert.equal(fact?.kind === 'basic-credentials' && fact.encoding, expected);
    assert.match(seen?.request.headers[0]?.[1] ?? '', /^Basic \[secret:[0-9a-f]{12}\]$/);
  });

test('a raw and a form-urlencoded sender of one secret get the same mark', () => {
  const secret = 'base64/secret==';
  const [first, second] = redact(
    exchange({ headers: [['Authorization', basicAuthorization('apim', secret)]] }),
    exchange({ headers: [['Authorization', `Basic ${Buffer.from(`apim:${secret}`).toString('base64')}`]] }),
  );
  assert.deepEqual(first?.request.headers, second?.request.headers);
});

test('no secret of any shape survives in a body, a header or a step', () => {
  const anySecret = fc
    .string({ minLength: 8, maxLength: 40, unit: 'grapheme' })
    .filter((value) => value.isWellFormed() && !value.includes('secret:'));
  fc.assert(
    fc.property(anySecret, (secret) => {
      const redactor = createRedactor({ key });
      const seen = redactor.exchanges(
        [
          exchange(
            { body: `a ${secret} b`, headers: [['X-Note', `(${secret})`]] },
            JSON.stringify({ client_secret: secret }),
          ),
        ],
        () => 0,
      );
      assert.ok(!JSON.stringify(seen).includes(JSON.stringify(secret).slice(1, -1)));
      assert.ok(!redactor.text(`"${secret}" is shown`).includes(secret));
    }),
    { seed: 7591, numRuns: 300 },
  );
});

test('a body too deep to be read is a secret as a whole', () => {
  for (const levels of [600, 2_000, 100_000]) {
    const deep = `${'{"a":['.repeat(levels)}{"client_secret":"uHaf4ufHLr50ckjX"}${']}'.repeat(levels)}`;
    const [recorded] = redact(exchange({}, deep));
    assert.match(recorded?.response.body.text ?? '', /^\[secret:[0-9a-f]{12}\]$/);
    assert.equal(recorded?.response.body.bytes, deep.length);
  }
});
