import { withDelay } from '../../mock-idp/faults/define.ts';
import type { Fault } from '../../mock-idp/faults/fault.ts';
import { faultNamed } from '../../mock-idp/faults/index.ts';
import type { StoryId } from '../../src/commands/stories.ts';

/** What is done next with what came of a fault: once more the same, or something that only then shows what it did. */
export type Act = 'create' | 'edit' | 'renew' | 'look';

type Row = string | readonly [fault: string, ...then: Act[]];

/** Those of which a person sees something different on the page, by family. */
const onPages = {
  'faults-discovery': [
    'discovery-not-found',
    'issuer-mismatch',
    'token-endpoint-missing',
    'registration-endpoint-missing',
  ],
  'faults-token': ['token-invalid-client', 'token-invalid-scope', 'token-missing', 'token-type-mac'],
  'faults-registration': [
    'client-id-missing',
    'secret-missing',
    'resp-grants-substituted',
    ['management-pair-missing', 'edit'],
    ['resp-name-markup', 'look'],
    ['secret-with-quotes', 'look'],
  ],
  'faults-errors': ['invalid-client-metadata', 'invalid-redirect-uri', 'error-with-markup', 'server-error-empty'],
  'faults-redirects': ['token-redirect-307-elsewhere', 'registration-redirect-303-same', 'see-other-elsewhere'],
  // Nobody may try again before the time that the last one gives, so nothing follows it.
  'faults-outages': ['token-server-error-empty', 'bad-gateway-html', 'registration-429-retry-after-seconds'],
  'faults-media-types': ['token-html', 'resp-content-type-html', 'registration-html'],
  'faults-transport': ['token-cut-head', 'cut-body', 'resp-truncated'],
  'faults-slow': ['discovery-slow', 'token-slow', 'registration-slow'],
  'faults-management': [
    'update-invalid-redirect-uri',
    'update-server-error',
    ['update-secret-changed', 'look'],
    'update-client-id-changed',
    'delete-forbidden',
  ],
  'faults-renewal': ['renewal-status-500', 'renewal-secret-missing', 'renewal-partial'],
} as const satisfies Partial<Record<StoryId, readonly Row[]>>;

/** The other stimuli of the rule book, through the REST API that is behind the pages: each in a fraction of a second. */
const byRest = {
  'rest-discovery': [
    'issuer-trailing-slash',
    'endpoints-with-query',
    'endpoints-with-letters',
    'discovery-unknown-members',
    'discovery-null-members',
    'token-endpoint-array',
    'discovery-status-404',
    'discovery-html',
    'discovery-redirect-302-same',
    'token-endpoint-elsewhere',
    ['discovery-no-store', 'create'],
    'auth-methods-missing',
    'discovery-gzip',
    'discovery-100-mb',
    'discovery-503-retry-after-seconds',
  ],
  'rest-discovery-moved': ['endpoints-moved'],
  'rest-token': [
    'token-type-lower-case',
    'token-unknown-members',
    ['token-expires-soon', 'create'],
    'token-empty',
    'token-scope-narrowed',
    'token-bad-gateway',
    'token-body-null',
    'token-see-other-elsewhere',
    'token-with-line-break',
    'token-429-retry-after-seconds',
  ],
  'rest-registration': [
    'resp-minimal',
    'resp-status-200',
    'resp-status-204',
    ['resp-unknown-members', 'edit'],
    'resp-refresh-token-dropped',
    'resp-redirect-uris-changed',
    'resp-name-changed',
    'resp-auth-method-none',
    'resp-scope-reduced',
    'resp-scope-array',
    'resp-null-optionals',
    'resp-empty-strings',
    'resp-enabled-string',
    'resp-application-type-service',
    'resp-application-type-missing',
    'resp-body-null',
    'resp-content-type-text',
    'resp-bom',
    ['resp-set-cookie', 'create'],
  ],
  'rest-clients': [
    'client-id-number',
    'client-id-with-slash',
    ['client-id-with-dot-segments', 'renew'],
    ['client-id-shared', 'create'],
    'secret-expiry-missing',
    'secret-expiry-past',
    'secret-expiry-soon',
    'secret-expiry-string',
    'issued-at-iso',
    'management-token-missing',
    ['management-uri-elsewhere', 'edit'],
    ['management-uri-relative', 'edit'],
    ['management-uri-unreachable', 'edit'],
    'registration-100-mb',
  ],
  'rest-errors': [
    'invalid-software-statement',
    'unapproved-software-statement',
    'registration-forbidden',
    'error-unknown-members',
    'error-in-message',
    'bad-request-empty',
    'error-long',
    'invalid-token',
    'insufficient-scope',
    'registration-redirect-307-same',
    'registration-redirect-303-http',
    'unavailable-503',
  ],
  'rest-management': ['update-refused', ['update-pair-missing', 'edit'], 'update-cut', 'delete-not-found'],
  'rest-renewal': ['renewal-body-null'],
} as const satisfies Partial<Record<StoryId, readonly Row[]>>;

/** Stimuli that no story can give, each with the reason. */
export const untried: Readonly<Record<string, string>> = {
  'endpoints-over-http':
    'without TLS there is nothing to fall back from; with it, the recorder hears nothing that comes without',
};

/** A fault, and what is done after it. */
export interface Trial {
  readonly fault: Fault;
  readonly then: readonly Act[];
}

export interface Family<Id extends string> {
  readonly id: Id;
  readonly trials: readonly Trial[];
}

/** Longer than a person likes to wait, shorter than any product gives up after. Milliseconds. */
const late = 1_500;

const bearable = (fault: Fault): Fault => (fault.delay === undefined ? fault : withDelay(fault, late));

const trialOf = (row: Row): Trial => {
  const [name, ...then] = typeof row === 'string' ? ([row] as const) : row;
  return { fault: bearable(faultNamed(name)), then };
};

function familiesOf<Id extends string>(table: Readonly<Record<Id, readonly Row[]>>): readonly Family<Id>[] {
  const isId = (id: string): id is Id => id in table;
  return Object.keys(table)
    .filter(isId)
    .map((id) => ({ id, trials: table[id].map(trialOf) }));
}

export const pageFamilies = familiesOf(onPages);
export const restFamilies = familiesOf(byRest);
