import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import type { PagesOptions } from './fixtures/people.ts';
import type { SettingsOptions } from './fixtures/settings.ts';
import { browserLaunchOptions } from './src/config/browser.ts';
import { settingsFromEnvironment } from './src/config/environment.ts';
import { sourceExtension } from './src/config/paths.ts';

// What the runner keeps of a page after a failure, its text or a trace, shows secrets in clear; a story's own pictures mask them.
process.env['PLAYWRIGHT_NO_COPY_PROMPT'] = '1';

const settings = settingsFromEnvironment();
/**
 * Ends a story that hangs. Whatever a story waits for has a deadline of its own, so this only has to be longer than the longest
 * story takes on a slow product: 600 s as shipped.
 */
const storyDeadline = 40 * settings.actionTimeout;
const ours = join('src', 'report', `progress-reporter${sourceExtension}`);

export default defineConfig<object, SettingsOptions & PagesOptions>({
  outputDir: join(settings.out, 'test-results'),
  // A target allows one provider per environment, so the stories of one target follow each other.
  workers: 1,
  retries: 0,
  timeout: storyDeadline,
  reporter: [
    [join(import.meta.dirname, ours)],
    ['allure-playwright', { detail: false, resultsDir: join(settings.out, 'allure-results') }],
  ],
  use: {
    settings,
    portalUi: settings.portal,
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    launchOptions: browserLaunchOptions(settings),
    actionTimeout: settings.actionTimeout,
  },
  expect: { timeout: settings.actionTimeout },
  projects: [
    { name: 'stories', testDir: 'scenarios/client', testMatch: '**/*.spec.{js,ts}', fullyParallel: true },
    { name: 'own', testDir: '.', testMatch: '{src,fixtures}/**/*.spec.ts', workers: 2 },
  ],
});
