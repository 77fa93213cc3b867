import type { AdminClient, IdpView } from '../../mock-idp/api.ts';
import type { AmAdministrator } from '../../fixtures/am-administrator.ts';
import { mustBeDone, type Story } from '../../fixtures/index.ts';
import type { DomainKey } from '../../fixtures/pages/am-console/pages.ts';
import { Inconclusive } from '../../src/errors.ts';
import { consoleMadeName, domainNameFor } from '../../src/target/idp/gravitee-am/domain.ts';
import { connectGateway, tokenIsGiven } from '../../src/target/idp/gravitee-am/gateway.ts';

interface Prepared {
  story: Story;
  idp: IdpView;
  secrets: string[];
  /** The gateway of AM itself, not the recorder before it. */
  gateway: { gatewayUrl: string; ca?: string | undefined };
}

/** What the tutorial does in the AM console before it goes to APIM. The driver has made the domain of the story. */
export async function prepareInConsole(
  am: AmAdministrator,
  { story, idp, secrets, gateway }: Prepared,
): Promise<{ domain: DomainKey; admin: AdminClient }> {
  const at = <T>(title: string, act: () => Promise<T>) => story.step('idp', title, act, am);
  const refused = (what: string) => (said: string) => `AM console: ${what} was refused: ${said}`;
  const name = domainNameFor(idp.name);
  await at('sign in to the AM console', am.signIn);
  const domain = await at('select the security domain', () => am.domains.select({ name, hrid: name }));
  await at('enable the security domain', async () =>
    mustBeDone(await am.domains.enable(domain), refused('enabling the domain')),
  );
  await at('enable dynamic client registration', async () => {
    await am.clientRegistration.open(domain);
    await am.clientRegistration.set('dynamic client registration', true);
    mustBeDone(await am.clientRegistration.save(), refused('the change of client registration'));
  });
  const { id, clientSecret: shown } = await at('create a Backend to Backend application', async () => {
    const made = await am.wizard.create(domain, {
      name: consoleMadeName,
      description: 'opens client registration for the product',
    });
    mustBeDone(made, refused('the application'));
    if (made.created === undefined) throw new Inconclusive('AM console: the application has no address.');
    if (made.created.clientSecret !== undefined) secrets.push(made.created.clientSecret);
    return made.created;
  });
  await at('give it the scope dcr_admin', async () =>
    mustBeDone(await am.application.addScope(domain, id, 'dcr_admin'), refused('the scope')),
  );
  const { clientId, clientSecret = shown } = await at('copy its client id and secret', async () => {
    const credentials = await am.application.readCredentials(domain, id);
    if (credentials.clientSecret !== undefined) secrets.push(credentials.clientSecret);
    return credentials;
  });
  if (clientSecret === undefined)
    throw new Inconclusive(
      'AM console: no page showed the client secret. Does the console tell another version than its own? Say it with --idp-version.',
    );
  const admin = { clientId, clientSecret, scope: 'dcr_admin' };
  const endpoint = await at('read the OpenID configuration endpoint', () =>
    am.application.readOpenIdConfigurationEndpoint(domain, id),
  );
  await at('wait until the gateway knows the application', async () => {
    await using connection = connectGateway(gateway);
    await tokenIsGiven(connection, new URL(endpoint).pathname.replace(/\/oidc\/.*$/, ''), admin);
  });
  return { domain, admin };
}

/** What a person looks for last: the application that the product registered, in the list of the domain. */
export const seeInConsole = (am: AmAdministrator, story: Story, domain: DomainKey, name: string): Promise<void> =>
  story.step(
    'idp',
    'look for the registered application in the AM console',
    async () => {
      await am.applications.open(domain);
      const shown = await am.applications.shows(name);
      story.note(shown ? `The list shows "${name}".` : `The list does not show "${name}".`);
    },
    am,
  );
