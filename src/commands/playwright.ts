import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { environmentWith } from '../config/environment.ts';
import { codeRoot, sourceExtension } from '../config/paths.ts';
import type { Settings } from '../config/settings.ts';

/** How Playwright's process ended: its exit code; 130 when it was interrupted and has cleaned up. */
export type PlaywrightExit = number;

const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

/** Runs projects of `playwright.config` with these settings. Its output goes to our standard error, ours stays the result's. */
export function runPlaywright(settings: Settings, ...args: string[]): Promise<PlaywrightExit> {
  const config = join(codeRoot, `playwright.config${sourceExtension}`);
  const child = spawn(process.execPath, [cli, 'test', '--config', config, ...args], {
    stdio: ['ignore', 2, 2],
    env: environmentWith(settings),
  });
  // Ctrl-C reaches the child by itself; this process waits until it has closed its browser and servers.
  const wait = () => undefined;
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', pass);
      resolve(signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : (code ?? 1));
    });
  });
}
