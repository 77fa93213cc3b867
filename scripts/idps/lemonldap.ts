/**
 * A real LemonLDAP::NG for the tests: Debian's packages, unpacked into the cache folder of the system and not installed,
 * the portal behind Plack's own server.
 *
 *   node scripts/idps/lemonldap.ts        starts one, prints how to reach it, stops it at Ctrl-C
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Inconclusive } from '../../src/errors.ts';
import { startChild } from '../../src/target/idp/child-process.ts';
import { newAdmin } from '../../src/target/idp/admin-client.ts';
import { cached } from './cache-folder.ts';
import { runAlone } from './alone.ts';
import { unpackPackages } from './debian-packages.ts';
import { writeConfiguration } from './lemonldap-configuration.ts';
import type { RunningIdp } from './running-idp.ts';

/** The portal, and what it needs to be an OpenID Provider (Debian only recommends that). */
const packages = ['liblemonldap-ng-portal-perl', 'libio-string-perl', 'libstring-random-perl'];

const deadline = 60_000;

/** The folder with the unpacked packages, fetched once for this machine. */
const unpacked = () => cached('lemonldap-ng-2', (folder) => unpackPackages(folder, ...packages));

/** Modules in Perl, and those that were compiled for this Perl, whose folder is named after machine and version. */
async function moduleFolders(root: string): Promise<string[]> {
  const compiled = await Promise.all(
    (await readdir(join(root, 'usr/lib'))).map(async (machine) => {
      const folder = join(root, 'usr/lib', machine, 'perl5');
      const versions = await readdir(folder).catch(() => []);
      return versions.map((version) => join(folder, version));
    }),
  );
  return [join(root, 'usr/share/perl5'), ...compiled.flat()];
}

const configurationSchema = z.looseObject({ oidcRPMetaDataOptions: z.record(z.string(), z.unknown()) });

/** Relying parties of the newest configuration: each registration writes one, with all those before it. */
async function registeredIn(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).flatMap((name) => /^lmConf-(\d+)\.json$/.exec(name)?.[1] ?? []);
  const newest = Math.max(...numbers.map(Number));
  const text = await readFile(join(folder, `lmConf-${newest}.json`), 'utf8');
  const { oidcRPMetaDataOptions: parties } = configurationSchema.parse(JSON.parse(text));
  return Object.keys(parties).filter((name) => name !== 'admin').length;
}

/** Starts a portal on a free port, with an administrator's client; what it stores is gone with it. */
export async function startLemonldap(): Promise<RunningIdp> {
  const root = await unpacked();
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'dcrh-lemonldap-'));
  started.defer(() => rm(data, { recursive: true, force: true }));
  const admin = newAdmin('dcr_admin');
  const ini = await writeConfiguration({ packages: root, data }, admin);
  const portal = started.use(
    await startChild({
      name: 'LemonLDAP::NG',
      command: 'perl',
      args: [join(import.meta.dirname, 'lemonldap.pl')],
      env: {
        PERL5LIB: (await moduleFolders(root)).join(':'),
        LLNG_DEFAULTCONFFILE: ini,
      },
      ready: (line) => /^Listening on: (\S+)/.exec(line)?.[1],
      deadline,
    }),
  );
  const discoveryUrl = `${portal.said}/.well-known/openid-configuration`;
  // A portal that could not read its configuration answers all the same, and says so with each answer.
  const { status } = await fetch(discoveryUrl);
  if (status !== 200) throw new Inconclusive(`LemonLDAP::NG answers ${status} at ${discoveryUrl}:\n${portal.output()}`);
  const running = started.move();
  return {
    discoveryUrl,
    adminClientId: admin.clientId,
    adminClientSecret: admin.clientSecret,
    scope: admin.scope,
    count: () => registeredIn(join(data, 'conf')),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

if (import.meta.main) await runAlone(startLemonldap);
