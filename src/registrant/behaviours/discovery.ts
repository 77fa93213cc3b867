import { refusal } from '../refusal.ts';
import { objectIn } from '../metadata.ts';
import { hammersAt, onlyAt, parserSays, type BehaviourTable } from './behaviour.ts';

const known = new Set(['issuer', 'token_endpoint', 'registration_endpoint']);

const withoutSlash = (value: unknown) => (typeof value === 'string' ? value.replace(/\/$/, '') : value);

const anHour = 3_600_000;

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

const isRedirect = (status: number) => status >= 300 && status <= 399;

export const discoveryBehaviours = {
  'D-06': {
    says: 'takes metadata of any issuer',
    also: ['D-07'],
    change: () => ({ agrees: () => true }),
  },
  'D-07': {
    says: 'takes an issuer with a final slash for the one without',
    change: () => ({ agrees: (issuer, expected) => withoutSlash(issuer) === withoutSlash(expected) }),
  },
  'D-10': {
    says: 'drops the query of an endpoint',
    also: ['D-08', 'D-09', 'P-02'],
    change: () => ({ address: (endpoint) => endpoint.split('?', 1)[0] ?? endpoint }),
  },
  'D-11': {
    says: 'saves a provider without a registration endpoint, and says "null" when an application is created',
    also: ['P-03'],
    change: (good) => ({
      needed: ['token_endpoint'],
      endpointComplaint: (endpoint, value) =>
        endpoint === 'registration_endpoint' && isAbsent(value) ? 'null' : good.endpointComplaint(endpoint, value),
    }),
  },
  'D-12': {
    says: 'says "null" when the token endpoint is missing',
    change: (good) => ({
      endpointComplaint: (endpoint, value) =>
        endpoint === 'token_endpoint' && isAbsent(value) ? 'null' : good.endpointComplaint(endpoint, value),
    }),
  },
  'D-13': {
    says: 'refuses metadata with members that it does not know',
    change: () => ({
      metadataComplaint: (metadata) =>
        Object.keys(metadata).find((name) => name.startsWith('x_')) && 'The metadata has unknown members.',
    }),
  },
  'D-14': {
    says: 'refuses metadata with a member that is null',
    change: () => ({
      metadataComplaint: (metadata) =>
        Object.entries(metadata).some(([name, value]) => value === null && !known.has(name))
          ? 'The metadata has a member that is null.'
          : undefined,
    }),
  },
  'D-15': {
    says: 'shows a stack trace when a member has the wrong type',
    change: (good) => ({
      endpointComplaint: (endpoint, value) =>
        typeof value === 'string' || value === undefined || value === null
          ? good.endpointComplaint(endpoint, value)
          : `TypeError: ${endpoint}.startsWith is not a function\n    at discover (discovery.js:42:17)`,
      object(value, at) {
        if (at !== 'discovery' || objectIn(value) !== undefined) return good.object(value, at);
        throw refusal(
          `TypeError: Cannot read properties of ${JSON.stringify(value)} (reading 'issuer')\n    at discover (discovery.js:40:9)`,
        );
      },
    }),
  },
  'D-16': {
    says: 'takes an answer of any status for metadata',
    change: () => ({ isMetadata: () => true }),
  },
  'D-17': {
    says: 'shows what the parser says about a page that is no metadata',
    change: (good) => ({
      notJson: (text, at, error) => (at === 'discovery' ? parserSays(text, error) : good.notJson(text, at, error)),
    }),
  },
  'D-18': {
    says: 'does not follow a redirect of the metadata, and does not say that there is one',
    change: (good) => ({
      follow: (redirect) => (redirect.at === 'discovery' ? undefined : good.follow(redirect)),
      explain: (answer, request) =>
        request.at === 'discovery' && isRedirect(answer.status) ? '' : good.explain(answer, request),
    }),
  },
  'D-20': {
    says: 'sends its credentials to an endpoint on any origin',
    also: ['X-17'],
    change: () => ({ trusts: () => true }),
  },
  'D-21': {
    says: 'keeps metadata that may not be kept',
    change: () => ({ metadataLifetime: () => anHour }),
  },
  'D-22': {
    says: 'uses old metadata after the provider was saved again',
    also: ['D-08', 'D-09'],
    change: () => ({ replacesMetadata: false }),
  },
  'D-23': {
    says: 'asks for metadata again and again during an outage',
    change: hammersAt('discovery', 429, 503),
  },
  'D-24': {
    says: 'waits for metadata for ever',
    change: (good) => ({ patience: onlyAt('discovery', Infinity, good.patience) }),
  },
  'D-25': {
    says: 'reads metadata of any length',
    also: ['X-20'],
    change: (good) => ({ longestBody: onlyAt('discovery', Infinity, good.longestBody) }),
  },
  'D-26': {
    says: 'reads metadata without a charset as ISO 8859-1',
    also: ['D-08', 'D-09', 'P-02'],
    change: (good) => ({
      decode: (bytes, at, type) =>
        at === 'discovery' && !type.includes('charset') ? bytes.toString('latin1') : good.decode(bytes, at, type),
    }),
  },
  'D-27': {
    says: 'offers gzip and cannot read it',
    change: () => ({ unpack: ({ body }) => body }),
  },
} satisfies BehaviourTable;
