import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inconclusive } from '../../src/errors.ts';
import { run } from './program.ts';

/** Perl itself is there already, and pages without their looks are pages still. */
const leftOut = /^(?:perl|perl-base|perl-modules-.*|libperl.*|perl-openssl-defaults|fonts-.*|libjs-.*)$/;

/** Unpacks packages of the distribution, and what they need that is not installed, into a folder. Installs nothing. */
export async function unpackPackages(folder: string, ...names: readonly string[]): Promise<void> {
  const plan = await run('apt-get', ['install', '--simulate', '--no-install-recommends', ...names]).catch(
    (error: unknown) => {
      throw new Inconclusive(`The packages ${names.join(', ')} are not known here. Run "apt-get update" on Debian.`, {
        cause: error,
      });
    },
  );
  const wanted = [...plan.matchAll(/^Inst (\S+)/gm)].flatMap(([, name = '']) => (leftOut.test(name) ? [] : [name]));
  const archives = join(folder, 'archives');
  await mkdir(archives, { recursive: true });
  // apt-get downloads as a user of its own when it is run by root.
  await chmod(folder, 0o755);
  await chmod(archives, 0o777);
  await run('apt-get', ['download', '-q', ...wanted], archives);
  for (const archive of await readdir(archives)) await run('dpkg-deb', ['-x', join(archives, archive), folder]);
  await rm(archives, { recursive: true });
}
