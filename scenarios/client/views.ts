import type { IdpView } from '../../mock-idp/api.ts';
import type { ApimRest } from '../../fixtures/apim-rest.ts';
import type { ApplicationPage } from '../../fixtures/pages/application-page.ts';
import type { Administrator, Developer, Story } from '../../fixtures/index.ts';
import type { Application, ClientView } from '../../src/recording/recording.ts';

const strings = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;

/** By its name, which shows whose client it is; by the id that the product shows where the IdP was not told the name. */
async function viewAtIdp(idp: IdpView, name: string, clientId: string | null | undefined): Promise<ClientView | null> {
  const clients = await idp.clients();
  const client =
    clients?.find(({ metadata }) => metadata['client_name'] === name) ??
    clients?.find((one) => one.clientId === clientId);
  if (client === undefined) return null;
  const grantTypes = strings(client.metadata['grant_types']);
  const redirectUris = strings(client.metadata['redirect_uris']);
  const known = client.metadata['client_name'];
  return {
    clientId: client.clientId,
    ...(typeof known === 'string' && { name: known }),
    ...(grantTypes && { grantTypes }),
    ...(redirectUris && { redirectUris }),
  };
}

interface Viewers {
  idp: IdpView;
  apim: ApimRest;
  administrator?: Administrator;
  developer?: Developer & { applicationId: string };
  /** What it is called by now; left out: as it was created. */
  named?: string;
}

/** What the application's own page shows, with its secret in clear, which the recording keeps as a hash. */
export async function readPage(page: ApplicationPage, applicationId: string): Promise<ClientView> {
  await page.open(applicationId);
  return { ...(await page.read()), secret: await page.shownSecret() };
}

/** The application as each side shows it. */
export async function lookAt(
  story: Story,
  record: Application,
  { idp, apim, administrator, developer, named: name = record.name }: Viewers,
): Promise<void> {
  await story.step('idp', 'see the client at the IdP and in the product’s REST API', async () => {
    record.api = await apim.application(name);
    record.idp = await viewAtIdp(idp, name, record.api?.clientId);
  });
  if (developer !== undefined)
    await story.step(
      'portal',
      'see the application',
      async () => {
        record.portal = await readPage(developer.application, developer.applicationId);
      },
      developer,
    );
  if (administrator !== undefined)
    await story.step(
      'console',
      'see the application in the list and open it',
      async () => {
        await administrator.applications.open();
        await administrator.applications.openApplication(name);
        const { applicationDetails } = administrator;
        record.console = { ...(await applicationDetails.read()), secret: await applicationDetails.shownSecret() };
      },
      administrator,
    );
}
