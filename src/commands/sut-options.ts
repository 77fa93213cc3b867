import { Option, type Command } from 'commander';
import { embeddedBaseline } from '../config/defaults.ts';
import { secretOrReference } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import { modes, type ReferenceSettings, type SutSettings } from '../config/sut-settings.ts';
import { UsageError } from '../errors.ts';
import { notEmpty } from './options.ts';

/** What `--sut` and its company say; every one but the first is only for some products. */
export interface SutOptions {
  sut: 'reference' | 'reference-image' | 'apim';
  mode: ReferenceSettings['mode'];
  consoleUrl?: string;
  portalUrl?: string;
  managementUrl?: string;
  user?: string;
  password?: string;
}

const products: readonly SutOptions['sut'][] = ['reference', 'reference-image', 'apim'];

const httpUrl = (value: string): string => {
  if (/^https?:$/.test(URL.parse(notEmpty(value))?.protocol ?? '')) return value;
  throw new UsageError(`"${value}" is no http or https address.`);
};

const address = (flags: string, says: string) => new Option(flags, says).argParser(httpUrl);

/** Adds the options that say which product a run is with. */
export function addSutOptions(command: Command): Command {
  const options = [
    new Option(
      '--sut <product>',
      'the product: the stand-in in this process or as a container, or an APIM that runs already',
    )
      .choices(products)
      .default('reference'),
    new Option('--mode <mode>', 'reference: which product the stand-in behaves as')
      .choices([...modes])
      .default('as-apim-3.20'),
    address('--console-url <url>', 'apim: its Console'),
    address('--portal-url <url>', 'apim: its Developer Portal'),
    address('--management-url <url>', 'apim: its Management API, such as http://localhost:8083/management'),
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
  const { sut, mode, consoleUrl, portalUrl, managementUrl } = options;
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
    },
  };
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

/** The deviations that are known of the product before anybody has looked. */
export const baselineFor = (sut: SutSettings): string | null =>
  sut.kind === 'reference' ? embeddedBaseline(sut.mode) : null;
