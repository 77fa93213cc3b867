import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { embeddedDefaults } from '../config/defaults.ts';
import { sutSettingsSchema } from '../config/sut-settings.ts';
import { UsageError } from '../errors.ts';
import { addSutOptions, recorderOf, sutSettingsOf, whoSignsIn, type SutOptions } from './sut-options.ts';

process.env['SUT_TEST_SECRET'] = 's3cret';
process.env['SUT_TEST_SECRET_TEXT'] = 'not base64!';
process.env['SUT_TEST_LICENCE'] = 'bGljZW5j\nZQ==\n';

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
  [
    'an APIM that does not tell its version',
    ['--sut', 'apim', ...consoleUrl, ...portalUrl, ...managementUrl, '--sut-version', '4.10'],
    {
      kind: 'apim',
      run: {
        how: 'attach',
        consoleUrl: 'http://localhost:8084',
        portalUrl: 'http://localhost:8085',
        managementUrl: 'http://localhost:8083/management',
        version: '4.10',
      },
    },
  ],
  [
    'APIM by tag',
    ['--sut', 'apim:3.20.32'],
    { kind: 'apim', run: { how: 'image', tag: '3.20.32', registry: 'graviteeio' } },
  ],
  [
    'APIM by tag from a registry of one’s own, with a licence by reference',
    [
      ...['--sut', 'apim:4.12.17', '--registry', 'registry.example/apim/', '--licence', '${SUT_TEST_LICENCE}'],
      ...['--mongo-image', 'registry.example/mongo:6'],
    ],
    {
      kind: 'apim',
      run: {
        how: 'image',
        tag: '4.12.17',
        registry: 'registry.example/apim',
        licence: 'bGljZW5jZQ==',
        mongo: 'registry.example/mongo:6',
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
  ['a tag that is too old', ['--sut', 'apim:3.19.0'], /^APIM 3\.19\.0 is not known: 3\.20 is the oldest/],
  [
    'a version of images',
    ['--sut', 'apim:4.12.17', '--sut-version', '4.12'],
    /^--sut-version is for an APIM that runs/,
  ],
  ['a tag and an address', ['--sut', 'apim:4.12.17', ...consoleUrl], /starts images; .+ is an address/],
  [
    'no licence file',
    ['--sut', 'apim:4.12.17', '--licence', 'nowhere.key'],
    /^The licence nowhere\.key cannot be read/,
  ],
  ['a licence that is none', ['--sut', 'apim:4.12.17', '--licence', '${SUT_TEST_SECRET_TEXT}'], /is no base64/],
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

test('the recorder: where the product reaches it, at any port or the one that is given', () => {
  assert.deepEqual(recorderOf(optionsOf()), {});
  assert.deepEqual(recorderOf(optionsOf('--recorder-url', 'http://host.docker.internal')), {
    recorder: { host: '0.0.0.0', publicUrl: 'http://host.docker.internal:0' },
  });
  assert.deepEqual(recorderOf(optionsOf('--recorder-url', 'https://ci.example:9443', '--recorder-host', '10.0.0.2')), {
    recorder: { host: '10.0.0.2', publicUrl: 'https://ci.example:9443', port: 9443 },
  });
});

test('the administrator: as given, the password by reference; as in the settings otherwise', () => {
  const settings = embeddedDefaults();
  assert.deepEqual(whoSignsIn(settings, optionsOf()), { admin: { username: 'admin', password: 'admin' } });
  assert.deepEqual(whoSignsIn(settings, optionsOf('--user', 'boss', '--password', '${SUT_TEST_SECRET}')), {
    admin: { username: 'boss', password: 's3cret' },
  });
  assert.throws(() => whoSignsIn(settings, optionsOf('--password', '${SUT_TEST_NOTHING}')), UsageError);
});
