import { test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { registerByRest, removing, renewing } from './life.ts';
import { arrangeByRest, renewalAt } from './parts.ts';
import { lookAt } from './views.ts';

test(
  titleOf('portal-renew-secret'),
  { tag: '@portal-renew-secret' },
  async ({ target, story, secrets, apim, idp, portals, developer }) => {
    test.skip(!developer.offers.has('renew-secret'), 'this portal renews no secret');
    story.plan = [
      'registration',
      'registration-accepted',
      'renewal',
      'renewal-click',
      'renewal-offer',
      'page-with-secret',
      'provider',
      'three-views',
      'end-of-story',
    ];
    await arrangeByRest({ target, story, apim, idp, secrets }, renewalAt(idp));
    const name = `Renewed ${idp.name}`;
    const existing = await registerByRest({ story, idp, portal: portals.developer }, 'web', name);
    const { record, applicationId } = existing;
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    await renewing(
      story,
      existing,
      async () => {
        await developer.application.open(applicationId);
        await developer.application.read();
        const offered = await developer.application.offersRenewal();
        story.saw({ kind: 'renewal-offer', application: name, offered });
        const outcome = await developer.application.renewSecret();
        secrets.push(await developer.application.readSecret());
        return outcome;
      },
      developer,
    );
    await lookAt(story, record, { idp, apim, developer: { ...developer, applicationId } });
  },
);

test(
  titleOf('console-delete'),
  { tag: '@console-delete' },
  async ({ target, story, secrets, apim, idp, portals, administrator }) => {
    story.plan = ['registration', 'registration-accepted', 'deletion', 'provider', 'three-views', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets });
    const maker = { story, idp, portal: portals.developer };
    const gone = await registerByRest(maker, 'web', `Deleted ${idp.name}`);
    const { record: kept } = await registerByRest(maker, 'web', `Kept ${idp.name}`);
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await removing(
      story,
      'console',
      gone,
      async () => {
        await administrator.applicationDetails.open(gone.applicationId);
        return administrator.applicationDetails.remove();
      },
      administrator,
    );
    await lookAt(story, gone.record, { idp, apim });
    await lookAt(story, kept, { idp, apim, administrator });
  },
);

test(
  titleOf('portal-delete'),
  { tag: '@portal-delete' },
  async ({ target, story, secrets, apim, idp, portals, developer }) => {
    story.plan = ['registration', 'registration-accepted', 'deletion', 'provider', 'three-views', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets });
    const maker = { story, idp, portal: portals.developer };
    const gone = await registerByRest(maker, 'web', `Deleted ${idp.name}`);
    const { record: kept, applicationId } = await registerByRest(maker, 'web', `Kept ${idp.name}`);
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    await removing(
      story,
      'portal',
      gone,
      async () => {
        await developer.application.open(gone.applicationId);
        return developer.application.remove();
      },
      developer,
    );
    await lookAt(story, gone.record, { idp, apim });
    await lookAt(story, kept, { idp, apim, developer: { ...developer, applicationId } });
  },
);
