import { Option, type Command } from 'commander';
import { secretFromEnvironment } from '../config/environment.ts';
import { notEmpty, portNumber } from './options.ts';
import { untilStopped } from './until-stopped.ts';

interface MockOptions {
  port: number;
  host: string;
  idpProfile: 'strict' | 'gravitee';
  rotate: boolean;
  clientId: string;
  clientSecretEnv?: string;
  publicUrl?: string;
  tls: boolean;
}

/** `dcrh mock`: the mock IdP alone, until it is stopped. */
export function addMock(program: Command, done: (code: number) => void): void {
  program
    .command('mock')
    .description('run the mock IdP (oidc-provider behind the recorder) alone, until Ctrl-C')
    .addOption(new Option('--port <port>', 'port to listen on; 0 takes any free one').argParser(portNumber).default(0))
    .addOption(new Option('--host <address>', 'address to listen on').argParser(notEmpty).default('127.0.0.1'))
    .addOption(
      new Option('--idp-profile <profile>', 'how it treats application types')
        .choices(['strict', 'gravitee'])
        .default('gravitee'),
    )
    .addOption(
      new Option('--rotate', 'give a new registration access token with every update (RFC 7592 §5)').default(false),
    )
    .addOption(new Option('--client-id <id>', 'id of the admin client').argParser(notEmpty).default('apim'))
    .addOption(
      new Option('--client-secret-env <name>', 'environment variable with its secret; left out, one is made').argParser(
        notEmpty,
      ),
    )
    .addOption(
      new Option(
        '--public-url <url>',
        'scheme, host and port by which clients reach it, when that is not where it listens; port 0 stands for its own',
      ).argParser(notEmpty),
    )
    .addOption(new Option('--tls', 'serve over https, with an authority made for this run').default(false))
    .action(async (options: MockOptions) => {
      // Loaded on demand: oidc-provider takes a moment that `list` or `judge` need not wait for.
      const { runStandaloneMockIdp } = await import('../../mock-idp/standalone.ts');
      const secret = options.clientSecretEnv === undefined ? undefined : secretFromEnvironment(options.clientSecretEnv);
      const idp = await runStandaloneMockIdp({
        port: options.port,
        host: options.host,
        profile: options.idpProfile,
        rotate: options.rotate,
        tls: options.tls,
        ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
        adminClientId: options.clientId,
        ...(secret !== undefined && { adminClientSecret: secret }),
        print: (line) => process.stdout.write(`${line}\n`),
      });
      done(await untilStopped());
      await idp[Symbol.asyncDispose]();
    });
}
