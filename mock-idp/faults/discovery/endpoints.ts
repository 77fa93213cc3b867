import { elsewhere, linkLocal, overHttp, relative, withQuery } from '../addresses.ts';
import { headerOfSuccess, inTurn, mapText, type Change } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';
import { wrongValues } from '../families/values.ts';

const endpoints = [
  { member: 'token_endpoint', prefix: 'token-endpoint', absent: 'D-12' },
  { member: 'registration_endpoint', prefix: 'registration-endpoint', absent: 'D-11' },
] as const;

const values = endpoints.map(({ member, prefix, absent }) =>
  wrongValues({
    member,
    answer: 'the discovery document',
    prefix,
    kinds: {
      missing: [absent],
      null: [absent],
      empty: [absent],
      number: ['D-15'],
      array: ['D-15'],
      object: ['D-15'],
    },
  }),
);

const places = endpoints.map(({ member, prefix }): FaultTable => ({
  [`${prefix}-elsewhere`]: {
    says: `discovery announces a ${member} on another origin`,
    rows: ['D-20'],
    change: mapText(member, elsewhere),
  },
  [`${prefix}-link-local`]: {
    says: `discovery announces a ${member} at a link-local address`,
    rows: ['X-17'],
    change: mapText(member, linkLocal),
  },
  [`${prefix}-relative`]: {
    says: `discovery announces a ${member} that is a path without an origin`,
    rows: ['D-15'],
    change: mapText(member, relative),
  },
}));

const both = (map: (url: string) => string): Change => inTurn(...endpoints.map(({ member }) => mapText(member, map)));

/** Not in ASCII, so that a request to the endpoint shows in which charset the metadata was read. */
const withLetters = both((url) => withQuery(url, 'town', 'Zürich'));

export const endpointFaults = defineFaults('discovery', ...values, ...places, {
  'endpoints-with-query': {
    says: 'discovery announces endpoints that have a query of their own',
    rows: ['D-08', 'D-09', 'D-10'],
    change: both((url) => withQuery(url, 'tenant', 'a%2Fb')),
  },
  'endpoints-with-letters': {
    says: 'discovery announces endpoints with letters outside of ASCII, in JSON without a charset',
    rows: ['D-26'],
    change: inTurn(withLetters, headerOfSuccess('Content-Type', 'application/json')),
  },
  'endpoints-with-letters-untyped': {
    says: 'discovery announces endpoints with letters outside of ASCII, without a Content-Type',
    rows: ['D-26'],
    change: inTurn(withLetters, headerOfSuccess('Content-Type', null)),
  },
  'endpoints-over-http': {
    says: 'discovery over TLS announces endpoints without TLS',
    rows: ['D-19', 'X-01'],
    change: both(overHttp),
  },
  'endpoints-moved': {
    says: 'discovery announces other addresses of the endpoints than before',
    rows: ['D-21', 'D-22'],
    change: both((url) => withQuery(url, 'moved', '1')),
  },
});
