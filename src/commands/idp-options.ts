import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { secretFromEnvironment } from '../config/environment.ts';
import type { IdpSettings } from '../config/idp-settings.ts';
import { UsageError } from '../errors.ts';
import { generationOf, publicRegistry } from '../target/idp/gravitee-am/images.ts';
import { notEmpty } from './options.ts';

/** What `--idp` and its company say; every one but the first is only for some kinds. */
export interface IdpOptions {
  /** A kind; `gravitee-am:4.6.34` is AM by the tag of its images. */
  idp: string;
  idpProfile: 'strict' | 'gravitee';
  idpControlUrl?: string;
  discoveryUrl?: string;
  idpClientId?: string;
  idpClientSecretEnv?: string;
  idpScope?: string;
  initialAccessTokenEnv?: string;
  idpUrl?: string;
  idpGatewayUrl?: string;
  idpConsoleUrl?: string;
  idpVersion?: string;
  idpUser?: string;
  idpPasswordEnv?: string;
  idpHome?: string;
  idpImage?: string;
  /** Said with the product's options. */
  registry?: string;
  mongoImage?: string;
  idpCa?: string;
  tls: boolean;
}

const kinds = ['mock', 'mock-image', 'keycloak', 'gravitee-am', 'lemonldap', 'generic'] as const;
type Kind = (typeof kinds)[number];

const kindOf = (value: string): Kind | undefined => kinds.find((one) => one === value);

/** The tag of `gravitee-am:4.6.34`. */
const tagIn = (value: string): string | undefined => /^gravitee-am:([\w][\w.-]*)$/.exec(value)?.[1];

function idpName(value: string): string {
  if (kindOf(value) !== undefined || tagIn(value) !== undefined) return value;
  throw new InvalidArgumentError(`It must be one of ${kinds.join(', ')}, or gravitee-am:TAG.`);
}

const httpUrl = (value: string): string => {
  if (/^https?:$/.test(URL.parse(notEmpty(value))?.protocol ?? '')) return value;
  throw new UsageError(`"${value}" is no http or https address.`);
};

const text = (flags: string, says: string) => new Option(flags, says).argParser(notEmpty);
const address = (flags: string, says: string) => new Option(flags, says).argParser(httpUrl);

/** Adds the options that say which IdP a run is with. */
export function addIdpOptions(command: Command): Command {
  const options = [
    new Option(
      '--idp <kind>',
      `the identity provider behind the recorder: ${kinds.join(', ')}, or gravitee-am:TAG; mock-image: the mock as a container`,
    )
      .argParser(idpName)
      .default('mock'),
    new Option('--idp-profile <profile>', 'how the mock IdP treats application types')
      .choices(['strict', 'gravitee'])
      .default('gravitee'),
    address('--idp-control-url <url>', 'a mock IdP that runs already: its origin'),
    address('--discovery-url <url>', 'generic, lemonldap: address of the discovery document'),
    text('--idp-client-id <id>', 'generic, lemonldap: client whose token opens registration'),
    text('--idp-client-secret-env <name>', 'environment variable with its secret'),
    text('--idp-scope <scopes>', 'scopes that it asks for'),
    text('--initial-access-token-env <name>', 'generic: environment variable with an initial access token'),
    address('--idp-url <url>', 'keycloak: the server; gravitee-am: the server of the Management API'),
    address('--idp-gateway-url <url>', 'gravitee-am: the gateway'),
    address('--idp-console-url <url>', 'gravitee-am: the console, in which the tutorial prepares AM'),
    text('--idp-version <version>', 'gravitee-am: version of that console, such as 4.6, when it does not tell it'),
    text('--idp-user <name>', 'keycloak, gravitee-am: administrator').default('admin'),
    text('--idp-password-env <name>', 'environment variable with the password of that user'),
    text('--idp-home <folder>', 'keycloak: start this unpacked distribution'),
    text('--idp-image <name>', 'keycloak: start this image; gravitee-am: tag of the images to start'),
    text('--idp-ca <file>', 'PEM of the authority that signed the IdP’s certificate'),
    new Option('--tls', 'the recorder serves over https, with an authority made for the run').default(false),
  ];
  for (const option of options) command.addOption(option);
  return command;
}

/** Which IdP the options mean. Throws `UsageError` with the option that is missing. */
export function idpSettingsOf(options: IdpOptions): IdpSettings {
  const kind = tagIn(options.idp) === undefined ? kindOf(options.idp) : 'gravitee-am';
  switch (kind) {
    case undefined:
      throw new UsageError(`"${options.idp}" is no kind of IdP.`);
    case 'mock': {
      const { idpProfile: profile, idpControlUrl: controlUrl } = options;
      return { kind: 'mock', profile, ...(controlUrl !== undefined && { controlUrl }) };
    }
    case 'mock-image':
      return { kind: 'mock', profile: options.idpProfile, run: 'image' };
    case 'keycloak':
      return { kind: 'keycloak', run: keycloakRun(options) };
    case 'gravitee-am':
      return { kind: 'gravitee-am', run: amRun(options) };
    case 'lemonldap':
      return { kind: 'lemonldap', discoveryUrl: discoveryOf(options), ...clientOf(options), ...caOf(options) };
    case 'generic':
      return { kind: 'generic', discoveryUrl: discoveryOf(options), access: accessOf(options), ...caOf(options) };
  }
}

type Run<K extends 'keycloak' | 'gravitee-am'> = Extract<IdpSettings, { kind: K }>['run'];

const keycloakImage = 'quay.io/keycloak/keycloak:26.5.0';

function keycloakRun(options: IdpOptions): Run<'keycloak'> {
  const { idpUrl: url, idpHome: home, idpImage: image = keycloakImage } = options;
  if (url !== undefined) return { how: 'attach', url, ...administratorOf(options), ...caOf(options) };
  if (home !== undefined) return { how: 'distribution', home: resolve(home) };
  return { how: 'image', image };
}

const amTag = '4.12';

function amRun(options: IdpOptions): Run<'gravitee-am'> {
  const { idpUrl: managementUrl, idpGatewayUrl, idpImage, registry = publicRegistry, mongoImage: mongo } = options;
  const tag = tagIn(options.idp) ?? idpImage ?? amTag;
  if (managementUrl === undefined) {
    generationOf(tag);
    return { how: 'image', tag, registry: registry.replace(/\/+$/, ''), ...(mongo !== undefined && { mongo }) };
  }
  const gatewayUrl = needed(idpGatewayUrl, '--idp-gateway-url', options);
  return {
    how: 'attach',
    managementUrl,
    gatewayUrl,
    ...administratorOf(options),
    ...caOf(options),
    ...consoleOf(options),
  };
}

function consoleOf({ idpConsoleUrl: url, idpVersion: version }: IdpOptions): {
  console?: { url: string; version?: string };
} {
  if (url === undefined) return {};
  return { console: { url, ...(version !== undefined && { version }) } };
}

function needed(value: string | undefined, flag: string, { idp }: IdpOptions): string {
  if (value !== undefined) return value;
  throw new UsageError(`--idp ${idp} needs ${flag}. See docs/idps.md.`);
}

const discoveryOf = (options: IdpOptions) => needed(options.discoveryUrl, '--discovery-url', options);

const administratorOf = (options: IdpOptions) => ({
  username: options.idpUser ?? 'admin',
  password: secretFromEnvironment(needed(options.idpPasswordEnv, '--idp-password-env', options)),
});

const clientOf = (options: IdpOptions) => ({
  clientId: needed(options.idpClientId, '--idp-client-id', options),
  clientSecret: secretFromEnvironment(needed(options.idpClientSecretEnv, '--idp-client-secret-env', options)),
  scope: options.idpScope ?? '',
});

function accessOf(options: IdpOptions): Extract<IdpSettings, { kind: 'generic' }>['access'] {
  const { initialAccessTokenEnv: token } = options;
  if (token === undefined) return { by: 'client-credentials', ...clientOf(options) };
  return { by: 'initial-access-token', token: secretFromEnvironment(token) };
}

function caOf({ idpCa: file }: IdpOptions): { ca?: string } {
  if (file === undefined) return {};
  try {
    return { ca: readFileSync(file, 'utf8') };
  } catch {
    throw new UsageError(`The certificate ${file} cannot be read. Correct --idp-ca.`);
  }
}
