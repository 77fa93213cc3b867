/**
 * Prints the executable of a browser, and on a second line how it came there when it had to be installed:
 * an installed Chrome or Chromium, Playwright's own, a download of Playwright's, the distribution's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedBrowser, playwrightBrowser } from '../src/config/browser.ts';

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'] }).status === 0;

function downloadPlaywrights(): string | undefined {
  process.stderr.write('set-up: no browser found, asking Playwright for its Chromium …\n');
  run(process.execPath, join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium');
  return playwrightBrowser();
}

function installDistributions(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  process.stderr.write('set-up: that was not to be had, installing the distribution’s chromium …\n');
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  return installedBrowser();
}

const ways: readonly [string | null, () => string | undefined][] = [
  [null, installedBrowser],
  [null, playwrightBrowser],
  ['Playwright’s Chromium installed', downloadPlaywrights],
  ['the distribution’s Chromium installed', installDistributions],
];

for (const [how, find] of ways) {
  const path = find();
  if (path === undefined) continue;
  process.stdout.write(how === null ? `${path}\n` : `${path}\n${how}\n`);
  process.exit(0);
}
process.stderr.write(
  'set-up: no browser is installed and none could be installed. Install Chrome or Chromium, or set DCRH_BROWSER_PATH to one.\n',
);
process.exit(3);
