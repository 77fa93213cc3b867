import { test } from '../../fixtures/index.ts';
import { Inconclusive } from '../../src/errors.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInPortal } from './creation.ts';
import { registerByRest } from './life.ts';
import { arrangeByRest, askForApplication, renewalAt } from './parts.ts';
import { lookAt } from './views.ts';

const grantTypes = defaultGrants.web;

test(titleOf('ten-at-once'), { tag: '@ten-at-once' }, async ({ target, story, secrets, apim, idp, portals }) => {
  story.plan = ['registration', 'registration-accepted', 'registration:web', 'provider', 'end-of-story'];
  await arrangeByRest({ target, story, apim, idp, secrets });
  const wanted = Array.from({ length: 10 }, (_, index) => ({
    portal: index % 2 === 0 ? portals.developer : portals.another,
    input: {
      ...ordinary('web', `At once ${index + 1} ${idp.name}`),
      redirectUris: [`https://app-${index + 1}.example/callback`],
    },
  }));
  const records = await story.step('portal', 'two developers ask for ten applications at the same moment', async () => {
    const asked = await Promise.all(
      wanted.map(({ portal, input }) =>
        askForApplication(story, { input, through: 'portal-api', grantTypes }, () => portal.create(input, grantTypes)),
      ),
    );
    const created = asked.filter(({ answer }) => answer.outcome === 'done').length;
    story.note(
      `${created} were created, and the IdP has ${(await idp.clients())?.length ?? 'an unknown number of'} clients`,
    );
    return asked.map(({ application }) => application);
  });
  for (const record of records) await lookAt(story, record, { idp, apim });
});

test(
  titleOf('application-double-click'),
  { tag: '@application-double-click' },
  async ({ target, story, secrets, apim, idp, developer }) => {
    story.plan = ['registration', 'registration-accepted', 'provider', 'three-views', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const asked = { input: ordinary('web', `Clicked twice ${idp.name}`), grantTypes };
    const { application, answer } = await askInPortal(story, developer, asked, 2);
    if (answer.outcome === 'refused') return;
    const applicationId = await developer.wizard.openCreated(asked.input.name);
    await lookAt(story, application, { idp, apim, developer: { ...developer, applicationId } });
    await story.step('idp', 'count the clients', async () =>
      story.note(`the IdP has ${(await idp.clients())?.length ?? 'an unknown number of'} clients`),
    );
  },
);

test(
  titleOf('another-developer'),
  { tag: '@another-developer' },
  async ({ target, story, secrets, apim, idp, portals }) => {
    story.plan = ['registration', 'registration-accepted', 'provider', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets }, renewalAt(idp));
    const name = `Somebody else's ${idp.name}`;
    const { record, applicationId: id } = await registerByRest({ story, idp, portal: portals.developer }, 'web', name);
    for (const [who, portal] of [
      ['another developer', portals.another],
      ['nobody who signed in', portals.nobody],
    ] as const)
      for (const [what, act] of [
        ['edit', () => portal.editUnread(id, `${name}, taken over`)],
        ['renew the secret of', () => portal.renewSecret(id)],
        ['delete', () => portal.remove(id)],
      ] as const)
        await story.step('portal', `${who} tries to ${what} the application`, async () => {
          const before = idp.exchanges().length;
          const outcome = await act();
          const sent = idp.exchanges().length - before;
          if (outcome.outcome === 'done' || sent > 0)
            throw new Inconclusive(
              `${who} could ${what} the application of somebody else: the product answered ${outcome.outcome} and sent ${sent} requests to the IdP.`,
            );
          story.note(`refused: ${outcome.message}; nothing was sent to the IdP`);
        });
    await lookAt(story, record, { idp, apim });
  },
);
