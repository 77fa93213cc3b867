import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { Option, type Command } from 'commander';
import type { Subject } from '../../../scenarios/idp/subject.ts';
import { secretOrReference } from '../../config/environment.ts';
import { UsageError } from '../../errors.ts';
import { notEmpty } from '../options.ts';

/** What the command line says of the identity provider under test. */
export interface SubjectOptions {
  clientId?: string;
  clientSecret?: string;
  scope?: string;
  initialAccessToken?: string;
  secondClientId?: string;
  secondClientSecret?: string;
  renewEndpoint?: string;
  renewMethod: 'POST' | 'PUT' | 'PATCH';
  user?: string;
  password?: string;
  ca?: string;
  canaryHost?: string;
  load: boolean;
}

const text = (flags: string, says: string) => new Option(flags, says).argParser(notEmpty);

/** Adds the options that describe an identity provider to a command. */
export function addSubjectOptions(command: Command): Command {
  const secret = "'${VAR}' takes it from the environment";
  const options = [
    text('--client-id <id>', 'client of an administrator that may register clients'),
    text('--client-secret <secret>', `its secret; ${secret}`),
    text('--scope <scopes>', 'scopes that it asks for, such as dcr_admin'),
    text(
      '--initial-access-token <token>',
      `a static initial access token, in place of that client or where its tokens open nothing; ${secret}`,
    ),
    text('--second-client-id <id>', 'a client that may not register clients, for the rules of least privilege'),
    text('--second-client-secret <secret>', `its secret; ${secret}`),
    text('--renew-endpoint <template>', 'address of secret renewal; {#client_id} in it stands for the client id'),
    new Option('--renew-method <method>', 'method of secret renewal').choices(['POST', 'PUT', 'PATCH']).default('POST'),
    text('--user <name>', 'someone who can sign in at the IdP in a browser'),
    text('--password <password>', `the password of that user; ${secret}`),
    text('--ca <file>', 'PEM of the authority that signed the IdP’s certificate'),
    text('--canary-host <host>', 'address of this machine at which the IdP can reach a listener of the harness'),
    new Option('--load', 'also try what sends many requests at once').default(false),
  ];
  for (const option of options) command.addOption(option);
  return command;
}

/** The identity provider that an address and options mean. Throws `UsageError` with what is wrong. */
export function subjectOf(discoveryUrl: string, options: SubjectOptions): Subject {
  const { clientId, clientSecret, secondClientId, secondClientSecret, user, password } = options;
  if (!/^https?:$/.test(URL.parse(discoveryUrl)?.protocol ?? ''))
    throw new UsageError(
      `"${discoveryUrl}" is no http or https address. Give the address of the discovery document, such as https://idp.example/.well-known/openid-configuration.`,
    );
  together('--client-id', clientId, '--client-secret', clientSecret);
  together('--second-client-id', secondClientId, '--second-client-secret', secondClientSecret);
  together('--user', user, '--password', password);
  return {
    discoveryUrl,
    ...(clientId !== undefined && { clientId }),
    ...(clientSecret !== undefined && { clientSecret: secretOrReference('--client-secret', clientSecret) }),
    ...(options.scope !== undefined && { scope: options.scope }),
    ...(options.initialAccessToken !== undefined && {
      initialAccessToken: secretOrReference('--initial-access-token', options.initialAccessToken),
    }),
    ...(secondClientId !== undefined && { secondClientId }),
    ...(secondClientSecret !== undefined && {
      secondClientSecret: secretOrReference('--second-client-secret', secondClientSecret),
    }),
    ...(options.renewEndpoint !== undefined && {
      renewEndpoint: options.renewEndpoint,
      renewMethod: options.renewMethod,
    }),
    ...(user !== undefined &&
      password !== undefined && { user: { name: user, password: secretOrReference('--password', password) } }),
    ...(options.load && { load: true }),
    ...(options.ca !== undefined && { ca: certificateOf(options.ca) }),
    ...(options.canaryHost !== undefined && { canaryHost: options.canaryHost }),
  };
}

function together(firstFlag: string, first: unknown, secondFlag: string, second: unknown): void {
  if ((first === undefined) === (second === undefined)) return;
  const [given, missing] = first === undefined ? [secondFlag, firstFlag] : [firstFlag, secondFlag];
  throw new UsageError(`${given} is given without ${missing}. Give both, or neither.`);
}

function certificateOf(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  } catch {
    throw new UsageError(`The certificate ${file} cannot be read. Correct --ca.`);
  }
  throw new UsageError(`${file} holds no PEM certificate. Correct --ca.`);
}

const secretFlags = {
  clientSecret: '--client-secret',
  initialAccessToken: '--initial-access-token',
  secondClientSecret: '--second-client-secret',
  password: '--password',
} as const satisfies Partial<Record<keyof SubjectOptions, string>>;

/** Options whose secret stands on the command line itself, where every user of the machine can read it. */
export const openSecrets = (options: SubjectOptions): string[] =>
  Object.entries(secretFlags)
    .filter(([name]) => !/^\$\{\w+\}$/.test(options[name as keyof typeof secretFlags] ?? '${EMPTY}'))
    .map(([, flag]) => flag);

/** Requests a second at an identity provider on another machine, unless its user says otherwise. */
export const politeRate = 4;

/** Whether requests to that address stay on this machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3). */
export function isThisMachine(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return host === 'localhost' || host.endsWith('.localhost');
  return host.startsWith('127.') || host === '::1';
}
