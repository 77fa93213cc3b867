import type { Demand, ExchangeSpot } from '../rules.ts';

/** An IdP may show an error page with any status, also after a redirect to an address of its own that names the error. */
const tellsError = ({ value: status, exchange: { url } }: ExchangeSpot<number>): boolean =>
  status >= 400 || (status === 200 && /[?&]error=/.test(url));

const found = ({ value: status }: ExchangeSpot<number>) => `a page with status ${status}`;

/** RFC 6749 §4.1.2.1: the person is told, and the browser is not sent to an address that nobody vouches for. */
export const isErrorPage: Demand<ExchangeSpot<number>> = (spot) =>
  tellsError(spot) ? undefined : { expected: 'an error page', found: found(spot) };

export const isSignInPage: Demand<ExchangeSpot<number>> = (spot) =>
  spot.value === 200 && !tellsError(spot) ? undefined : { expected: 'a page to sign in', found: found(spot) };

/** A refusal to the person, or to the client at its redirect URI. */
export const showsNoSignIn: Demand<ExchangeSpot<number>> = (spot) =>
  spot.value === 302 || spot.value === 303 || tellsError(spot)
    ? undefined
    : { expected: 'an error page, or a redirect', found: found(spot) };
