import type { IdpView } from '../../mock-idp/api.ts';
import type { ApimRest } from '../../fixtures/apim-rest.ts';
import type { Administrator, Developer, Story } from '../../fixtures/index.ts';
import type { Application, ClientView } from '../../src/recording/recording.ts';

const strings = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;

async function viewAtIdp(idp: IdpView, name: string): Promise<ClientView | null> {
  const client = (await idp.clients())?.find(({ metadata }) => metadata['client_name'] === name);
  if (client === undefined) return null;
  const grantTypes = strings(client.metadata['grant_types']);
  const redirectUris = strings(client.metadata['redirect_uris']);
  return { clientId: client.clientId, name, ...(grantTypes && { grantTypes }), ...(redirectUris && { redirectUris }) };
}

interface Viewers {
  idp: IdpView;
  apim: ApimRest;
  administrator?: Administrator;
  developer?: Developer & { applicationId: string };
}

/** The application as each side shows it. */
export async function lookAt(
  story: Story,
  record: Application,
  { idp, apim, administrator, developer }: Viewers,
): Promise<void> {
  const { name } = record;
  await story.step('idp', 'see the client at the IdP and in the product’s REST API', async () => {
    record.idp = await viewAtIdp(idp, name);
    record.api = await apim.application(name);
  });
  if (developer !== undefined)
    await story.step(
      'portal',
      'see the application',
      async () => {
        await developer.application.open(developer.applicationId);
        record.portal = await developer.application.read();
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
        record.console = await administrator.applicationDetails.read();
      },
      administrator,
    );
}
