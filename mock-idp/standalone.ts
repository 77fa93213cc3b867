import { UsageError } from '../src/errors.ts';
import type { IdpProfile, RunningMockIdp, SiteOptions } from './api.ts';
import { startMockIdp } from './mock-idp.ts';

export interface StandaloneOptions extends Pick<SiteOptions, 'publicUrl' | 'tls'> {
  port: number;
  host: string;
  profile: IdpProfile;
  rotate: boolean;
  adminClientId: string;
  /** Left out: one is made and printed, the only time that a secret is. */
  adminClientSecret?: string;
  print: (line: string) => void;
}

/** The mock IdP with one view, `default`, and an admin client in it. Throws `UsageError` when it cannot listen. */
export async function runStandaloneMockIdp(options: StandaloneOptions): Promise<RunningMockIdp> {
  const { port, host, publicUrl, tls, profile, rotate, adminClientId, adminClientSecret, print } = options;
  const site = { port, host, ...(publicUrl !== undefined && { publicUrl }), ...(tls !== undefined && { tls }) };
  await using started = new AsyncDisposableStack();
  const idp = started.use(await startMockIdp(site).catch((error: unknown) => refuse(error, { port, host })));
  const view = await idp.view('default', { profile, rotateRegistrationAccessToken: rotate });
  const admin = await view.createAdminClient({
    clientId: adminClientId,
    ...(adminClientSecret !== undefined && { clientSecret: adminClientSecret }),
  });
  print(`discovery URL   ${view.discoveryUrl}`);
  print(`client id       ${admin.clientId}`);
  print(
    `client secret   ${adminClientSecret === undefined ? `${admin.clientSecret}  (made for this run)` : 'as given'}`,
  );
  print(`scope           ${admin.scope}`);
  print(`control API     ${idp.origin}/_control/views/default`);
  print(`health          ${idp.origin}/_control/health`);
  if (idp.ca !== undefined) print(`authority       made for this run; who is to trust the IdP needs this:\n${idp.ca}`);
  started.move();
  return idp;
}

interface Wanted {
  port: number;
  host: string;
}

const reasons: Record<string, (wanted: Wanted) => string> = {
  EADDRINUSE: ({ port, host }) =>
    `Port ${port} of ${host} is in use. Stop what listens there, or take any free port with --port 0.`,
  EACCES: ({ port }) =>
    `Port ${port} may not be used by this user. Take one above 1023, or any free one with --port 0.`,
  EADDRNOTAVAIL: ({ host }) => `${host} is no address of this machine. Give one that is with --host.`,
  ENOTFOUND: ({ host }) => `${host} is no address of this machine. Give one that is with --host.`,
};

function refuse(error: unknown, wanted: Wanted): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = reasons[code]?.(wanted);
  throw sentence === undefined ? error : new UsageError(sentence);
}
