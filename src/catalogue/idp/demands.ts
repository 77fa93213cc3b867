import { show, type Demand, type Spot } from '../rules.ts';
import { holds } from '../demands.ts';

export const is = (...wanted: readonly number[]): Demand<Spot<number>> =>
  holds(`status ${wanted.join(' or ')}`, (value) => wanted.includes(value));

/** A refusal of the client's making: 4xx. */
export const isClientError: Demand<Spot<number>> = holds(
  'a status of 400 to 499',
  (value) => value >= 400 && value < 500,
);

/** RFC 9110 §8.3.1: type and subtype are compared without case; parameters do not matter. */
export const isJsonType: Demand<Spot<string | undefined>> = holds(
  'application/json',
  (value) => value?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json',
);

/** RFC 9111 §5.2.2.5. */
export const isNoStore: Demand<Spot<string | undefined>> = holds(
  'no-store',
  (value) => value?.split(',').some((directive) => directive.trim().toLowerCase() === 'no-store') === true,
);

export const isText: Demand<Spot> = holds(
  'a string that is not empty',
  (value) => typeof value === 'string' && value !== '',
);

/** Equal as JSON values, members in any order. */
export const equals =
  (expected: unknown): Demand<Spot> =>
  ({ value }) =>
    canonical(value) === canonical(expected) ? undefined : { expected: show(expected), found: show(value) };

/** A JSON text that is the same for the same value. */
export const canonical = (value: unknown): string =>
  JSON.stringify([value], (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** RFC 9110 §15.3: 2xx. */
export const isAccepted: Demand<Spot<number>> = holds('a success', (value) => value >= 200 && value < 300);

/** Yes or no, as long as the IdP knows which: 2xx or 400. */
export const isDecided: Demand<Spot<number>> = holds(
  'a success, or 400',
  (value) => value === 400 || (value >= 200 && value < 300),
);

/** Neither a success nor a failure of the server. */
export const isNoServerError: Demand<Spot<number>> = holds(
  'a status of 200 to 499',
  (value) => value >= 200 && value < 500,
);

/** RFC 6750 §3: what a protected resource says when the token is missing or wrong. */
export const isBearerChallenge: Demand<Spot<string | undefined>> = holds(
  'a Bearer challenge',
  (value) => value !== undefined && /(?:^|,\s*)bearer(?:\s|$)/i.test(value),
);
