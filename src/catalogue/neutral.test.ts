import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { profiles } from '../check/level.ts';
import { jsonOf, objectOf } from '../recording/body.ts';
import type { Exchange, Header } from '../recording/exchange.ts';
import { readHar } from '../recording/har.ts';
import { goldenBase } from './client/golden.ts';
import { goldenFaults } from './client/golden-faults.ts';
import type { Story } from './define.ts';
import { judgeIn } from './selftest.ts';

/** Printed when a property fails; the same seed gives the same stories. */
const seed = 7591;

const path = `${import.meta.dirname}/../recording/test-data/apim-3.20.32.har`;

interface Sample {
  readonly story: Story;
  readonly runs: number;
}

const stories: Readonly<Record<string, Sample>> = {
  good: { story: goldenBase(), runs: 15 },
  faulty: { story: goldenFaults(), runs: 4 },
  recorded: { story: [readHar(readFileSync(path, 'utf8'), path)], runs: 15 },
};

function outcomes(story: Story): readonly string[] {
  const judgeIt = judgeIn(story);
  return profiles.flatMap((profile) => judgeIt(profile).map(({ id, outcome }) => `${profile} ${id} ${outcome}`));
}

type Body = Exchange['request']['body'];

const withText = (body: Body, text: string): Body => ({ ...body, text, bytes: Buffer.byteLength(text) });

/** Changes every JSON object on the wire, in requests and answers alike. */
const onJson =
  (change: (json: Readonly<Record<string, unknown>>) => string) =>
  (exchange: Exchange): Exchange => {
    const rewritten = (body: Body): Body => {
      const json = objectOf(jsonOf(body.text));
      return json === undefined ? body : withText(body, change(json));
    };
    return {
      ...exchange,
      request: { ...exchange.request, body: rewritten(exchange.request.body) },
      response: { ...exchange.response, body: rewritten(exchange.response.body) },
    };
  };

const onHeaders =
  (change: (headers: readonly Header[]) => Header[]) =>
  (exchange: Exchange): Exchange => ({
    ...exchange,
    request: { ...exchange.request, headers: change(exchange.request.headers) },
    response: { ...exchange.response, headers: change(exchange.response.headers) },
  });

const rotated = <Item>(items: readonly Item[], by: number): Item[] => {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
};

const cased = (name: string, bits: number) =>
  [...name.matchAll(/./g)]
    .map(([letter], index) => ((bits >> (index % 16)) & 1 ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');

const number = fc.nat({ max: 65_535 });
const word = fc.stringMatching(/^zz_[a-z]{3,12}$/);
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));

const isContentType = (name: string) => name.toLowerCase() === 'content-type';

const operators: Readonly<Record<string, fc.Arbitrary<(exchange: Exchange) => Exchange>>> = {
  'the order of JSON members': number.map((by) =>
    onJson((json) => JSON.stringify(Object.fromEntries(rotated(Object.entries(json), by)))),
  ),
  'white space in JSON': fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.stringMatching(/^[ \t\r\n]{0,5}$/))
    .map(([indent, space]) => onJson((json) => `${space}${JSON.stringify(json, null, indent)}${space}`)),
  'an unknown member': fc
    .tuple(word, value)
    .map(([name, content]) => onJson((json) => JSON.stringify({ ...json, [name]: content }))),
  'the case of header names': number.map((bits) =>
    onHeaders((headers) => headers.map(([name, content]): Header => [cased(name, bits), content])),
  ),
  'the case of media types': number.map((bits) =>
    onHeaders((headers) =>
      headers.map(([name, content]): Header => {
        const [essence = '', ...params] = content.split(';');
        return [name, isContentType(name) ? [cased(essence, bits), ...params].join(';') : content];
      }),
    ),
  ),
  'an unknown header': fc
    .tuple(word, fc.stringMatching(/^[a-z0-9 ]{0,20}$/))
    .map(([name, content]) => onHeaders((headers) => [[`X-${name}`, content], ...headers])),
};

for (const [story, { story: recordings, runs }] of Object.entries(stories)) {
  const before = outcomes(recordings);
  for (const [what, operator] of Object.entries(operators))
    test(`${what} changes no verdict on the ${story} story (seed ${seed})`, () => {
      fc.assert(
        fc.property(operator, (change) => {
          const changed = recordings.map((recording) => ({ ...recording, exchanges: recording.exchanges.map(change) }));
          assert.deepEqual(outcomes(changed), before);
        }),
        { seed, numRuns: runs },
      );
    });
}
