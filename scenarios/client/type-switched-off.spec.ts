import { test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { arrangeByRest, askForApplication } from './parts.ts';
import { lookAt } from './views.ts';

test(
  titleOf('type-switched-off'),
  { tag: '@type-switched-off' },
  async ({ target, story, secrets, apim, idp, developer, portals }) => {
    story.plan = ['disabled-type', 'registration-off', 'provider', 'end-of-story'];
    const input = ordinary('native', `Switched off ${idp.name}`);
    const [general, security] = developer.wizard.steps(ordinary('web', input.name));
    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('harness', 'switch the type Native off', () => apim.allow('native', false));
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    await story.step(
      'portal',
      'see which types are offered',
      async () => {
        await developer.applications.open();
        await developer.applications.create();
        await general?.act();
        await security?.act();
        return story.note(`the types that are offered: ${(await portals.developer.offeredTypes()).join(', ')}`);
      },
      developer,
    );
    const asked = { input, through: 'portal-api', grantTypes: defaultGrants.native } as const;
    const { application } = await story.step('portal', 'ask the REST API for the type all the same', () =>
      askForApplication(story, asked, () => portals.developer.create(input, asked.grantTypes)),
    );
    application.typeEnabled = false;
    await lookAt(story, application, { idp, apim });
    await story.step('harness', 'switch registration off and see which types are offered', async () => {
      await apim.switchRegistration(false);
      story.saw({ kind: 'types-offered', registration: false, offered: await portals.developer.offeredTypes() });
    });
  },
);
