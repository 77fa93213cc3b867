import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationSchema, type ApimVersion } from '../../../check/operation.ts';
import type { ProbedCase, Recording } from '../../../recording/recording.ts';
import { sampleExchange, sampleRecording } from '../../../report/test-data.ts';
import { judgeOperations } from './judge-operations.ts';
import { operations } from './operations.ts';

type Outcomes = Readonly<Record<string, ProbedCase['outcome']>>;

const good: Outcomes = Object.fromEntries([
  ...operations.flatMap(({ needs }) => needs.map((need) => [need.case, 'accepted'] as const)),
  ['register-web-explicit', 'accepted'],
]);

/** A recording in which these cases ended so; a refused one with 400 and an error. */
function tried(outcomes: Outcomes): Recording {
  const names = Object.keys(outcomes);
  const body = { text: '{"error":"invalid_client_metadata"}', encoding: 'utf8', bytes: 35 } as const;
  return sampleRecording({
    id: 'idp-registration',
    exchanges: names.map((name, index) => {
      const { response } = sampleExchange(index + 1);
      const refused = outcomes[name] === 'refused';
      return sampleExchange(index + 1, { response: { ...response, status: refused ? 400 : 200, body } });
    }),
    cases: names.map((name, index) => ({
      name,
      step: 1,
      outcome: outcomes[name] ?? 'failed',
      because: 'no registration answer has the pair',
      decisive: outcomes[name] === 'accepted' || outcomes[name] === 'refused' ? index + 1 : null,
      exchanges: [{ number: index + 1, purpose: 'x' }],
      notes: {},
    })),
  });
}

const cell = (outcomes: Outcomes, name: string, version: ApimVersion) => {
  const row = judgeOperations([tried(outcomes)], []).find((operation) => operation.name === name);
  return operationSchema.parse(row).cells.find((one) => one.version === version);
};

test('where everything is taken everything works; renewal has to be switched on', () => {
  for (const { name, cells } of judgeOperations([tried(good)], []))
    for (const { outcome, version } of cells)
      assert.equal(outcome, name === 'renew-secret' ? 'works-with-a-setting' : 'works', `${name} ${version}`);
});

test('an application type that is refused cannot work, with the answer that says so', () => {
  const found = cell({ ...good, 'register-spa-apim': 'refused' }, 'create-spa', '4.12');
  assert.equal(found?.outcome, 'cannot-work');
  assert.match(found.because, /application_type browser, and the IdP answers 400 invalid_client_metadata/);
  assert.equal(found.exchange?.recording, 'idp-registration');
});

test('upper case refused: the Portal is left, and 3.20 never sends it', () => {
  const outcomes: Outcomes = { ...good, 'register-web-apim-upper': 'refused' };
  assert.equal(cell(outcomes, 'create-web', '3.20')?.outcome, 'works');
  const found = cell(outcomes, 'create-web', '4.4');
  assert.equal(found?.outcome, 'works-with-a-setting');
  assert.match(found.settings.join(), /Developer Portal/);
});

test('a scope as an array refused concerns 4.5 and later only', () => {
  const outcomes: Outcomes = { ...good, 'register-b2b-scope-array': 'refused' };
  assert.equal(cell(outcomes, 'create-b2b', '4.4')?.outcome, 'works');
  assert.match(cell(outcomes, 'create-b2b', '4.12')?.settings.join() ?? '', /leave scope out/);
});

test('without a token endpoint for it, a static initial access token is the setting', () => {
  const found = cell({ ...good, token: 'skipped' }, 'configure-provider', '4.12');
  assert.equal(found?.outcome, 'works-with-a-setting');
  assert.match(found.settings.join(), /static initial access token/);
  const { 'register-web-explicit': one, ...none } = good;
  assert.equal(one, 'accepted');
  assert.equal(cell({ ...none, token: 'skipped' }, 'configure-provider', '4.12')?.outcome, 'not-observed');
});

test('a client that cannot be managed cannot be edited; a renewal endpoint that nobody gave is not observed', () => {
  const edit = cell({ ...good, 'update-as-apim': 'skipped' }, 'edit', '3.20');
  assert.equal(edit?.outcome, 'cannot-work');
  assert.match(edit.because, /no registration answer has the pair/);
  assert.equal(cell({ ...good, renew: 'skipped' }, 'renew-secret', '3.20')?.outcome, 'not-observed');
});

test('what was not tried, or not to its end, is not observed', () => {
  for (const { name, cells } of judgeOperations([tried({})], []))
    if (!['create-simple', 'delete'].includes(name)) assert.equal(cells[0]?.outcome, 'not-observed', name);
  assert.equal(cell({ ...good, 'update-as-apim': 'failed' }, 'edit', '4.4')?.outcome, 'not-observed');
});

test('an answer that is taken but breaks a rule that APIM relies on cannot work', () => {
  const verdicts = judgeOperations(
    [tried(good)],
    [
      {
        id: 'AP-11',
        slug: 'x',
        title: 'x',
        spec: [{ document: 'RFC 7592', section: '3', title: '', url: '' }],
        level: 'MUST',
        profiles: ['gravitee'],
        outcome: 'fail',
        judged: 1,
        breaches: [],
        breachCount: 1,
        brokenIn: [],
        seenAt: null,
        because: '',
        known: null,
      },
    ],
  );
  const edit = verdicts.find(({ name }) => name === 'edit')?.cells[0];
  assert.equal(edit?.outcome, 'cannot-work');
  assert.equal(edit.rule, 'AP-11');
});
