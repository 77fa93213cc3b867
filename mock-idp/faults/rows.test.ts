import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './index.ts';

/** How many rows the client catalogue has in the sections that know stimuli. */
const sections = { D: 28, T: 33, H: 57, M: 34, S: 18, X: 30, P: 10 };

/** The faults of each row; `*` stands for any part of a name. */
const stimuli: Readonly<Record<string, string>> = {
  'D-04': 'discovery-set-cookie',
  'D-06': 'issuer-mismatch issuer-upper-case issuer-*',
  'D-07': 'issuer-trailing-slash',
  'D-08': 'endpoints-with-query',
  'D-09': 'endpoints-with-query',
  'D-10': 'endpoints-with-query',
  'D-11': 'registration-endpoint-missing registration-endpoint-null registration-endpoint-empty',
  'D-12': 'token-endpoint-missing token-endpoint-null token-endpoint-empty',
  'D-13': 'discovery-unknown-members',
  'D-14': 'discovery-null-members',
  'D-15': 'discovery-wrong-types issuer-* *-endpoint-* auth-methods-string discovery-body-*',
  'D-16': 'discovery-status-* discovery-not-found discovery-bad-gateway',
  'D-17':
    'discovery-html discovery-bad-gateway discovery-content-type-* discovery-truncated discovery-body-empty discovery-cut',
  'D-18': 'discovery-redirect-*-same discovery-redirect-*-elsewhere discovery-redirect-*-http',
  'D-19': 'endpoints-over-http discovery-redirect-*-http',
  'D-20': '*-endpoint-elsewhere discovery-redirect-*-elsewhere',
  'D-21': 'discovery-no-store endpoints-moved',
  'D-22': 'endpoints-moved',
  'D-23': 'discovery-503-once discovery-503-* discovery-429-*',
  'D-24': 'discovery-slow discovery-never discovery-drip discovery-last-byte-late',
  'D-25': 'discovery-100-mb discovery-1-gb discovery-gzip-100-mb',
  'D-26':
    'endpoints-with-letters endpoints-with-letters-untyped discovery-non-ascii discovery-content-type-* discovery-charset-* discovery-bom',
  'D-27': '*-gzip',
  'T-10': 'basic-not-supported auth-methods-only-* auth-methods-string',
  'T-11': 'auth-methods-missing',
  'T-14': 'token-type-mac token-type-dpop token-type-*',
  'T-15': 'token-type-lower-case token-type-upper-case',
  'T-16': 'token-missing token-null token-number token-array token-object token-non-ascii',
  'T-17': 'token-empty',
  'T-18': 'token-unknown-members token-refresh',
  'T-19': 'token-scope-narrowed token-scope-missing token-scope-array',
  'T-20': 'token-expires-soon token-expired token-expiry-*',
  'T-22':
    'token-invalid-* token-unauthorized-client token-unsupported-grant-type token-unknown-error token-error-only token-error-unknown-members',
  'T-23':
    'token-bad-gateway token-html token-unauthorized-empty token-server-error-empty token-error-array token-error-null token-cut-*',
  'T-24': 'token-body-* token-truncated token-bom token-content-type-* token-charset-* token-status-*',
  'T-25': 'token-audience-required',
  'T-26': 'token-see-other-elsewhere token-redirect-*-same token-redirect-*-elsewhere token-redirect-*-http',
  'T-27': 'token-429-* token-503-*',
  'T-28': 'token-slow token-never token-drip token-last-byte-late',
  'T-29': 'token-invalid-client',
  'H-01': 'resp-minimal',
  'H-02': 'resp-status-200',
  'H-03': 'resp-status-202 resp-status-204',
  'H-04': 'resp-unknown-members',
  'H-05': 'resp-unknown-members',
  'H-06': 'resp-refresh-token-dropped resp-grants-substituted',
  'H-07': 'resp-redirect-uris-changed',
  'H-08': 'resp-name-changed',
  'H-09': 'resp-auth-method-none',
  'H-10': 'resp-scope-reduced',
  'H-11': 'resp-scope-array',
  'H-12': 'resp-null-optionals',
  'H-13': 'resp-empty-strings',
  'H-14':
    'resp-contacts-string resp-name-object resp-name-number resp-enabled-string resp-created-at-text resp-updated-at-text resp-id-number resp-domain-object resp-*-string',
  'H-15': 'resp-application-type-service',
  'H-16': 'resp-application-type-missing',
  'H-17': 'client-id-missing client-id-null client-id-empty',
  'H-18': 'client-id-number client-id-array client-id-object',
  'H-19': 'client-id-with-* client-id-long',
  'H-20': 'client-id-shared',
  'H-21': 'secret-missing secret-null secret-empty',
  'H-22': 'secret-expiry-missing',
  'H-23': 'secret-expiry-past',
  'H-24': 'secret-expiry-soon',
  'H-25': 'secret-expiry-string secret-expiry-float secret-expiry-huge secret-expiry-negative secret-expiry-null',
  'H-26': 'issued-at-*',
  'H-27': 'secret-with-* secret-number',
  'H-28': 'management-pair-missing',
  'H-29': 'management-uri-missing management-token-missing management-uri-* management-token-*',
  'H-30': 'resp-truncated',
  'H-31': 'resp-body-null resp-body-array resp-body-string resp-body-empty',
  'H-32': 'resp-name-non-ascii resp-content-type-* resp-charset-*',
  'H-33': 'resp-bom',
  'H-34': 'invalid-redirect-uri',
  'H-35': 'invalid-client-metadata error-only',
  'H-36': 'invalid-software-statement',
  'H-37': 'unapproved-software-statement',
  'H-38': 'registration-forbidden',
  'H-39': 'error-unknown-members',
  'H-40': 'error-in-message error-problem-json error-array error-null',
  'H-41': 'bad-gateway-html forbidden-html registration-html',
  'H-42': 'bad-request-empty unauthorized-empty server-error-empty',
  'H-43': 'error-with-markup error-long error-with-line-breaks error-with-bidi-marks registration-error-latin1',
  'H-44': 'invalid-token invalid-token-once unauthorized-bare bearer-invalid-request',
  'H-45': 'insufficient-scope',
  'H-46': 'registration-429-*',
  'H-47': 'unavailable-503 registration-503-*',
  'H-48': 'registration-slow registration-never registration-drip registration-last-byte-late',
  'H-49': 'cut-head cut-body',
  'H-50': 'registration-redirect-307-same registration-redirect-308-same',
  'H-51': 'see-other-elsewhere registration-redirect-*-same registration-redirect-*-elsewhere',
  'H-52': 'registration-redirect-*-http',
  'H-53': 'resp-set-cookie token-set-cookie',
  'M-01': 'management-uri-with-query',
  'M-05': 'resp-unknown-members',
  'M-08': 'resp-scope-array update-scope-array',
  'M-11':
    'update-refused update-invalid-* update-not-found update-server-error update-bad-gateway update-429-* update-503-* update-truncated',
  'M-12': 'update-secret-changed',
  'M-13': 'update-token-changed',
  'M-14': 'update-pair-missing update-token-missing update-body-*',
  'M-15': 'update-cut',
  'M-16': 'update-slow update-never update-drip update-last-byte-late',
  'M-17': 'update-client-id-changed',
  'M-19': 'management-pair-missing',
  'M-27': 'delete-*',
  'M-28': 'management-uri-elsewhere',
  'M-29': 'management-uri-elsewhere management-uri-link-local',
  'M-30': 'management-uri-relative management-uri-empty management-uri-array',
  'M-31': 'management-uri-unreachable',
  'S-03': 'client-id-with-dot-segments client-id-with-question-mark',
  'S-06': 'renewal-status-400 renewal-status-415',
  'S-08': 'renewal-partial',
  'S-09': 'renewal-secret-missing renewal-secret-null renewal-secret-empty renewal-body-empty',
  'S-11': 'renewal-status-* renewal-429-* renewal-503-* renewal-cut',
  'S-12': 'resp-body-null renewal-body-null renewal-body-array renewal-truncated',
  'S-17': 'renewal-slow renewal-never renewal-drip renewal-last-byte-late',
  'X-01': 'endpoints-over-http management-uri-over-http token-redirect-*-http',
  'X-12': 'invalid-token',
  'X-17': '*-endpoint-link-local *-redirect-*-link-local',
  'X-18': 'management-uri-link-local',
  'X-19': 'see-other-elsewhere token-see-other-elsewhere registration-redirect-*-elsewhere token-redirect-*-elsewhere',
  'X-20': '*-100-mb *-1-gb *-gzip-100-mb *-drip *-last-byte-late *-never',
  'X-21': 'token-with-line-break token-non-ascii management-token-with-line-break',
  'X-23': 'error-with-line-breaks',
  'P-01': 'discovery-not-found discovery-html discovery-bad-gateway',
  'X-24': 'error-with-markup resp-name-markup resp-uris-script secret-with-markup client-id-with-markup',
};

/** Why a row has no fault. */
const without: readonly (readonly [reason: string, rows: string])[] = [
  ['a rule over the requests of a usual run', 'D-01 D-05 T-01 T-02 T-03 T-06 T-07 T-12 T-13 T-31 X-08'],
  ['the address that the administrator types decides', 'D-02 D-03 X-16'],
  ['the mock listens on ::1', 'D-28'],
  ['the scope that the administrator types decides', 'T-04 T-05'],
  ['the admin client has such an id and such a secret', 'T-08 T-09'],
  ['an initial access token of the view is configured', 'T-30'],
  ['many registrations one after another', 'T-21 T-33 X-30'],
  ['the IdP has TLS and asks for certificates, which no answer shows', 'T-32 X-02 X-03 X-04 X-05 X-06 X-07'],
  ['a step of the product fails after the registration', 'H-54'],
  ['state compared, no stimulus', 'H-55 H-56 H-57 S-07 S-15'],
  ['a rule over a usual update', 'M-02 M-03 M-06 M-07 M-09 M-10 M-18 M-20 M-21 M-23'],
  ['a request to the product is the stimulus', 'M-04 M-22 M-32 X-22 X-25 X-26 X-27'],
  ['the client is changed at the IdP, not in an answer', 'M-24'],
  ['the life of the application in the product is the stimulus', 'M-25 M-26 M-33 M-34'],
  ['a rule over a usual renewal', 'S-01 S-02 S-05 S-13 S-14 S-16'],
  ['the view rotates the token', 'S-10'],
  ['the renewal address that the administrator types decides', 'S-04 S-18'],
  ['what the product shows, logs and stores is searched', 'X-09 X-10 X-11 X-13 X-14 X-15 X-29'],
  ['about the IdP, not about its client', 'X-28'],
  ['what the administrator types, or what the product is, decides', 'P-02 P-04 P-05 P-06 P-07 P-08 P-09 P-10'],
  ['the same answers as D-11', 'P-03'],
];

const reasons = new Map(without.flatMap(([reason, rows]) => rows.split(' ').map((row) => [row, reason] as const)));

const matches = (pattern: string, name: string) => new RegExp(`^${pattern.replaceAll('*', '.+')}$`).test(name);

const namesOf = (row: string) => faults.filter(({ rows }) => rows?.includes(row)).map(({ name }) => name);

test('every row has faults, or a reason why it needs none', () => {
  const rows = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}-${String(index + 1).padStart(2, '0')}`),
  );
  assert.deepEqual([...Object.keys(stimuli), ...reasons.keys()].sort(), rows.sort());
});

test('the faults of a row are the ones that are named here', () => {
  for (const [row, listed] of Object.entries(stimuli)) {
    const patterns = listed.split(' ');
    for (const pattern of patterns)
      assert.ok(
        namesOf(row).some((name) => matches(pattern, name)),
        `${row}: no ${pattern}`,
      );
    for (const name of namesOf(row))
      assert.ok(
        patterns.some((pattern) => matches(pattern, name)),
        `${row}: and ${name}`,
      );
  }
});

test('no fault is for a row that needs none', () => {
  for (const [row, reason] of reasons) assert.deepEqual(namesOf(row), [], `${row}: ${reason}`);
});
