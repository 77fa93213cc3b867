import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { idpSettingsSchema } from '../config/idp-settings.ts';
import { UsageError } from '../errors.ts';
import { addIdpOptions, idpSettingsOf, type IdpOptions } from './idp-options.ts';

process.env['IDP_TEST_SECRET'] = 's3cret';

const settingsOf = (...args: string[]) => {
  const command = addIdpOptions(new Command().exitOverride().configureOutput({ writeErr: () => undefined }));
  return idpSettingsOf(command.parse(args, { from: 'user' }).opts<IdpOptions>());
};

const discovery = ['--discovery-url', 'https://idp.example/.well-known/openid-configuration'];
const client = ['--idp-client-id', 'apim', '--idp-client-secret-env', 'IDP_TEST_SECRET'];
const password = ['--idp-password-env', 'IDP_TEST_SECRET'];
const am = ['--idp', 'gravitee-am', '--idp-url', 'http://am:8093', '--idp-gateway-url', 'http://am:8092', ...password];

for (const [what, args, expected] of [
  ['nothing said', [], { kind: 'mock', profile: 'gravitee' }],
  [
    'a mock that runs already',
    ['--idp-control-url', 'http://mock:9080'],
    { kind: 'mock', profile: 'gravitee', controlUrl: 'http://mock:9080' },
  ],
  [
    'Keycloak by image',
    ['--idp', 'keycloak'],
    { kind: 'keycloak', run: { how: 'image', image: 'quay.io/keycloak/keycloak:26.5.0' } },
  ],
  [
    'Keycloak attached',
    ['--idp', 'keycloak', '--idp-url', 'https://kc.example', ...password],
    { kind: 'keycloak', run: { how: 'attach', url: 'https://kc.example', username: 'admin', password: 's3cret' } },
  ],
  [
    'AM by tag, in its name',
    ['--idp', 'gravitee-am:4.9.1'],
    { kind: 'gravitee-am', run: { how: 'image', tag: '4.9.1', registry: 'graviteeio' } },
  ],
  [
    'AM by tag',
    ['--idp', 'gravitee-am', '--idp-image', '4.6.34'],
    { kind: 'gravitee-am', run: { how: 'image', tag: '4.6.34', registry: 'graviteeio' } },
  ],
  [
    'AM attached, with its console',
    [...am, '--idp-console-url', 'http://am:8094'],
    {
      kind: 'gravitee-am',
      run: {
        how: 'attach',
        managementUrl: 'http://am:8093',
        gatewayUrl: 'http://am:8092',
        username: 'admin',
        password: 's3cret',
        console: { url: 'http://am:8094' },
      },
    },
  ],
  [
    'AM attached, with a console whose version is said',
    [...am, '--idp-console-url', 'http://am:8094', '--idp-version', '4.6.34'],
    {
      kind: 'gravitee-am',
      run: {
        how: 'attach',
        managementUrl: 'http://am:8093',
        gatewayUrl: 'http://am:8092',
        username: 'admin',
        password: 's3cret',
        console: { url: 'http://am:8094', version: '4.6.34' },
      },
    },
  ],
  [
    'any IdP with a client',
    ['--idp', 'generic', ...discovery, ...client, '--idp-scope', 'dcr'],
    {
      kind: 'generic',
      discoveryUrl: discovery[1],
      access: { by: 'client-credentials', clientId: 'apim', clientSecret: 's3cret', scope: 'dcr' },
    },
  ],
  [
    'any IdP with a token',
    ['--idp', 'generic', ...discovery, '--initial-access-token-env', 'IDP_TEST_SECRET'],
    { kind: 'generic', discoveryUrl: discovery[1], access: { by: 'initial-access-token', token: 's3cret' } },
  ],
] as const)
  test(`${what}: the settings that it means, which the run reads`, () => {
    const settings = settingsOf(...args);
    assert.deepEqual(settings, expected);
    assert.deepEqual(idpSettingsSchema.parse(JSON.parse(JSON.stringify(settings))), settings);
  });

for (const [missing, args] of [
  ['--discovery-url', ['--idp', 'generic']],
  ['--idp-client-id', ['--idp', 'lemonldap', ...discovery]],
  ['--idp-client-secret-env', ['--idp', 'generic', ...discovery, '--idp-client-id', 'a']],
  ['--idp-password-env', ['--idp', 'keycloak', '--idp-url', 'http://kc']],
  ['--idp-gateway-url', ['--idp', 'gravitee-am', '--idp-url', 'http://am', ...password]],
] as const)
  test(`without ${missing}: one sentence that names it`, () => {
    assert.throws(
      () => settingsOf(...args),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, new RegExp(` needs ${missing}\\. See docs/idps\\.md\\.$`));
        return true;
      },
    );
  });

test('an address that is none, a certificate that is not there, a variable that is empty', () => {
  assert.throws(() => settingsOf('--idp-url', 'kc:8080'), /no http or https address/);
  assert.throws(() => settingsOf('--idp', 'generic', ...discovery, ...client, '--idp-ca', '/no/such'), /--idp-ca/);
  assert.throws(
    () => settingsOf('--idp', 'lemonldap', ...discovery, '--idp-client-id', 'a', '--idp-client-secret-env', 'NO_SUCH'),
    /NO_SUCH/,
  );
});
