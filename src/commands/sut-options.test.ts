import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { embeddedDefaults } from '../config/defaults.ts';
import { sutSettingsSchema } from '../config/sut-settings.ts';
import { UsageError } from '../errors.ts';
import { addSutOptions, sutSettingsOf, whoSignsIn, type SutOptions } from './sut-options.ts';

process.env['SUT_TEST_SECRET'] = 's3cret';

const optionsOf = (...args: string[]) =>
  addSutOptions(new Command().exitOverride().configureOutput({ writeErr: () => undefined }))
    .parse(args, { from: 'user' })
    .opts<SutOptions>();

const settingsOf = (...args: string[]) => sutSettingsOf(optionsOf(...args));

const consoleUrl = ['--console-url', 'http://localhost:8084'];
const portalUrl = ['--portal-url', 'http://localhost:8085'];
const managementUrl = ['--management-url', 'http://localhost:8083/management'];

for (const [what, args, expected] of [
  ['nothing said', [], { kind: 'reference', mode: 'as-apim-3.20' }],
  ['another mode', ['--mode', 'correct'], { kind: 'reference', mode: 'correct' }],
  [
    'an APIM that runs already',
    ['--sut', 'apim', ...consoleUrl, ...portalUrl, ...managementUrl],
    {
      kind: 'apim',
      run: {
        how: 'attach',
        consoleUrl: 'http://localhost:8084',
        portalUrl: 'http://localhost:8085',
        managementUrl: 'http://localhost:8083/management',
      },
    },
  ],
] as const)
  test(`the product: ${what}`, () => {
    const settings = settingsOf(...args);
    assert.deepEqual(settings, expected);
    assert.deepEqual(sutSettingsSchema.parse(settings), expected);
  });

for (const [what, args, sentence] of [
  ['no Console', ['--sut', 'apim', ...portalUrl, ...managementUrl], /^--sut apim needs --console-url/],
  ['no Portal', ['--sut', 'apim', ...consoleUrl, ...managementUrl], /^--sut apim needs --portal-url/],
  ['no Management API', ['--sut', 'apim', ...consoleUrl, ...portalUrl], /^--sut apim needs --management-url/],
  ['no address', ['--sut', 'apim', '--console-url', 'localhost:8084'], /"localhost:8084" is no http or https address/],
  ['an address for the stand-in', [...consoleUrl], /is the address of a running APIM\. Give --sut apim with it/],
] as const)
  test(`a usage error: ${what}`, () => {
    assert.throws(
      () => settingsOf(...args),
      (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, sentence);
        return true;
      },
    );
  });

test('the administrator: as given, the password by reference; as in the settings otherwise', () => {
  const settings = embeddedDefaults();
  assert.deepEqual(whoSignsIn(settings, optionsOf()), { admin: { username: 'admin', password: 'admin' } });
  assert.deepEqual(whoSignsIn(settings, optionsOf('--user', 'boss', '--password', '${SUT_TEST_SECRET}')), {
    admin: { username: 'boss', password: 's3cret' },
  });
  assert.throws(() => whoSignsIn(settings, optionsOf('--password', '${SUT_TEST_NOTHING}')), UsageError);
});
