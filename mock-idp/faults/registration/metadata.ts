import { inTurn, mapMember, onlyMembers, withMembers, withoutMembers, type Change } from '../change.ts';
import { defineFaults, type FaultTable } from '../define.ts';

const answer = 'the registration answer';

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What the server made of the request: RFC 7591 §3.2.1 lets it substitute any member. */
const substituted: FaultTable = {
  'resp-refresh-token-dropped': {
    says: `${answer} leaves refresh_token out of the grant types`,
    rows: ['H-06'],
    change: mapMember('grant_types', (types) =>
      listed(types).includes('refresh_token') ? listed(types).filter((type) => type !== 'refresh_token') : types,
    ),
  },
  'resp-grants-substituted': {
    says: `${answer} has other grant types than any application asks for`,
    rows: ['H-06'],
    change: withMembers({ grant_types: ['urn:ietf:params:oauth:grant-type:device_code'] }),
  },
  'resp-redirect-uris-changed': {
    says: `${answer} has a final slash more on each redirect URI`,
    rows: ['H-07'],
    change: mapMember('redirect_uris', (uris) =>
      listed(uris).length === 0 ? uris : listed(uris).map((uri) => `${String(uri)}/`),
    ),
  },
  'resp-name-changed': {
    says: `${answer} has another client_name`,
    rows: ['H-08'],
    change: withMembers({ client_name: 'Renamed by the provider' }),
  },
  'resp-auth-method-none': {
    says: `${answer} makes a public client of a confidential one`,
    rows: ['H-09'],
    change: inTurn(
      withMembers({ token_endpoint_auth_method: 'none' }),
      withoutMembers('client_secret', 'client_secret_expires_at'),
    ),
  },
  'resp-scope-reduced': {
    says: `${answer} has less scope than was asked for`,
    rows: ['H-10'],
    change: withMembers({ scope: 'email' }),
  },
  'resp-application-type-service': {
    says: `${answer} has an application_type that no specification knows`,
    rows: ['H-15'],
    change: withMembers({ application_type: 'service' }),
  },
  'resp-application-type-missing': {
    says: `${answer} has no application_type`,
    rows: ['H-16'],
    change: withoutMembers('application_type'),
  },
};

/** Names that are free for an IdP to use; APIM reads `id`, `domain`, `enabled` and both times as its own (3.20 to 4.13). */
const wrongTypes: FaultTable = Object.fromEntries(
  (
    [
      ['contacts-string', 'contacts as a string', { contacts: 'admin@idp.example' }],
      ['name-object', 'client_name as an object', { client_name: { en: 'app' } }],
      ['name-number', 'client_name as a number', { client_name: 7 }],
      ['redirect-uris-string', 'redirect_uris as a string', { redirect_uris: 'https://app.example/cb' }],
      ['grant-types-string', 'grant_types as a string', { grant_types: 'authorization_code' }],
      ['response-types-string', 'response_types as a string', { response_types: 'code' }],
      ['id-number', 'an id of its own that is a number', { id: 7 }],
      ['domain-object', 'a domain of its own that is an object', { domain: { name: 'd' } }],
      ['enabled-string', 'an enabled of its own that is a string', { enabled: 'yes' }],
      ['created-at-text', 'a created_at of its own that is a text', { created_at: 'yesterday' }],
      ['updated-at-text', 'an updated_at of its own that is a text', { updated_at: '2026-01-01T00:00:00Z' }],
    ] as const
  ).map(([what, says, members]) => [
    `resp-${what}`,
    { says: `${answer} has ${says}`, rows: ['H-14'], change: withMembers(members) },
  ]),
);

const set = (row: string, says: string, change: Change, ...more: string[]) => ({
  says: `${answer} has ${says}`,
  rows: [row, ...more],
  change,
});

export const registrationMetadataFaults = defineFaults('registration', substituted, wrongTypes, {
  'resp-minimal': set('H-01', 'a client_id and nothing else', onlyMembers('client_id')),
  'resp-unknown-members': set(
    'H-04',
    'members that no specification knows, one of them nested',
    withMembers({ x_unknown: 'value', x_unknown_number: 1.5, x_unknown_nested: { list: [{ deep: [1, 2, 3] }] } }),
    'H-05',
    'M-05',
  ),
  'resp-scope-array': set('H-11', 'scope as an array of strings', withMembers({ scope: ['openid'] }), 'M-08'),
  'resp-null-optionals': set(
    'H-12',
    'optional members that are null',
    withMembers({ logo_uri: null, client_uri: null, contacts: null, jwks: null }),
  ),
  'resp-empty-strings': set(
    'H-13',
    'optional members of no characters',
    withMembers({ logo_uri: '', client_uri: '', policy_uri: '', tos_uri: '', jwks_uri: '' }),
  ),
  'resp-name-non-ascii': set(
    'H-32',
    'a client_name with letters outside of ASCII',
    withMembers({ client_name: 'Übermaß café 身份' }),
  ),
  'resp-name-markup': set(
    'X-24',
    'markup in its client_name',
    withMembers({ client_name: '<img src=x onerror=alert(1)>"\'</textarea>' }),
  ),
  'resp-uris-script': set(
    'X-24',
    'addresses that are scripts',
    withMembers({ logo_uri: 'javascript:alert(1)', client_uri: 'javascript:alert(1)' }),
  ),
});
