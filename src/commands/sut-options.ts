import { readFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { embeddedBaseline } from '../config/defaults.ts';
import { secretOrReference } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import { modes, type ApimSettings, type ReferenceSettings, type SutSettings } from '../config/sut-settings.ts';
import { UsageError } from '../errors.ts';
import { generationOf, publicRegistry } from '../target/sut/apim/images.ts';
import { notEmpty } from './options.ts';

/** What `--sut` and its company say; every one but the first is only for some products. */
export interface SutOptions {
  /** A product; `apim:4.12.17` is APIM by the tag of its images. */
  sut: string;
  mode: ReferenceSettings['mode'];
  consoleUrl?: string;
  portalUrl?: string;
  managementUrl?: string;
  sutVersion?: string;
  registry?: string;
  licence?: string;
  mongoImage?: string;
  elasticsearchImage?: string;
  user?: string;
  password?: string;
  recorderUrl?: string;
  recorderHost: string;
}

const products = ['reference', 'reference-image', 'apim'] as const;

const isTagged = (value: string) => /^apim:[\w][\w.-]*$/.test(value);

function product(value: string): string {
  if (products.some((one) => one === value) || isTagged(value)) return value;
  throw new InvalidArgumentError(`It must be one of ${products.join(', ')}, or apim:TAG.`);
}

const httpUrl = (value: string): string => {
  if (/^https?:$/.test(URL.parse(notEmpty(value))?.protocol ?? '')) return value;
  throw new UsageError(`"${value}" is no http or https address.`);
};

function versionText(value: string): string {
  if (/^\d+\.\d+(?:[.-]|$)/.test(value)) return value;
  throw new InvalidArgumentError('Give it as "4.10" or "4.10.9".');
}

const address = (flags: string, says: string) => new Option(flags, says).argParser(httpUrl);

/** Adds the options that say which product a run is with. */
export function addSutOptions(command: Command): Command {
  const options = [
    new Option(
      '--sut <product>',
      'the product: the stand-in in this process or as a container (reference, reference-image), an APIM that runs already (apim), or its official images (apim:TAG, such as apim:4.12.17)',
    )
      .argParser(product)
      .default('reference'),
    new Option('--mode <mode>', 'reference: which product the stand-in behaves as')
      .choices([...modes])
      .default('as-apim-3.20'),
    address('--console-url <url>', 'apim: its Console'),
    address('--portal-url <url>', 'apim: its Developer Portal'),
    address('--management-url <url>', 'apim: its Management API, such as http://localhost:8083/management'),
    new Option(
      '--sut-version <version>',
      'apim: its version, such as 4.10, when its Console does not tell it',
    ).argParser(versionText),
    new Option('--registry <prefix>', 'apim:TAG, gravitee-am: where the images are, before their names')
      .argParser(notEmpty)
      .default(publicRegistry),
    new Option(
      '--licence <file>',
      "apim:TAG from 4.0 on: its license.key, or '${NAME}' of an environment variable that holds it in base64",
    ).argParser(notEmpty),
    new Option('--mongo-image <name>', 'apim:TAG, gravitee-am: another image of MongoDB').argParser(notEmpty),
    new Option('--elasticsearch-image <name>', 'apim:3.20: another image of Elasticsearch').argParser(notEmpty),
    address(
      '--recorder-url <url>',
      'apim: where product and browser reach the recorder, when that is not 127.0.0.1; without a port it gets any free one',
    ),
    new Option('--recorder-host <address>', 'the address at which the recorder then listens')
      .argParser(notEmpty)
      .default('0.0.0.0'),
    new Option('--user <name>', 'administrator of the product').argParser(notEmpty),
    new Option('--password <secret>', "password of that user, best as '${NAME}' of an environment variable").argParser(
      notEmpty,
    ),
  ];
  for (const option of options) command.addOption(option);
  return command;
}

/** Which product the options mean. Throws `UsageError` with the option that is missing or of no use. */
export function sutSettingsOf(options: SutOptions): SutSettings {
  const { sut, mode, consoleUrl, portalUrl, managementUrl, sutVersion: version } = options;
  if (version !== undefined && sut !== 'apim')
    throw new UsageError(`--sut-version is for an APIM that runs already. Give --sut apim with it.`);
  if (isTagged(sut)) return { kind: 'apim', run: imagesOf(options) };
  if (sut !== 'apim') {
    const given = consoleUrl ?? portalUrl ?? managementUrl;
    if (given !== undefined)
      throw new UsageError(`${given} is the address of a running APIM. Give --sut apim with it.`);
    return { kind: 'reference', mode, ...(sut === 'reference-image' && { run: { how: 'image' } }) };
  }
  return {
    kind: 'apim',
    run: {
      how: 'attach',
      consoleUrl: needed(consoleUrl, '--console-url'),
      portalUrl: needed(portalUrl, '--portal-url'),
      managementUrl: needed(managementUrl, '--management-url'),
      ...(version !== undefined && { version }),
    },
  };
}

type Images = Extract<ApimSettings['run'], { how: 'image' }>;

function imagesOf(options: SutOptions): Images {
  const { sut, consoleUrl, portalUrl, managementUrl, registry = publicRegistry, licence } = options;
  const given = consoleUrl ?? portalUrl ?? managementUrl;
  if (given !== undefined)
    throw new UsageError(`--sut ${sut} starts images; ${given} is an address. Give --sut apim to attach to it.`);
  const tag = sut.slice('apim:'.length);
  generationOf(tag);
  const { mongoImage: mongo, elasticsearchImage: elasticsearch } = options;
  return {
    how: 'image',
    tag,
    registry: registry.replace(/\/+$/, ''),
    ...(licence !== undefined && { licence: licenceOf(licence) }),
    ...(mongo !== undefined && { mongo }),
    ...(elasticsearch !== undefined && { elasticsearch }),
  };
}

/** The content of a licence file in base64. */
function licenceOf(given: string): string {
  if (given.startsWith('${')) return base64(secretOrReference('--licence', given));
  try {
    return readFileSync(given).toString('base64');
  } catch {
    throw new UsageError(`The licence ${given} cannot be read. Correct --licence.`);
  }
}

function base64(text: string): string {
  const compact = text.replace(/\s/g, '');
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return compact;
  throw new UsageError('The licence in the environment is no base64. Encode the file: base64 -w0 license.key.');
}

function needed(value: string | undefined, flag: string): string {
  if (value !== undefined) return value;
  throw new UsageError(`--sut apim needs ${flag}. See docs/stacks.md.`);
}

/** The administrator that was given, laid over the one of the settings. */
export const whoSignsIn = ({ admin }: Settings, { user, password }: SutOptions): Pick<Settings, 'admin'> => ({
  admin: {
    username: user ?? admin.username,
    password: password === undefined ? admin.password : secretOrReference('--password', password),
  },
});

/** Where the recorder is: a product in a container or on another machine does not find it on its own loopback. */
export function recorderOf({ recorderUrl, recorderHost: host }: SutOptions): Pick<Settings, 'recorder'> {
  if (recorderUrl === undefined) return {};
  const { protocol, hostname, port } = new URL(recorderUrl);
  const publicUrl = `${protocol}//${hostname}:${port === '' ? '0' : port}`;
  return { recorder: { host, publicUrl, ...(port !== '' && { port: Number(port) }) } };
}

/** The deviations that are known of the product before anybody has looked. */
export const baselineFor = (sut: SutSettings): string | null =>
  sut.kind === 'reference' ? embeddedBaseline(sut.mode) : null;
