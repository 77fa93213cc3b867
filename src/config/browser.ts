import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { Inconclusive, UsageError } from '../errors.ts';
import type { Settings } from './settings.ts';

/** Keep the browser off the network but for the pages it is told to open, and let it run as root in a container. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Installed Chrome or Chromium by platform; names are looked up on PATH. */
const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** The executable of an installed Chrome or Chromium, or undefined. */
export const installedBrowser = (): string | undefined =>
  (installed[process.platform] ?? []).flatMap(candidatesOf).find((path) => existsSync(path));

const candidatesOf = (name: string): string[] =>
  name.includes('/') || name.includes('\\')
    ? [name]
    : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));

/** Playwright's own Chromium, when it has been downloaded. */
export function playwrightBrowser(): string | undefined {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : undefined;
}

/**
 * What is to be launched: the path or channel that was given, else an installed Chrome or Chromium, else Playwright's own.
 * @throws UsageError for a path that is not there, Inconclusive when there is no browser at all.
 */
export function findBrowser({ executablePath, channel }: Settings['browser']): {
  executablePath?: string;
  channel?: string;
} {
  if (executablePath !== undefined) {
    if (existsSync(executablePath)) return { executablePath };
    throw new UsageError(
      `There is no browser at ${executablePath}. Correct --browser-path or DCRH_BROWSER_PATH, or leave it out.`,
    );
  }
  if (channel !== undefined) return { channel };
  const found = installedBrowser() ?? playwrightBrowser();
  if (found !== undefined) return { executablePath: found };
  throw new Inconclusive(
    'No browser was found: neither Chrome, Chromium nor Playwright’s own. Run "npx playwright install chromium", or give one with --browser-path.',
  );
}

/** What the settings name; without a name an installed browser if there is one, else Playwright's own. */
export function browserLaunchOptions({ browser }: Settings): LaunchOptions {
  const { channel, executablePath = channel === undefined ? installedBrowser() : undefined, headed } = browser;
  return {
    ...(executablePath !== undefined && { executablePath }),
    ...(channel !== undefined && { channel }),
    headless: !headed,
    args: [...quiet],
  };
}
