import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../check/judge.ts';
import { observe } from '../../recording/observations.ts';
import { see } from '../../recording/see.ts';
import type { Story } from '../define.ts';
import { catalogue } from '../index.ts';
import { goldenRecording } from './golden.ts';

/** One recording with the good story over and over: other clients, tokens and steps each time. */
function longStory(exchanges: number): Story {
  const good = goldenRecording();
  const rounds = Math.ceil(exchanges / good.exchanges.length);
  const again = Array.from({ length: rounds }, (_, round) => {
    const text = JSON.stringify(good)
      .replaceAll('[secret:', `[secret:${String(round).padStart(4, '0')}`)
      .replaceAll(/(\[secret:\d{4}[0-9a-f]{8})[0-9a-f]{4}\]/g, '$1]')
      .replaceAll('id-', `id-${round}-`);
    const copy = JSON.parse(text) as typeof good;
    return {
      ...copy,
      exchanges: copy.exchanges.map((exchange) => ({
        ...exchange,
        number: exchange.number + round * good.exchanges.length,
        step: exchange.step + round * good.steps.length,
      })),
    };
  });
  return [
    {
      ...good,
      exchanges: again.flatMap((copy) => copy.exchanges),
      clientsAtIdp: again.flatMap((copy) => copy.clientsAtIdp ?? []),
    },
  ];
}

/** Milliseconds of the processor, not of the clock: other programs on the machine prove nothing. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('ten thousand exchanges are judged by every check in under two seconds', () => {
  const seen = see(longStory(10_000));
  const observed = observe(seen);
  const took = spent(() => {
    for (const check of catalogue) judge(check, { seen, observed, plan: null, profile: 'bcp', strict: false });
  });
  assert.ok(seen.exchanges.length >= 10_000);
  assert.ok(took < 2000, `took ${took} ms`);
});

test('so are ten thousand exchanges in which every answer had a fault', () => {
  const [long] = longStory(10_000);
  assert.ok(long !== undefined);
  const faults = [...new Set(catalogue.flatMap(({ needs }) => needs))].flatMap((need) =>
    need.startsWith('fault:') ? [need.slice('fault:'.length)] : [],
  );
  const seen = see([{ ...long, exchanges: long.exchanges.map((exchange) => ({ ...exchange, faults: [...faults] })) }]);
  const observed = observe(seen);
  const took = spent(() => {
    for (const check of catalogue) judge(check, { seen, observed, plan: null, profile: 'bcp', strict: false });
  });
  assert.ok(took < 6000, `took ${took} ms`);
});
