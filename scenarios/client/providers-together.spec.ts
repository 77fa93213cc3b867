import { test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { adminScope, arrangeByRest, noteProvider, prepareIdp, providerBody } from './parts.ts';
import { everyField, sawSave } from './sightings.ts';
import { trustStoreFor } from './trust.ts';

test(
  titleOf('provider-second'),
  { tag: '@provider-second' },
  async ({ target, story, secrets, apim, idp, administrator }) => {
    story.plan = ['discovery', 'token-request', 'second-provider', 'provider', 'end-of-story'];
    const provider = await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await story.step(
      'console',
      'see the list of providers',
      async () => {
        await administrator.clientRegistration.open();
        story.note(`the list shows ${(await administrator.clientRegistration.providers()).join(', ')}`);
      },
      administrator,
    );
    await story.step('harness', 'ask the REST API for a second provider all the same', async () => {
      const outcome = await apim.addProvider({ ...provider, name: 'Second IdP' });
      sawSave(story, { first: false, typed: everyField, wrong: 'second-provider' }, outcome);
      const names = (await apim.providers()).join(', ');
      story.note(`${outcome.outcome === 'refused' ? `refused: ${outcome.message}` : 'created'}; there are ${names}`);
    });
  },
);

test(
  titleOf('provider-double-click'),
  { tag: '@provider-double-click' },
  async ({ target, story, secrets, apim, idp, administrator }) => {
    story.plan = ['discovery', 'token-request', 'provider', 'end-of-story'];
    const { clientRegistration, providerForm } = administrator;
    const { clientId, clientSecret } = await prepareIdp(idp, secrets);
    const provider = providerBody(idp, { clientId, clientSecret, scope: adminScope });
    noteProvider(story, provider);
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await story.step(
      'console',
      'enable dynamic client registration and fill in the provider',
      async () => {
        await clientRegistration.open();
        await clientRegistration.set('dynamic client registration', true);
        await clientRegistration.addProvider();
        const { name, description, discovery_endpoint: discoveryEndpoint, scopes } = provider;
        const trustStore = await trustStoreFor(target.idp, secrets);
        await providerForm.fill({ name, description, discoveryEndpoint, clientId, clientSecret, scopes, trustStore });
      },
      administrator,
    );
    await story.step(
      'console',
      'click Create twice',
      async () => {
        const outcome = await providerForm.create(2);
        if (outcome.outcome === 'refused') story.note(outcome.message);
      },
      administrator,
    );
    await story.step('harness', 'create two providers with two requests at the same moment', async () => {
      await apim.removeProviders();
      const both = await Promise.all([apim.addProvider(provider), apim.addProvider({ ...provider, name: 'Twin' })]);
      const refusals = both.flatMap((one) => (one.outcome === 'refused' ? [one.message] : []));
      const said = refusals.length === 0 ? '' : `; refused: ${refusals.join(' ')}`;
      story.note(`there are ${(await apim.providers()).length} providers${said}`);
    });
  },
);
