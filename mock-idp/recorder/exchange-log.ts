import { Inconclusive } from '../../src/errors.ts';
import type { RawExchange } from '../../src/recording/exchange.ts';

/** The complete exchanges of one view, in the order in which their requests arrived. */
export interface ExchangeLog {
  /** The number of a request that has just arrived. */
  next(): number;
  add(exchange: RawExchange): void;
  readonly all: () => readonly RawExchange[];
  /** Resolves with the first exchange, past or coming, that matches; `deadline` in milliseconds. Rejects with `Inconclusive`. */
  waitFor(what: string, matches: (exchange: RawExchange) => boolean, deadline: number): Promise<RawExchange>;
  /** Nothing more will come: everyone who waits is told so. */
  close(): void;
}

interface Waiter {
  offer: (exchange: RawExchange) => void;
  giveUp: (reason: string) => void;
}

export function createExchangeLog(): ExchangeLog {
  const exchanges: RawExchange[] = [];
  const waiters = new Set<Waiter>();
  let arrived = 0;
  return {
    next: () => ++arrived,
    add(exchange) {
      exchanges.splice(exchanges.findLastIndex(({ number }) => number < exchange.number) + 1, 0, exchange);
      for (const waiter of waiters) waiter.offer(exchange);
    },
    all: () => [...exchanges],
    async waitFor(what, matches, deadline) {
      const seen = exchanges.find(matches);
      if (seen !== undefined) return seen;
      const { promise, resolve, reject } = Promise.withResolvers<RawExchange>();
      const giveUp = (reason: string) => reject(new Inconclusive(`${reason}: ${what}. ${summaryOf(exchanges)}`));
      const timer = setTimeout(giveUp, deadline, `Not seen within ${deadline} ms`);
      const offer = (exchange: RawExchange) => {
        try {
          if (matches(exchange)) resolve(exchange);
        } catch (error) {
          reject(error);
        }
      };
      const waiter = { offer, giveUp };
      waiters.add(waiter);
      return promise.finally(() => {
        clearTimeout(timer);
        waiters.delete(waiter);
      });
    },
    close() {
      for (const { giveUp } of waiters) giveUp('The view of the mock IdP was closed while it was waited for');
    },
  };
}

/** How many of the latest exchanges an error names. */
const named = 5;

function summaryOf(exchanges: readonly RawExchange[]): string {
  if (exchanges.length === 0) return 'No request has reached the IdP.';
  const latest = exchanges
    .slice(-named)
    .map(({ request, response }) => `${request.method} ${URL.parse(request.url)?.pathname ?? ''} → ${response.status}`);
  return `Requests that reached the IdP: ${exchanges.length}, the latest: ${latest.join(', ')}.`;
}
