import { test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { registerByRest } from './life.ts';
import { arrangeByRest } from './parts.ts';
import { sawAnswer } from './sightings.ts';
import { lookAt } from './views.ts';

test(
  titleOf('browsers-by-role'),
  { tag: '@browsers-by-role' },
  async ({ target, story, secrets, apim, idp, portals, administrator, developer, stranger, visitor }) => {
    story.plan = [
      'registration',
      'registration-accepted',
      'provider',
      'three-views',
      'browsers',
      'answer-with-secret',
      'provider-answer',
      'end-of-story',
    ];
    const { name, client_secret: providerSecret } = await arrangeByRest({ target, story, apim, idp, secrets });
    const maker = { story, idp, portal: portals.developer };
    const { record, applicationId } = await registerByRest(maker, 'web', `Private ${idp.name}`);
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await story.step(
      'console',
      'open the provider',
      async () => {
        await administrator.clientRegistration.open();
        await administrator.clientRegistration.openProvider(name);
      },
      administrator,
    );
    await story.step('portal', 'sign in as the owner', developer.signIn, developer);
    await lookAt(story, record, { idp, apim, administrator, developer: { ...developer, applicationId } });
    await story.step('harness', 'see what the REST APIs answer about the application and the provider', async () => {
      const clientSecret = (await portals.developer.secretOf(applicationId)) ?? '';
      const known = [providerSecret, clientSecret].filter((secret) => secret !== '');
      sawAnswer(story, 'application', await portals.developer.answerAbout(applicationId), known);
      sawAnswer(story, 'provider', await apim.answerAboutProviders(), known);
    });
    await story.step('portal', 'sign in as another developer', stranger.signIn, stranger);
    await story.step(
      'portal',
      'look for the application as another developer',
      async () => {
        await stranger.applications.open();
        const shows = await stranger.applications.shows(record.name);
        story.note(`the list of another developer ${shows ? 'shows' : 'does not show'} the application`);
        await stranger.application.open(applicationId);
      },
      stranger,
    );
    await story.step(
      'portal',
      'open its address without signing in',
      async () => {
        await visitor.page.goto(`${target.sut.portalUrl}/applications/${applicationId}`);
      },
      visitor,
    );
  },
);
