import { mustBeDone, test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInConsole, askInPortal } from './creation.ts';
import { arrangeByRest } from './parts.ts';
import { lookAt } from './views.ts';

const grantTypes = defaultGrants.simple;

test(
  titleOf('console-simple'),
  { tag: '@console-simple' },
  async ({ target, story, secrets, apim, idp, administrator }) => {
    story.plan = ['application:simple', 'provider', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets });
    await apim.allow('simple', true);
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    const asked = { input: ordinary('simple', `Console simple ${idp.name}`), grantTypes };
    const { application, answer } = await askInConsole(story, administrator, asked);
    mustBeDone(answer, (said) => `Console: the application was refused: ${said}`);
    await lookAt(story, application, { idp, apim });
  },
);

test(titleOf('portal-simple'), { tag: '@portal-simple' }, async ({ target, story, secrets, apim, idp, developer }) => {
  story.plan = ['application:simple', 'provider', 'end-of-story'];
  await arrangeByRest({ target, story, apim, idp, secrets });
  await apim.allow('simple', true);
  await story.step('portal', 'sign in as a developer', developer.signIn, developer);
  const asked = { input: ordinary('simple', `Portal simple ${idp.name}`), grantTypes };
  const { application, answer } = await askInPortal(story, developer, asked);
  mustBeDone(answer, (said) => `Portal: the application was refused: ${said}`);
  await lookAt(story, application, { idp, apim });
});
