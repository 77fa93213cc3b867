import { objectOf, stringOf } from '../../recording/body.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { incidentsOf } from '../aftermath.ts';
import { bearerOf, succeeded } from '../credentials.ts';
import type { Faults } from '../reactions.ts';
import { type Select, type ExchangeSpot } from '../rules.ts';
import { targetSpot } from '../select.ts';
import type { Source } from '../sources.ts';

export const renewals: Source = { noun: 'renewal request', in: (seen) => seen.of('renewal') };

/** A template that was left as it is, an empty part of a path, or a space. */
export const unresolvedIn = (url: string): string | undefined => {
  const [path = ''] = url.replace(/^[a-z]+:\/\//i, '').split('?');
  if (/[{}]|%7b|%7d/i.test(url)) return 'a part of the template';
  return path.includes('//') ? 'an empty part' : undefined;
};

interface Escaping {
  readonly url: string;
  readonly escaped: string;
}

/** Requests after a registration with an odd client id that carry the client's token, but for those at its own address. */
export const requestsForOddIds =
  (faults: Faults): Select<ExchangeSpot<Escaping>> =>
  (seen) => {
    const spots = incidentsOf(seen, faults).flatMap(({ exchange, after }) => {
      const answer = objectOf(exchange.response.json) ?? {};
      const id = stringOf(answer['client_id']) ?? '';
      const token = stringOf(answer['registration_access_token']);
      return after
        .filter(
          (later) =>
            token !== undefined && bearerOf(later) === token && later.url !== answer['registration_client_uri'],
        )
        .map((later) => targetSpot(later, { url: later.url, escaped: encodeURIComponent(id) }));
    });
    return { spots, none: 'no secret was renewed of a client with such an id' };
  };

/** For each renewal that succeeded, the number of an earlier one at the same address in the same step. */
export const repeatedRenewals: Select<ExchangeSpot<number | undefined>> = (seen) => {
  const firsts = new Map<string, number>();
  const spots = renewals.in(seen).flatMap((exchange) => {
    if (!succeeded(exchange) || exchange.exchange.step === 0) return [];
    const key = keyOf(exchange);
    const value = firsts.get(key);
    if (value === undefined) firsts.set(key, exchange.number);
    return [{ value, exchange, part: 'request', pointer: '' }];
  });
  return { spots, none: 'no renewal that succeeded belongs to a step of the story' };
};

const keyOf = ({ recording, exchange, url }: SeenExchange) => JSON.stringify([recording, exchange.step, url]);
