import { test } from '../../fixtures/index.ts';
import { arrangeByRest, creationPlan, registrationOf, requestApplication } from './parts.ts';
import { lookAt } from './views.ts';

test(
  'A Backend to Backend application, created in the Console',
  { tag: '@console-backend-to-backend' },
  async ({ target, story, secrets, apim, idp, administrator }) => {
    story.plan = [...creationPlan, 'registration:backend_to_backend'];
    const { applications, applicationCreate } = administrator;
    const input = {
      name: `Console backend ${idp.name}`,
      description: 'A service that calls APIs on its own behalf',
      type: 'backend_to_backend',
      redirectUris: [],
    } as const;

    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await story.step(
      'console',
      'fill in the new application: Backend to backend',
      async () => {
        await applications.open();
        await applications.add();
        await applicationCreate.fill(input);
      },
      administrator,
    );
    const asked = { input, through: 'console', grantTypes: ['client_credentials'] } as const;
    const record = await story.step(
      'console',
      'create the application',
      () => requestApplication(story, asked, () => applicationCreate.create()),
      administrator,
    );
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    await lookAt(story, record, { idp, apim, administrator });
  },
);
