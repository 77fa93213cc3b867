import { randomBytes } from 'node:crypto';
import type { AdminClient, IdpView } from '../../mock-idp/api.ts';
import { faultNamed } from '../../mock-idp/faults/index.ts';
import { test, type Administrator, type Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ProviderInput } from '../../fixtures/pages/console/pages.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInPortal } from './creation.ts';
import { noting } from './life.ts';
import { adminScope, arrangeByRest, noteProvider, prepareIdp, providerBody, renewalAt } from './parts.ts';
import { everyField, sawSave } from './sightings.ts';
import { trustStoreFor, type TrustStore } from './trust.ts';
import { lookAt } from './views.ts';

const grantTypes = defaultGrants.backend_to_backend;

/** What an administrator types for a provider of the mock IdP. */
const typed = (idp: IdpView, { clientId, clientSecret }: AdminClient, scopes = [adminScope]) => ({
  name: 'Mock IdP',
  description: 'oidc-provider behind the recorder',
  discoveryEndpoint: idp.discoveryUrl,
  clientId,
  clientSecret,
  scopes,
});

/** The administrator switches registration on and creates the provider; what was read when that is refused is noted. */
async function createProvider(
  story: Story,
  administrator: Administrator,
  input: ProviderInput,
  { trustStore, wrong }: { trustStore: TrustStore | undefined; wrong?: 'credentials' },
): Promise<Outcome> {
  const { clientRegistration, providerForm } = administrator;
  await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
  await story.step(
    'console',
    'enable dynamic client registration and fill in the provider',
    async () => {
      await clientRegistration.open();
      await clientRegistration.set('dynamic client registration', true);
      await clientRegistration.addProvider();
      await providerForm.fill({ ...input, trustStore });
    },
    administrator,
  );
  return story.step(
    'console',
    'create the provider',
    async () => {
      const outcome = await providerForm.create();
      sawSave(story, { first: true, typed: Object.keys(input), ...(wrong && { wrong }) }, outcome);
      if (outcome.outcome === 'refused') story.note(outcome.message);
      return outcome;
    },
    administrator,
  );
}

test(
  titleOf('provider-missing-scope'),
  { tag: '@provider-missing-scope' },
  async ({ target, story, secrets, apim, idp, administrator, developer }) => {
    story.plan = ['discovery', 'token-request', 'provider', 'end-of-story'];
    const admin = await prepareIdp(idp, secrets);
    noteProvider(story, { ...providerBody(idp, admin), scopes: [] });
    await createProvider(story, administrator, typed(idp, admin, []), {
      trustStore: await trustStoreFor(target.idp, secrets),
    });
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('backend_to_backend', `Missing scope ${idp.name}`), grantTypes };
    const { application } = await askInPortal(story, developer, asked);
    await lookAt(story, application, { idp, apim });
  },
);

test(
  titleOf('provider-wrong-secret'),
  { tag: '@provider-wrong-secret' },
  async ({ target, story, secrets, idp, administrator }) => {
    story.plan = ['discovery', 'token-request', 'wrong-credentials', 'provider', 'end-of-story'];
    const admin = await prepareIdp(idp, secrets);
    const wrong = { ...admin, clientSecret: randomBytes(24).toString('base64url') };
    secrets.push(wrong.clientSecret);
    noteProvider(story, providerBody(idp, wrong));
    await createProvider(story, administrator, typed(idp, wrong), {
      trustStore: await trustStoreFor(target.idp, secrets),
      wrong: 'credentials',
    });
    await story.step('console', 'see the list of providers', () => listProviders(story, administrator), administrator);
  },
);

test(
  titleOf('provider-static-token'),
  { tag: '@provider-static-token' },
  async ({ target, story, secrets, apim, idp, administrator, developer }) => {
    story.plan = [
      'discovery',
      'registration',
      'static-initial-access-token',
      'provider',
      'three-views',
      'end-of-story',
    ];
    const initialAccessToken = await idp.createInitialAccessToken();
    secrets.push(initialAccessToken);
    const { name, description, discoveryEndpoint } = typed(idp, { clientId: '', clientSecret: '', scope: '' });
    story.provider = { name, discoveryEndpoint, initialAccessToken: 'initial_access_token', scopes: [] };
    await createProvider(
      story,
      administrator,
      { name, description, discoveryEndpoint, initialAccessToken },
      { trustStore: await trustStoreFor(target.idp, secrets) },
    );
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('backend_to_backend', `Static token ${idp.name}`), grantTypes };
    const { application, answer } = await askInPortal(story, developer, asked);
    const id = answer.outcome === 'done' ? await developer.wizard.openCreated(asked.input.name) : undefined;
    await lookAt(story, application, {
      idp,
      apim,
      ...(id !== undefined && { developer: { ...developer, applicationId: id } }),
    });
  },
);

test(
  titleOf('provider-unreachable'),
  { tag: '@provider-unreachable' },
  async ({ target, story, secrets, idp, administrator }) => {
    story.plan = ['provider', 'end-of-story'];
    const admin = await prepareIdp(idp, secrets);
    // Port 1 is kept free of servers (IANA: tcpmux), so nothing answers there.
    const provider = {
      ...providerBody(idp, admin),
      discovery_endpoint: 'http://127.0.0.1:1/.well-known/openid-configuration',
    };
    noteProvider(story, provider);
    const input = { ...typed(idp, admin), discoveryEndpoint: provider.discovery_endpoint };
    await createProvider(story, administrator, input, { trustStore: await trustStoreFor(target.idp, secrets) });
    await story.step('console', 'see the list of providers', () => listProviders(story, administrator), administrator);
  },
);

test(titleOf('provider-html'), { tag: '@provider-html' }, async ({ target, story, secrets, idp, administrator }) => {
  story.plan = ['fault:discovery-html', 'provider', 'end-of-story'];
  const admin = await prepareIdp(idp, secrets);
  noteProvider(story, providerBody(idp, admin));
  idp.arm(faultNamed('discovery-html'));
  await createProvider(story, administrator, typed(idp, admin), {
    trustStore: await trustStoreFor(target.idp, secrets),
  });
  await story.step('console', 'see the list of providers', () => listProviders(story, administrator), administrator);
});

test(
  titleOf('provider-without-registration'),
  { tag: '@provider-without-registration' },
  async ({ target, story, secrets, apim, idp, administrator, developer }) => {
    story.plan = ['fault:registration-endpoint-missing', 'provider', 'end-of-story'];
    const armed = ['registration-endpoint-missing'];
    const admin = await prepareIdp(idp, secrets);
    noteProvider(story, providerBody(idp, admin));
    idp.arm(...armed.map(faultNamed));
    const saved = await createProvider(story, administrator, typed(idp, admin), {
      trustStore: await trustStoreFor(target.idp, secrets),
    });
    if (saved.outcome === 'refused') return;
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('backend_to_backend', `No endpoint ${idp.name}`), grantTypes, armed };
    const { application } = await askInPortal(story, developer, asked);
    await lookAt(story, application, { idp, apim });
  },
);

test(
  titleOf('provider-renewal-address'),
  { tag: '@provider-renewal-address' },
  async ({ target, story, secrets, apim, idp }) => {
    story.plan = ['provider', 'provider-save-tried', 'wrong-renewal-address', 'end-of-story'];
    const provider = await arrangeByRest({ target, story, apim, idp, secrets });
    const wrong = { ...provider, ...renewalAt(idp), renew_client_secret_endpoint: 'no address at all' };
    await noting(story, 'harness', 'save a renewal address that is none, by the REST API', async () => {
      const outcome = await apim.replaceProvider(wrong);
      sawSave(story, { first: true, typed: [...everyField, 'renewEndpoint'], wrong: 'renewal-address' }, outcome);
      return outcome;
    });
  },
);

async function listProviders(story: Story, { clientRegistration }: Administrator): Promise<void> {
  await clientRegistration.open();
  const names = await clientRegistration.providers();
  story.note(names.length === 0 ? 'the list shows no provider' : `the list shows ${names.join(', ')}`);
}
