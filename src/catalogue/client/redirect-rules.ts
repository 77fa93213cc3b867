import type { ApplicationType } from '../../recording/recording.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import type { Demand, ExchangeSpot, Select } from '../rules.ts';
import { bodyOf, bodySpot, elements, read, stringsOf } from '../select.ts';
import { registrationsOf, those } from '../sources.ts';
import { redirectKindOf, type RedirectKind } from '../uri.ts';

/** A text that is no URI at all is R-17's matter. */
export const isKind =
  (...kinds: readonly RedirectKind[]): Demand<ExchangeSpot<string>> =>
  ({ value }) => {
    const kind = redirectKindOf(value);
    return kind === 'none' || kinds.includes(kind)
      ? undefined
      : { expected: kinds.map((allowed) => words[allowed]).join(', or '), found: value };
  };

const words: Readonly<Record<RedirectKind, string>> = {
  https: 'https',
  loopback: 'http to this machine',
  http: 'http',
  'private-use': 'a scheme of its own',
  none: 'no URI',
};

export const isUnlike =
  (pattern: RegExp, expected: string): Demand<ExchangeSpot<string>> =>
  ({ value }) =>
    pattern.test(value) ? { expected, found: value } : undefined;

const usesImplicit = (exchange: SeenExchange) =>
  stringsOf(bodyOf(exchange)['grant_types'])?.includes('implicit') === true;

/** Redirect URIs of web applications that register the implicit grant. */
export const implicitWebUris = elements(
  those(registrationsOf('web'), 'with the implicit grant', usesImplicit),
  'redirect_uris',
);

const urisOf = (exchange: SeenExchange) => stringsOf(bodyOf(exchange)['redirect_uris']) ?? [];

const redirectsOf = (type: ApplicationType, kind: RedirectKind, lacking: string): Select<ExchangeSpot<string>> =>
  read(registrationsOf(type), lacking, (exchange) =>
    urisOf(exchange).flatMap((uri, index) =>
      redirectKindOf(uri) === kind ? [bodySpot(exchange, uri, 'redirect_uris', String(index))] : [],
    ),
  );

export const httpRedirectsOf = (type: ApplicationType): Select<ExchangeSpot<string>> =>
  redirectsOf(type, 'loopback', 'registers a loopback address');

export const privateUseUris: Select<ExchangeSpot<string>> = redirectsOf(
  'native',
  'private-use',
  'registers a scheme of its own',
);

/** RFC 7591 §2 and §5 for an application in a browser: at least one address, each protected or on this machine. */
export const isSafeBrowserRedirect: Demand<ExchangeSpot<SeenExchange>> = ({ value }) => {
  const list: unknown = bodyOf(value)['redirect_uris'];
  const uris = stringsOf(list ?? []);
  if (uris === undefined) return undefined;
  if (uris.length === 0) return { expected: 'at least one redirect URI', found: 'none' };
  const wrong = uris.find((uri) => ['http', 'private-use'].includes(redirectKindOf(uri)));
  return wrong === undefined ? undefined : { expected: 'https, or http to this machine', found: wrong };
};
