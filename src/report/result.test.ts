import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeResult, type ResultInput } from './result.ts';
import { bodyBreach, sampleRecording, sampleVerdict } from './test-data.ts';

const input = (changes: Partial<ResultInput> = {}): ResultInput => ({
  harness: '0.1.0',
  profile: 'oidc',
  strict: false,
  recordings: [sampleRecording()],
  verdicts: [sampleVerdict('R-01')],
  baseline: null,
  ...changes,
});

const failed = sampleVerdict('R-02', { outcome: 'fail', breaches: [bodyBreach('/a', 'x', 'y')], breachCount: 1 });

test('verdicts are sorted by id', () => {
  const { verdicts } = makeResult(
    input({ verdicts: [sampleVerdict('T-01'), sampleVerdict('R-02'), sampleVerdict('R-01')] }),
  );
  assert.deepEqual(
    verdicts.map(({ id }) => id),
    ['R-01', 'R-02', 'T-01'],
  );
});

test('a failure that the baseline knows is known, and the run is green', () => {
  const entries = [{ id: 'R-02', reason: 'since 3.20', date: '2026-05-01' }];
  const result = makeResult(input({ verdicts: [failed], baseline: { file: 'b.yaml', entries } }));
  assert.equal(result.verdicts[0]?.known, 'since 3.20');
  assert.deepEqual([result.counts.fail, result.counts.known, result.exitCode], [0, 1, 0]);
});

test('without a baseline the same failure ends the run with 1 and says which', () => {
  const { exitCode, reasons } = makeResult(input({ verdicts: [failed] }));
  assert.equal(exitCode, 1);
  assert.match(reasons.join(), /R-02/);
});

test('a story that was not walked to its end ends the run with 3', () => {
  const result = makeResult(input({ recordings: [sampleRecording({ outcome: 'incomplete', note: 'no sign-in' })] }));
  assert.equal(result.exitCode, 3);
  assert.equal(result.recordings[0]?.note, 'no sign-in');
});

test('only the stand-in is disclaimed', () => {
  assert.match(makeResult(input()).disclaimer ?? '', /not verdicts on a Gravitee product/);
  const real = sampleRecording({ sut: { kind: 'apim', version: '4.12.0' } });
  assert.equal(makeResult(input({ recordings: [real] })).disclaimer, null);
});
