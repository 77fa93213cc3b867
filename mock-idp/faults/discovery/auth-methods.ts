import { withMembers, withoutMembers } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';

const member = 'token_endpoint_auth_methods_supported';

/** RFC 8414 §2; the last is from RFC 8705. */
const only: FaultTable = Object.fromEntries(
  ['client_secret_post', 'private_key_jwt', 'tls_client_auth', 'none'].map((method) => [
    `auth-methods-only-${method.replaceAll('_', '-')}`,
    {
      says: `discovery says that the token endpoint takes ${method} and nothing else`,
      rows: ['T-10'],
      change: withMembers({ [member]: [method] }),
    },
  ]),
);

export const authMethodFaults = defineFaults(
  'discovery',
  {
    'basic-not-supported': {
      says: 'discovery says that the token endpoint takes no client_secret_basic',
      rows: ['T-10'],
      change: withMembers({ [member]: ['client_secret_post', 'private_key_jwt'] }),
    },
  },
  only,
  {
    'auth-methods-missing': {
      says: 'discovery does not say how a client may authenticate, which means client_secret_basic',
      rows: ['T-11'],
      change: withoutMembers(member),
    },
    'auth-methods-string': {
      says: 'discovery names the ways to authenticate in a string',
      rows: ['D-15', 'T-10'],
      change: withMembers({ [member]: 'client_secret_basic' }),
    },
  },
);
