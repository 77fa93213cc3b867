import { interoperability, rfc7591 } from '../../specs.ts';
import { stringsOf } from '../../select.ts';
import { defineIdpChecks } from '../define.ts';
import { isRefusedOr } from './demands.ts';
import { refusalCheck } from './refusal-check.ts';

const mighty = [
  'password',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'urn:openid:params:grant-type:ciba',
];

const scopesOf = (scope: unknown): readonly string[] => (typeof scope === 'string' ? scope.split(' ') : []);

/** Power that registering gives nobody. */
export const power = defineIdpChecks(
  refusalCheck({
    id: 'IE-35',
    slug: 'identifier-not-chosen-by-client',
    title: 'lets no client choose its own identifier or secret',
    spec: [rfc7591('3.2.1'), rfc7591('2')],
    level: 'MUST',
    of: ['choose-client-id'],
    demand: isRefusedOr(
      'a client with an identifier and a secret of the IdP',
      (answered, asked) =>
        answered['client_id'] !== asked['client_id'] &&
        (answered['client_secret'] === undefined || answered['client_secret'] !== asked['client_secret']) &&
        !String(answered['client_id']).startsWith('registered-all'),
    ),
    why: 'A client takes the place of another one.',
  }),
  refusalCheck({
    id: 'IE-45',
    slug: 'mighty-grants-not-given',
    title: 'gives nobody a grant of higher power for the asking',
    spec: [rfc7591('5'), interoperability],
    level: 'SEC',
    of: ['ask-grant-token-exchange', 'ask-grant-jwt-bearer', 'ask-grant-ciba', 'ask-grant-password'],
    demand: isRefusedOr(
      'a client without it',
      ({ grant_types: grants }) =>
        grants === undefined || stringsOf(grants)?.some((grant) => mighty.includes(grant)) === false,
    ),
    why: 'A client collects passwords, or turns one token into another, without any administrator.',
    wrong: { grant_types: ['client_credentials', 'password'] },
  }),
  refusalCheck({
    id: 'IE-46',
    slug: 'admin-scope-not-given',
    title: 'gives no client the scope that opens the registration endpoint',
    spec: [rfc7591('5'), interoperability],
    level: 'SEC',
    of: ['ask-admin-scope'],
    demand: isRefusedOr(
      'a client without it',
      (answered, asked) =>
        answered['client_id'] !== undefined &&
        !scopesOf(asked['scope']).some((scope) => scopesOf(answered['scope']).includes(scope)),
    ),
    why: 'A registered client registers others, which register others.',
    wrong: { scope: 'dcr_admin' },
  }),
);
