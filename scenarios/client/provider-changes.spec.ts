import { randomBytes } from 'node:crypto';
import { mustBeDone, test, type Administrator, type Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ProviderChange } from '../../fixtures/pages/console/pages.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInPortal } from './creation.ts';
import { edit, noting, registerByRest } from './life.ts';
import { arrangeByRest, noteProvider, prepareIdp, providerBody } from './parts.ts';
import { sawSave } from './sightings.ts';
import { lookAt } from './views.ts';

const grantTypes = defaultGrants.web;
const change = { redirectUris: ['https://app.example/new'] };

interface ProviderEdit {
  name: string;
  title: string;
  wanted: ProviderChange;
  /** What of it the IdP does not take. */
  wrong?: 'credentials';
}

async function editProvider(
  story: Story,
  administrator: Administrator,
  { name, title, wanted, wrong }: ProviderEdit,
): Promise<Outcome> {
  const { clientRegistration, providerForm } = administrator;
  await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
  return noting(
    story,
    'console',
    title,
    async () => {
      await clientRegistration.open();
      await clientRegistration.openProvider(name);
      await providerForm.change(wanted);
      const outcome = await providerForm.save();
      sawSave(story, { first: false, typed: Object.keys(wanted), ...(wrong && { wrong }) }, outcome);
      return outcome;
    },
    administrator,
  );
}

test(
  titleOf('provider-renamed'),
  { tag: '@provider-renamed' },
  async ({ target, story, secrets, apim, idp, portals, administrator }) => {
    story.plan = ['token-request', 'registration', 'provider-edit', 'provider', 'end-of-story'];
    const { name } = await arrangeByRest({ target, story, apim, idp, secrets });
    const maker = { story, idp, portal: portals.developer };
    await registerByRest(maker, 'web', `Before the edit ${idp.name}`);
    const title = 'give the provider another description';
    await editProvider(story, administrator, { name, title, wanted: { description: 'Our identity provider' } });
    const after = await registerByRest(maker, 'web', `After the edit ${idp.name}`);
    await lookAt(story, after.record, { idp, apim });
  },
);

test(
  titleOf('provider-edit-refused'),
  { tag: '@provider-edit-refused' },
  async ({ target, story, secrets, apim, idp, administrator, developer }) => {
    story.plan = ['discovery', 'token-request', 'wrong-credentials', 'provider', 'end-of-story'];
    const { name } = await arrangeByRest({ target, story, apim, idp, secrets });
    const clientSecret = randomBytes(24).toString('base64url');
    secrets.push(clientSecret);
    const title = 'give the provider a secret that the IdP refuses';
    await editProvider(story, administrator, { name, title, wanted: { clientSecret }, wrong: 'credentials' });
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('web', `After a refused edit ${idp.name}`), grantTypes };
    const { application } = await askInPortal(story, developer, asked);
    await lookAt(story, application, { idp, apim });
  },
);

test(
  titleOf('provider-edited'),
  { tag: '@provider-edited' },
  async ({ secondIdp, target, story, secrets, apim, idp, portals, administrator, developer }) => {
    story.plan = [
      'registration',
      'registration-accepted',
      'update',
      'edit',
      'provider-switch',
      'provider',
      'end-of-story',
    ];
    const { name } = await arrangeByRest({ target, story, apim, idp, secrets });
    const maker = { story, idp, portal: portals.developer };
    const first = await registerByRest(maker, 'web', `At the first IdP ${idp.name}`);
    const admin = await story.step('idp', 'prepare another IdP', () => prepareIdp(secondIdp, secrets));
    const { discoveryUrl: discoveryEndpoint } = secondIdp;
    const { clientId, clientSecret } = admin;
    const title = 'move the provider to the other IdP';
    const wanted = { discoveryEndpoint, clientId, clientSecret };
    const outcome = await editProvider(story, administrator, { name, title, wanted });
    mustBeDone(outcome, (said) => `Console: the provider was not saved: ${said}`);
    noteProvider(story, { ...providerBody(secondIdp, admin), name });
    const second = await registerByRest({ ...maker, idp: secondIdp }, 'web', `At the second IdP ${secondIdp.name}`);
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const editor = { story, place: 'portal', person: developer, page: developer.application } as const;
    await edit(editor, first, change);
    await edit(editor, second, change);
    await lookAt(story, first.record, { idp, apim });
    await lookAt(story, second.record, { idp: secondIdp, apim });
  },
);

test(
  titleOf('provider-deleted'),
  { tag: '@provider-deleted' },
  async ({ target, story, secrets, apim, idp, portals, administrator, developer }) => {
    story.plan = [
      'registration',
      'registration-accepted',
      'provider-removal',
      'management-try',
      'provider',
      'end-of-story',
    ];
    const { name } = await arrangeByRest({ target, story, apim, idp, secrets });
    const portal = portals.developer;
    const existing = await registerByRest({ story, idp, portal }, 'web', `Left alone ${idp.name}`);
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await noting(
      story,
      'console',
      'delete the provider',
      async () => {
        await administrator.clientRegistration.open();
        const outcome = await administrator.clientRegistration.removeProvider(name);
        if (outcome.outcome === 'done') story.saw({ kind: 'provider-removal' });
        return outcome;
      },
      administrator,
    );
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    await edit({ story, place: 'portal', person: developer, page: developer.application }, existing, change);
    const asked = { input: ordinary('web', `Too late ${idp.name}`), grantTypes };
    const { application } = await askInPortal(story, developer, asked);
    await lookAt(story, existing.record, { idp, apim });
    await lookAt(story, application, { idp, apim });
  },
);
