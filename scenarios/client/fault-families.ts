import { withDelay } from '../../mock-idp/faults/define.ts';
import type { Fault } from '../../mock-idp/faults/fault.ts';
import { faultNamed } from '../../mock-idp/faults/index.ts';
import type { StoryId } from '../../src/commands/stories.ts';

/** For each family of faults, those of which a person sees something different on the page. */
const table = {
  'faults-discovery': [
    'discovery-not-found',
    'issuer-mismatch',
    'token-endpoint-missing',
    'registration-endpoint-missing',
  ],
  'faults-token': ['token-invalid-client', 'token-invalid-scope', 'token-missing', 'token-type-mac'],
  'faults-registration': ['client-id-missing', 'secret-missing', 'resp-grants-substituted', 'management-pair-missing'],
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
    'update-client-id-changed',
    'delete-forbidden',
  ],
  'faults-renewal': ['renewal-status-500', 'renewal-secret-missing', 'renewal-partial'],
} as const satisfies Partial<Record<StoryId, readonly string[]>>;

export interface Family {
  readonly id: keyof typeof table;
  readonly faults: readonly Fault[];
}

/** Longer than a person likes to wait, shorter than any product gives up after. Milliseconds. */
const late = 1_500;

const bearable = (fault: Fault): Fault => (fault.delay === undefined ? fault : withDelay(fault, late));

const isFamily = (id: string): id is Family['id'] => id in table;

export const families: readonly Family[] = Object.keys(table)
  .filter(isFamily)
  .map((id) => ({ id, faults: table[id].map((name) => bearable(faultNamed(name))) }));
