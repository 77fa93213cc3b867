import type { IdpView } from '../../mock-idp/api.ts';
import type { Fault } from '../../mock-idp/faults/fault.ts';
import type { ApimRest, ProviderBody } from '../../fixtures/apim-rest.ts';
import { test, type Developer, type Story } from '../../fixtures/index.ts';
import type { PortalRest } from '../../fixtures/portal-rest.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInPortal } from './creation.ts';
import { families } from './fault-families.ts';
import { edit, noting, registerByRest } from './life.ts';
import { arrangeByRest, renewalAt } from './parts.ts';
import { lookAt } from './views.ts';

interface Scenery {
  story: Story;
  idp: IdpView;
  apim: ApimRest;
  portal: PortalRest;
  developer: Developer;
  provider: ProviderBody;
}

/** A developer asks for an application while the fault is armed. */
async function createUnder({ story, idp, apim, developer }: Scenery, { name }: Fault): Promise<void> {
  const asked = { input: ordinary('web', `${name} ${idp.name}`), grantTypes: defaultGrants.web, armed: [name] };
  const { application } = await askInPortal(story, developer, asked);
  await lookAt(story, application, { idp, apim });
}

/** A developer does something with an application that was there before the fault. */
async function manageUnder(scenery: Scenery, fault: Fault): Promise<void> {
  const { story, idp, apim, portal, developer } = scenery;
  idp.disarm();
  const { record, applicationId } = await registerByRest({ story, idp, portal }, 'web', `${fault.name} ${idp.name}`);
  record.armed = [fault.name];
  idp.arm(fault);
  const { application } = developer;
  if (fault.at === 'renewal')
    await noting(story, 'portal', 'renew the secret', () => openThen(() => application.renewSecret()), developer);
  else if (fault.methods?.includes('DELETE') === true)
    await noting(story, 'portal', 'delete the application', () => openThen(() => application.remove()), developer);
  else
    await edit({ story, place: 'portal', person: developer, page: application }, applicationId, {
      redirectUris: ['https://app.example/new'],
    });
  idp.disarm();
  await lookAt(story, record, { idp, apim });

  async function openThen<T>(act: () => Promise<T>): Promise<T> {
    await application.open(applicationId);
    return act();
  }
}

/** The administrator saves the provider while the fault is armed; who gets that far meets it as a developer too. */
async function configureUnder(scenery: Scenery, fault: Fault): Promise<void> {
  const { story, apim, provider } = scenery;
  const saved = await noting(story, 'harness', `save the provider by REST under ${fault.name}`, () =>
    apim.replaceProvider(provider),
  );
  if (saved.outcome === 'done') await createUnder(scenery, fault);
}

const walk = (scenery: Scenery, fault: Fault): Promise<void> => {
  switch (fault.at) {
    case 'discovery':
      return configureUnder(scenery, fault);
    case 'token':
    case 'registration':
      return createUnder(scenery, fault);
    case 'management':
    case 'renewal':
      return manageUnder(scenery, fault);
  }
};

for (const { id, faults } of families)
  test(titleOf(id), { tag: `@${id}` }, async ({ target, story, secrets, apim, idp, portals, developer }) => {
    const renews = developer.offers.has('renew-secret') || faults.every(({ at }) => at !== 'renewal');
    test.skip(!renews, 'this portal renews no secret');
    story.plan = [...faults.map(({ name }) => `fault:${name}` as const), 'provider', 'end-of-story'];
    const provider = await arrangeByRest({ target, story, apim, idp, secrets }, renewalAt(idp));
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    for (const fault of faults) {
      idp.arm(fault);
      await walk({ story, idp, apim, portal: portals.developer, developer, provider }, fault);
      idp.disarm();
    }
  });
