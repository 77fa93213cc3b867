import type { ProbeCase } from '../case.ts';
import { refusalCase } from './refusal-case.ts';

/** What a client chooses that only the IdP may choose, and power that registering gives nobody. */
export const powerCases: readonly ProbeCase[] = [
  refusalCase({
    name: 'choose-client-id',
    title: 'register a Web client that chooses its own identifier and secret',
    wrong(probe) {
      const secret = `chosen-${probe.prefix}secret-0123456789-0123456789`;
      probe.hide(secret);
      return { client_id: `${probe.prefix}chosen`, client_secret: secret };
    },
  }),
  ...[
    'password',
    'urn:ietf:params:oauth:grant-type:token-exchange',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'urn:openid:params:grant-type:ciba',
  ].map((grant) =>
    refusalCase({
      name: `ask-grant-${grant.split(/[:/]/).at(-1) ?? grant}`,
      title: `register a Backend to Backend client with the grant ${grant}`,
      type: 'b2b',
      wrong: { grant_types: ['client_credentials', grant] },
    }),
  ),
  refusalCase({
    name: 'ask-admin-scope',
    title: 'register a Backend to Backend client with the scope that opens the registration endpoint',
    type: 'b2b',
    needs: ['admin-scope'],
    wrong: ({ subject }) => ({ scope: subject.scope }),
  }),
];
