import { Option, type Command } from 'commander';
import { modes, type ReferenceSettings } from '../config/sut-settings.ts';
import { notEmpty, portNumber } from './options.ts';
import { untilStopped } from './until-stopped.ts';

interface ReferenceOptions {
  mode: ReferenceSettings['mode'];
  licence: 'enterprise' | 'oss';
  host: string;
  apiPort: number;
  consolePort: number;
  portalPort: number;
}

const log = (line: string) => void process.stderr.write(`${line}\n`);

const port = (flag: string, says: string) => new Option(`--${flag} <port>`, says).argParser(portNumber).default(0);

/** `dcrh reference`: the stand-in for APIM alone, until it is stopped. */
export function addReference(program: Command, done: (code: number) => void): void {
  program
    .command('reference')
    .description('run the stand-in for Gravitee APIM (REST API, Console, Portal) alone, until Ctrl-C')
    .addOption(new Option('--mode <mode>', 'which product it behaves as').choices([...modes]).default('as-apim-3.20'))
    .addOption(
      new Option('--licence <licence>', 'oss: without the feature apim-dcr-registration, as 4.x without a licence file')
        .choices(['enterprise', 'oss'])
        .default('enterprise'),
    )
    .addOption(new Option('--host <address>', 'address to listen on').argParser(notEmpty).default('127.0.0.1'))
    .addOption(port('api-port', 'port of the REST API; 0 takes any free one'))
    .addOption(port('console-port', 'port of the Console'))
    .addOption(port('portal-port', 'port of the Developer Portal'))
    .action(async ({ mode, licence, host, apiPort, consolePort, portalPort }: ReferenceOptions) => {
      const { startReferenceApim } = await import('../../reference-apim/reference-apim.ts');
      const ports = { api: apiPort, console: consolePort, portal: portalPort };
      await using apim = await startReferenceApim({ mode, licence, host, ports, log });
      process.stdout.write(
        [
          `Console  ${apim.consoleUrl}`,
          `Portal   ${apim.portalUrl}`,
          `REST     ${apim.managementUrl}  ${apim.portalApiUrl}`,
          '',
        ].join('\n'),
      );
      done(await untilStopped());
    });
}
