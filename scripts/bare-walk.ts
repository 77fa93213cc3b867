/**
 * The three stories as a bare Playwright script: the same servers, pages and clicks, and nothing else. No steps, no pictures, no
 * recording, no verdicts, no reports. What `npm run bench` measures the harness against.
 */
import { chromium, type Browser, type Page } from 'playwright';
import { apimRest } from '../fixtures/apim-rest.ts';
import type { ApplicationInput } from '../fixtures/pages/application-input.ts';
import { ApplicationCreatePage } from '../fixtures/pages/console/application-create.ts';
import { ApplicationDetailsPage } from '../fixtures/pages/console/application-details.ts';
import { ApplicationsPage } from '../fixtures/pages/console/applications.ts';
import { ClientRegistrationPage } from '../fixtures/pages/console/client-registration.ts';
import { ConsoleLogin } from '../fixtures/pages/console/login.ts';
import { ProviderForm } from '../fixtures/pages/console/provider-form.ts';
import { PortalApplicationPage } from '../fixtures/pages/portal-classic/application.ts';
import { PortalApplicationsPage } from '../fixtures/pages/portal-classic/applications.ts';
import { CreationWizard } from '../fixtures/pages/portal-classic/creation-wizard.ts';
import { PortalLogin } from '../fixtures/pages/portal-classic/login.ts';
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
  await new PortalLogin(page, sut.portalUrl).signIn(developer, deadline);
  const applications = new PortalApplicationsPage(page, sut.portalUrl);
  await applications.open();
  await applications.create();
  const wizard = new CreationWizard(page);
  await wizard.general(input);
  await wizard.security(input);
  await wizard.subscription();
  await wizard.validation();
  await wizard.create();
  const application = new PortalApplicationPage(page, sut.portalUrl);
  await application.open(await wizard.openCreated(input.name));
  await application.read();
}

async function inConsoleList(page: Page, name: string) {
  const applications = new ApplicationsPage(page, sut.consoleUrl);
  await applications.open();
  await applications.openApplication(name);
  await new ApplicationDetailsPage(page, sut.consoleUrl).read();
}

await withPage(browser, async (page) => {
  await apim.reset();
  await new ConsoleLogin(page, sut.consoleUrl).signIn(admin, deadline);
  const registration = new ClientRegistrationPage(page, sut.consoleUrl, deadline);
  await registration.open();
  for (const name of ['dynamic client registration', 'Browser', 'Web', 'Native', 'Backend to Backend'] as const)
    await registration.set(name, true);
  await registration.set('Simple', false);
  const { view, client } = await provider('tutorial');
  await registration.addProvider();
  const form = new ProviderForm(page);
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
  await new ConsoleLogin(page, sut.consoleUrl).signIn(admin, deadline);
  const applications = new ApplicationsPage(page, sut.consoleUrl);
  await applications.open();
  await applications.add();
  const create = new ApplicationCreatePage(page);
  await create.fill(backend('Console'));
  await create.create();
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
