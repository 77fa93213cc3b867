/**
 * The three stories as a bare Playwright script: the same servers, pages and clicks, and nothing else. No steps, no pictures, no
 * recording, no verdicts, no reports. What `npm run bench` measures the harness against.
 */
import { chromium, type Browser, type Page } from 'playwright';
import { apimRest } from '../fixtures/apim-rest.ts';
import type { ApplicationInput } from '../fixtures/pages/application-input.ts';
import { consolePages } from '../fixtures/pages/console/versions.ts';
import { portalPages } from '../fixtures/pages/portal/versions.ts';
import { detectVersion } from '../fixtures/pages/version/detect.ts';
import { startMockIdp } from '../mock-idp/mock-idp.ts';
import { startReferenceApim } from '../reference-apim/reference-apim.ts';
import { browserLaunchOptions, findBrowser } from '../src/config/browser.ts';
import { embeddedDefaults } from '../src/config/defaults.ts';
import { withEnvironment } from '../src/config/environment.ts';

const settings = withEnvironment(embeddedDefaults());
const { admin, developer, actionTimeout: deadline } = settings;
const browserOptions = browserLaunchOptions({
  ...settings,
  browser: { headed: false, ...findBrowser(settings.browser) },
});

await using idp = await startMockIdp();
await using sut = await startReferenceApim();
await using browser = await chromium.launch(browserOptions);
const apim = apimRest(sut.managementUrl, admin);
const version = await detectVersion(sut);

const consoleAt = (page: Page) => consolePages(version, { page, baseUrl: sut.consoleUrl, deadline });
const portalAt = (page: Page) => portalPages('classic', version, { page, baseUrl: sut.portalUrl, deadline });

async function withPage(own: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  await using context = await own.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  await use(await context.newPage());
}

const backend = (name: string): ApplicationInput => ({
  name,
  description: 'd',
  type: 'backend_to_backend',
  redirectUris: [],
});

async function provider(viewName: string) {
  const view = await idp.view(viewName, { profile: 'gravitee' });
  const client = await view.createAdminClient({ clientId: 'apim' });
  return { view, client };
}

async function arrange(viewName: string) {
  const { view, client } = await provider(viewName);
  await apim.reset();
  await apim.enableRegistration({
    name: 'Mock IdP',
    description: 'd',
    discovery_endpoint: view.discoveryUrl,
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scopes: [client.scope],
  });
}

async function inPortal(page: Page, input: ApplicationInput) {
  const { login, applications, wizard, application } = portalAt(page);
  await login.signIn(developer);
  await applications.open();
  await applications.create();
  for (const { act } of wizard.steps(input)) await act();
  await wizard.create();
  await application.open(await wizard.openCreated(input.name));
  await application.read();
}

async function inConsoleList(page: Page, name: string) {
  const { applications, applicationDetails } = consoleAt(page);
  await applications.open();
  await applications.openApplication(name);
  await applicationDetails.read();
}

await withPage(browser, async (page) => {
  await apim.reset();
  const { login, clientRegistration: registration, providerForm: form } = consoleAt(page);
  await login.signIn(admin);
  await registration.open();
  for (const name of ['dynamic client registration', 'Browser', 'Web', 'Native', 'Backend to Backend'] as const)
    await registration.set(name, true);
  await registration.set('Simple', false);
  const { view, client } = await provider('tutorial');
  await registration.addProvider();
  await form.fill({
    name: 'Mock IdP',
    description: 'd',
    discoveryEndpoint: view.discoveryUrl,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    scopes: [client.scope],
  });
  await form.create();
  await withPage(browser, (other) => inPortal(other, backend('Tutorial')));
  await inConsoleList(page, 'Tutorial');
});

await withPage(browser, async (page) => {
  await arrange('console');
  const { login, applications, applicationCreate } = consoleAt(page);
  await login.signIn(admin);
  await applications.open();
  await applications.add();
  await applicationCreate.fill(backend('Console'));
  await applicationCreate.create();
  await inConsoleList(page, 'Console');
});

await withPage(browser, async (page) => {
  await arrange('portal');
  await inPortal(page, {
    name: 'Portal',
    description: 'd',
    type: 'web',
    redirectUris: ['https://app.example/callback', 'https://app.example/silent'],
  });
});
