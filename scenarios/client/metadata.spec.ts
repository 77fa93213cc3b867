import { mustBeDone, test } from '../../fixtures/index.ts';
import type { ApplicationInput } from '../../fixtures/pages/application-input.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInConsole, askInPortal } from './creation.ts';
import { arrangeByRest, creationPlan, registrationOf } from './parts.ts';
import { lookAt } from './views.ts';

const grantTypes = defaultGrants.web;

const typed = (name: string): ApplicationInput => ({
  ...ordinary('web', name),
  metadata: { policy_uri: 'https://app.example/privacy' },
});

test(
  titleOf('console-metadata'),
  { tag: '@console-metadata' },
  async ({ target, story, secrets, apim, idp, administrator }) => {
    test.skip(!administrator.offers.has('metadata'), 'this version asks for no additional metadata');
    story.plan = [...creationPlan, 'registration:web'];
    const input = typed(`Console metadata ${idp.name}`);
    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    const { application, answer } = await askInConsole(story, administrator, { input, grantTypes });
    mustBeDone(answer, (said) => `Console: the application was refused: ${said}`);
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    await lookAt(story, application, { idp, apim, administrator });
  },
);

test(
  titleOf('portal-metadata'),
  { tag: '@portal-metadata' },
  async ({ target, story, secrets, apim, idp, developer }) => {
    test.skip(!developer.offers.has('metadata'), 'this version asks for no additional metadata');
    story.plan = [...creationPlan, 'registration:web'];
    const input = typed(`Portal metadata ${idp.name}`);
    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const { application, answer } = await askInPortal(story, developer, { input, grantTypes });
    mustBeDone(answer, (said) => `Portal: the application was refused: ${said}`);
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    const applicationId = await developer.wizard.openCreated(input.name);
    await lookAt(story, application, { idp, apim, developer: { ...developer, applicationId } });
  },
);
