import type { ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import type { Probe } from '../probe.ts';
import { explicit } from '../templates.ts';

/** How many registrations make a burst. */
const many = 50;
const sample = 10;

/** The same thing more than once. */
export const repeatCases: readonly ProbeCase[] = [
  {
    name: 'register-twice',
    title: 'register the same client twice',
    twin: 'register-web-explicit',
    async run(probe) {
      const body = { client_name: probe.newName(), ...explicit.web };
      const first = await probe.register('first', { body });
      const second = await probe.register('second', { body });
      return isSuccess(first) ? second : first;
    },
  },
  {
    name: 'register-many',
    title: `register ${many} clients in a row`,
    needs: ['load'],
    twin: 'register-web-explicit',
    async run(probe) {
      const first = await registerTimed(probe);
      const all = [first];
      while (all.length < many) all.push(await registerTimed(probe));
      const before = medianOf(all.slice(0, sample));
      const after = medianOf(all.slice(-sample));
      probe.note(
        'slowdown',
        isSlower(before, after) ? `${Math.round(before)} ms, then ${Math.round(after)} ms` : 'none',
      );
      return (all.find(({ answer }) => !isSuccess(answer)) ?? first).answer;
    },
  },
];

interface Timed {
  readonly answer: Sent;
  readonly took: number;
}

/** The time a request waits for its turn is no time of the IdP; it is the same for all. */
async function registerTimed(probe: Probe): Promise<Timed> {
  const body = { client_name: probe.newName(), ...explicit.web };
  const started = performance.now();
  const answer = await probe.register('one of many', { body });
  return { answer, took: performance.now() - started };
}

const patience = 500;

/** Small times differ by chance. */
const isSlower = (before: number, after: number) => after > patience && after > 4 * before;

const medianOf = (timed: readonly Timed[]): number =>
  timed.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(timed.length / 2)] ?? 0;
