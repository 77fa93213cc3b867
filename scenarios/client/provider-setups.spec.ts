import { randomBytes } from 'node:crypto';
import type { AdminClient, IdpView } from '../../mock-idp/api.ts';
import { faultNamed } from '../../mock-idp/faults/index.ts';
import { test, type Administrator, type Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ProviderInput } from '../../fixtures/pages/console/pages.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInPortal } from './creation.ts';
import { adminScope, noteProvider, prepareIdp, providerBody } from './parts.ts';
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
async function createProvider(story: Story, administrator: Administrator, input: ProviderInput): Promise<Outcome> {
  const { clientRegistration, providerForm } = administrator;
  await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
  await story.step(
    'console',
    'enable dynamic client registration and fill in the provider',
    async () => {
      await clientRegistration.open();
      await clientRegistration.set('dynamic client registration', true);
      await clientRegistration.addProvider();
      await providerForm.fill(input);
    },
    administrator,
  );
  return story.step(
    'console',
    'create the provider',
    async () => {
      const outcome = await providerForm.create();
      if (outcome.outcome === 'refused') story.note(outcome.message);
      return outcome;
    },
    administrator,
  );
}

test(
  titleOf('provider-missing-scope'),
  { tag: '@provider-missing-scope' },
  async ({ story, secrets, apim, idp, administrator, developer }) => {
    story.plan = ['discovery', 'token-request', 'provider', 'end-of-story'];
    const admin = await prepareIdp(idp, secrets);
    noteProvider(story, { ...providerBody(idp, admin), scopes: [] });
    await createProvider(story, administrator, typed(idp, admin, []));
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('backend_to_backend', `Missing scope ${idp.name}`), grantTypes };
    const { application } = await askInPortal(story, developer, asked);
    await lookAt(story, application, { idp, apim });
  },
);

test(
  titleOf('provider-wrong-secret'),
  { tag: '@provider-wrong-secret' },
  async ({ story, secrets, idp, administrator }) => {
    story.plan = ['discovery', 'token-request', 'provider', 'end-of-story'];
    const admin = await prepareIdp(idp, secrets);
    const wrong = { ...admin, clientSecret: randomBytes(24).toString('base64url') };
    secrets.push(wrong.clientSecret);
    noteProvider(story, providerBody(idp, wrong));
    await createProvider(story, administrator, typed(idp, wrong));
    await story.step('console', 'see the list of providers', () => listProviders(story, administrator), administrator);
  },
);

test(
  titleOf('provider-static-token'),
  { tag: '@provider-static-token' },
  async ({ story, secrets, apim, idp, administrator, developer }) => {
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
    await createProvider(story, administrator, { name, description, discoveryEndpoint, initialAccessToken });
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
  async ({ story, secrets, idp, administrator }) => {
    story.plan = ['provider', 'end-of-story'];
    const admin = await prepareIdp(idp, secrets);
    // Port 1 is kept free of servers (IANA: tcpmux), so nothing answers there.
    const provider = {
      ...providerBody(idp, admin),
      discovery_endpoint: 'http://127.0.0.1:1/.well-known/openid-configuration',
    };
    noteProvider(story, provider);
    const input = { ...typed(idp, admin), discoveryEndpoint: provider.discovery_endpoint };
    await createProvider(story, administrator, input);
    await story.step('console', 'see the list of providers', () => listProviders(story, administrator), administrator);
  },
);

test(titleOf('provider-html'), { tag: '@provider-html' }, async ({ story, secrets, idp, administrator }) => {
  story.plan = ['fault:discovery-html', 'provider', 'end-of-story'];
  const admin = await prepareIdp(idp, secrets);
  noteProvider(story, providerBody(idp, admin));
  idp.arm(faultNamed('discovery-html'));
  await createProvider(story, administrator, typed(idp, admin));
  await story.step('console', 'see the list of providers', () => listProviders(story, administrator), administrator);
});

test(
  titleOf('provider-without-registration'),
  { tag: '@provider-without-registration' },
  async ({ story, secrets, apim, idp, administrator, developer }) => {
    story.plan = ['fault:registration-endpoint-missing', 'provider', 'end-of-story'];
    const armed = ['registration-endpoint-missing'];
    const admin = await prepareIdp(idp, secrets);
    noteProvider(story, providerBody(idp, admin));
    idp.arm(...armed.map(faultNamed));
    const saved = await createProvider(story, administrator, typed(idp, admin));
    if (saved.outcome === 'refused') return;
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('backend_to_backend', `No endpoint ${idp.name}`), grantTypes, armed };
    const { application } = await askInPortal(story, developer, asked);
    await lookAt(story, application, { idp, apim });
  },
);

async function listProviders(story: Story, { clientRegistration }: Administrator): Promise<void> {
  await clientRegistration.open();
  const names = await clientRegistration.providers();
  story.note(names.length === 0 ? 'the list shows no provider' : `the list shows ${names.join(', ')}`);
}
