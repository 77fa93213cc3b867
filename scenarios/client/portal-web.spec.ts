import { test } from '../../fixtures/index.ts';
import { arrangeByRest, createInPortal, creationPlan, registrationOf } from './parts.ts';
import { lookAt } from './views.ts';

test(
  'A Web application with redirect URIs, created in the Portal',
  { tag: '@portal-web' },
  async ({ target, story, secrets, apim, idp, developer }) => {
    story.plan = [...creationPlan, 'registration:web'];
    const input = {
      name: `Portal web ${idp.name}`,
      description: 'A site whose users sign in at the IdP',
      type: 'web',
      redirectUris: ['https://app.example/callback', 'https://app.example/silent'],
    } as const;

    await arrangeByRest({ target, story, apim, idp, secrets });
    const asked = { input, grantTypes: ['authorization_code'] };
    const { record, applicationId } = await createInPortal(story, developer, asked);
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    await lookAt(story, record, { idp, apim, developer: { ...developer, applicationId } });
  },
);
