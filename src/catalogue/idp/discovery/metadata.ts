import type { SeenExchange } from '../../../recording/seen.ts';
import { objectOf } from '../../../recording/body.ts';
import { stringsOf } from '../../select.ts';
import { show, type Demand, type ExchangeSpot, type Select } from '../../rules.ts';
import { exchangesOf, memberSpot, read } from '../answers.ts';

/** Each of the members, there or not. */
export const members = (...names: readonly string[]): Select<ExchangeSpot> =>
  read(['metadata'], 'is a JSON object', (exchange) => {
    const body = objectOf(exchange.response.json);
    return body === undefined ? [] : names.map((name) => memberSpot(exchange, name, body[name]));
  });

/** The members whose name passes the test. */
export const membersNamed = (pattern: RegExp): Select<ExchangeSpot> =>
  read(['metadata'], 'has such a member', (exchange) =>
    Object.entries(objectOf(exchange.response.json) ?? {})
      .filter(([name]) => pattern.test(name))
      .map(([name, value]) => memberSpot(exchange, name, value)),
  );

export const hasAll =
  (...wanted: readonly string[]): Demand<ExchangeSpot> =>
  ({ value }) =>
    wanted.every((one) => stringsOf(value)?.includes(one))
      ? undefined
      : { expected: `a list with ${wanted.join(', ')}`, found: show(value) };

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** https; http where nobody else can listen in, as RFC 8252 §8.3 allows it for a loopback address. */
export const isSecureUrl: Demand<ExchangeSpot> = ({ value }) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
  return safe ? undefined : { expected: 'an https URL', found: show(value) };
};

/** No query, no fragment. */
export const isBare: Demand<ExchangeSpot> = ({ value }) =>
  typeof value === 'string' && !/[?#]/.test(value)
    ? undefined
    : { expected: 'a URL without query and fragment', found: show(value) };

const suffix = '/.well-known/openid-configuration';

/** The prefix of the address, up to the final slash that the suffix replaces (Discovery §4.1). */
export const isPrefixOfAddress: Demand<ExchangeSpot> = ({ value, exchange }) => {
  const [prefix = ''] = exchange.url.split(suffix, 1);
  return !exchange.url.includes(suffix) || value === prefix || value === `${prefix}/`
    ? undefined
    : { expected: show(prefix), found: show(value) };
};

/** At the issuer's own origin, or at one that answered in this run. */
export const isReachable: Demand<ExchangeSpot> = ({ value, exchange }, { seen }) => {
  const origin = originOf(value);
  const issuer = originOf(objectOf(exchange.response.json)?.['issuer']);
  const answered = () => seen.exchanges.some(({ url, response }) => originOf(url) === origin && response.status > 0);
  return origin !== undefined && (origin === issuer || answered())
    ? undefined
    : { expected: `a URL at ${issuer ?? 'the issuer'}, or at a host that answers`, found: show(value) };
};

const originOf = (value: unknown) =>
  typeof value === 'string' && URL.canParse(value) ? new URL(value).origin : undefined;

/** The same value as in the OpenID Connect document; a member that either leaves out cannot disagree. */
export const agrees =
  (name: string): Demand<ExchangeSpot<Readonly<Record<string, unknown>>>> =>
  ({ value }, { seen }) => {
    const [openid] = exchangesOf(seen, 'metadata');
    const expected = objectOf(openid?.response.json)?.[name];
    return value[name] === undefined || expected === undefined || value[name] === expected
      ? undefined
      : { expected: `${name} ${show(expected)}`, found: show(value[name]) };
  };

/** The scopes that the harness asked for, each with the exchange of the metadata. */
export const askedScopes: Select<ExchangeSpot<string>> = (seen) => {
  const [metadata] = exchangesOf(seen, 'metadata');
  const [asked] = exchangesOf(seen, 'token');
  const scope = asked?.request.form?.find(([name]) => name === 'scope')?.[1] ?? '';
  const words = scope.split(' ').filter((word) => word !== '');
  const listed = objectOf(metadata?.response.json)?.['scopes_supported'];
  return {
    spots:
      metadata === undefined || listed === undefined
        ? []
        : words.map((value) => ({ ...memberSpot(metadata, 'scopes_supported', value), value })),
    none: 'no scope was asked for, or the metadata lists none',
  };
};

export const isListedScope: Demand<ExchangeSpot<string>> = ({ value, exchange }) => {
  const listed = objectOf(exchange.response.json)?.['scopes_supported'];
  return stringsOf(listed)?.includes(value) ? undefined : { expected: `${value} in the list`, found: show(listed) };
};

const milliseconds = ({ exchange }: SeenExchange) => exchange.endedAt - exchange.startedAt;

/** A product reads this document when a form is saved: someone waits for it. */
export const isHandy: Demand<ExchangeSpot<SeenExchange>> = ({ value }) => {
  const { response } = value;
  const slow = milliseconds(value) > 2000;
  const big = response.body.bytes > 100 * 1024;
  const redirected = response.status >= 300 && response.status < 400;
  return slow || big || redirected
    ? {
        expected: 'an answer of its own within 2 s and 100 KB',
        found: `status ${response.status}, ${Math.round(milliseconds(value))} ms, ${response.body.bytes} bytes`,
      }
    : undefined;
};
