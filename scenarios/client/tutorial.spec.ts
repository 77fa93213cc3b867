import { amConsoleOf, openAmConsole } from '../../fixtures/am-administrator.ts';
import { mustBeDone, test } from '../../fixtures/index.ts';
import { prepareInConsole, seeInConsole } from './am.ts';
import {
  createInPortal,
  creationPlan,
  hintAbout,
  noteProvider,
  prepareIdp,
  providerBody,
  registrationOf,
} from './parts.ts';
import { trustStoreFor } from './trust.ts';
import { everyField, sawSave } from './sightings.ts';
import { lookAt } from './views.ts';

test(
  'Configure Dynamic Client Registration: the tutorial, end to end',
  { tag: '@tutorial' },
  async ({ target, story, secrets, apim, idp, administrator, developer, browser, settings, browserErrors }) => {
    story.plan = [...creationPlan, 'registration:backend_to_backend', 'provider-save', 'page-with-secret'];
    const { clientRegistration, providerForm } = administrator;
    const input = {
      name: `Tutorial backend ${idp.name}`,
      description: 'A service that calls APIs on its own behalf',
      type: 'backend_to_backend',
      redirectUris: [],
    } as const;

    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await story.step('console', 'open Settings > Client Registration', () => clientRegistration.open(), administrator);
    // The server hides the advanced types as long as registration is off, and the last type cannot be switched off.
    await story.step(
      'console',
      'enable dynamic client registration',
      () => clientRegistration.set('dynamic client registration', true),
      administrator,
    );
    await story.step(
      'console',
      'allow the advanced application types',
      async () => {
        for (const type of ['Browser', 'Web', 'Native', 'Backend to Backend'] as const)
          await clientRegistration.set(type, true);
      },
      administrator,
    );
    await story.step(
      'console',
      'switch the Simple application type off',
      () => clientRegistration.set('Simple', false),
      administrator,
    );

    const amConsole = amConsoleOf(settings);
    await using am =
      amConsole &&
      (await openAmConsole(browser, amConsole, settings.actionTimeout, (error) =>
        browserErrors.push(`AM console: ${error}`),
      ));
    const inConsole = am && (await prepareInConsole(am, { story, idp, secrets, gateway: amConsole }));
    // AM makes the client id and the secret itself, of letters and digits that every encoding leaves as they are.
    if (inConsole) story.plan = story.plan.filter((name) => name !== 'decisive-basic-credentials');
    const admin =
      inConsole?.admin ??
      (await story.step('idp', 'prepare an admin client with the scope dcr_admin', () => prepareIdp(idp, secrets)));
    const provider = providerBody(idp, admin);
    noteProvider(story, provider);

    await ((await apim.createsProviders()) ? createProvider : editProvider)();

    const asked = { input, grantTypes: ['client_credentials'] };
    const { record, applicationId } = await createInPortal(story, developer, asked);
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    await lookAt(story, record, { idp, apim, administrator, developer: { ...developer, applicationId } });
    if (am && inConsole) await seeInConsole(am, story, inConsole.domain, input.name);

    async function createProvider(): Promise<void> {
      await story.step(
        'console',
        'fill in the provider: discovery endpoint, client credentials, scope dcr_admin',
        async () => {
          await clientRegistration.addProvider();
          await providerForm.fill({
            name: provider.name,
            description: provider.description,
            discoveryEndpoint: provider.discovery_endpoint,
            clientId: provider.client_id,
            clientSecret: provider.client_secret,
            scopes: provider.scopes,
            trustStore: await trustStoreFor(target.idp, secrets),
          });
        },
        administrator,
      );
      await story.step(
        'console',
        'create the provider',
        async () => {
          const outcome = await providerForm.create();
          sawSave(story, { first: true, typed: everyField }, outcome);
          mustBeDone(outcome, (said) => `Console: the provider was refused: ${said}${hintAbout(idp)}`);
        },
        administrator,
      );
    }

    /** An APIM 4 without a licence has no form for a new one, but uses the one it has. */
    async function editProvider(): Promise<void> {
      story.unobserved(
        'Creating the provider in the Console was not observed: the product has no licence for the feature apim-dcr-registration, so the provider that was there was edited by REST.',
      );
      await story.step('harness', 'edit the provider that is there by REST', async () => {
        const trusted = { ...provider, trust_store: await trustStoreFor(target.idp, secrets) };
        mustBeDone(await apim.editProvider(trusted), (said) => `The provider was refused: ${said}`);
      });
    }
  },
);
