import { setTimeout as pause } from 'node:timers/promises';
import pThrottle from 'p-throttle';
import { Inconclusive } from '../../../src/errors.ts';
import type { Sent } from './sent.ts';

/** How fast requests go out. */
export interface Pace {
  /** Sends when it is time to; an answer 429 or 503 with `Retry-After` (RFC 9110 §10.2.3) is obeyed and sent again. */
  send(request: () => Promise<Sent>): Promise<Sent>;
}

/** Seconds that the harness is ready to wait when it is asked to. */
const longestWait = 60;
const tries = 3;

/** `perSecond` undefined: as fast as the answers come. */
export function createPace(perSecond: number | undefined): Pace {
  const throttled =
    perSecond === undefined
      ? (request: () => Promise<Sent>) => request()
      : pThrottle({ limit: perSecond, interval: 1000, strict: true })((request: () => Promise<Sent>) => request());
  return {
    async send(request) {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await throttled(request);
        const wait = waitOf(answer);
        if (wait === undefined || attempt === tries) return answer;
        if (wait > longestWait)
          throw new Inconclusive(`the IdP asked to wait ${wait} seconds (status ${answer.status}); that is too long`);
        await pause(wait * 1000);
      }
    },
  };
}

/** Seconds to wait; undefined when the answer does not ask for it. */
function waitOf(answer: Sent): number | undefined {
  if (answer.status !== 429 && answer.status !== 503) return undefined;
  const value = answer.header('retry-after');
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}
