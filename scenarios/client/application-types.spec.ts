import { mustBeDone, test } from '../../fixtures/index.ts';
import type { ObservationName } from '../../src/recording/observation-names.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInConsole } from './creation.ts';
import { arrangeByRest, createInPortal, creationPlan, registrationOf } from './parts.ts';
import { lookAt } from './views.ts';

const inConsole = [
  ['console-web', 'web'],
  ['console-spa', 'browser'],
  ['console-native', 'native'],
] as const;

for (const [id, type] of inConsole)
  test(titleOf(id), { tag: `@${id}` }, async ({ target, story, secrets, apim, idp, administrator }) => {
    story.plan = [...creationPlan, `registration:${type}` satisfies ObservationName];
    const input = ordinary(type, `Console ${type} ${idp.name}`);
    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    const { application, answer } = await askInConsole(story, administrator, {
      input,
      grantTypes: defaultGrants[type],
    });
    mustBeDone(answer, (said) => `Console: the application was refused: ${said}`);
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    await lookAt(story, application, { idp, apim, administrator });
  });

const inPortal = [
  ['portal-backend-to-backend', 'backend_to_backend'],
  ['portal-spa', 'browser'],
  ['portal-native', 'native'],
] as const;

for (const [id, type] of inPortal)
  test(titleOf(id), { tag: `@${id}` }, async ({ target, story, secrets, apim, idp, developer }) => {
    story.plan = [...creationPlan, `registration:${type}` satisfies ObservationName];
    const ordinaryOne = ordinary(type, `Portal ${type} ${idp.name}`);
    // The Portal's field takes http and https only: an app on a phone is reached at its loopback address (RFC 8252 §7.3).
    const input = type === 'native' ? { ...ordinaryOne, redirectUris: ['http://127.0.0.1/callback'] } : ordinaryOne;
    await arrangeByRest({ target, story, apim, idp, secrets });
    const { record, applicationId } = await createInPortal(story, developer, {
      input,
      grantTypes: defaultGrants[type],
    });
    await story.step('idp', 'receive the registration request (RFC 7591)', () => registrationOf(idp, input.name));
    await lookAt(story, record, { idp, apim, developer: { ...developer, applicationId } });
  });
