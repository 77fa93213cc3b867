import { test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askInPortal } from './creation.ts';
import { registerByRest } from './life.ts';
import { arrangeByRest, askForApplication, renewalAt } from './parts.ts';
import { sawEdit } from './sightings.ts';
import { lookAt } from './views.ts';

const grantTypes = defaultGrants.web;

test(titleOf('ten-at-once'), { tag: '@ten-at-once' }, async ({ target, story, secrets, apim, idp, portals }) => {
  story.plan = [
    'registration',
    'registration-accepted',
    'registration:web',
    'registrations-in-a-row',
    'creations-at-once',
    'edits-at-once',
    'provider',
    'end-of-story',
  ];
  await arrangeByRest({ target, story, apim, idp, secrets });
  const wanted = Array.from({ length: 10 }, (_, index) => ({
    portal: index % 2 === 0 ? portals.developer : portals.another,
    input: {
      ...ordinary('web', `At once ${index + 1} ${idp.name}`),
      redirectUris: [`https://app-${index + 1}.example/callback`],
    },
  }));
  const existing = await story.step(
    'portal',
    'two developers ask for ten applications at the same moment',
    async () => {
      const asked = await Promise.all(
        wanted.map(({ portal, input }) =>
          askForApplication(story, { input, through: 'portal-api', grantTypes }, () =>
            portal.create(input, grantTypes),
          ),
        ),
      );
      story.saw({ kind: 'at-once', acts: 'creations', applications: wanted.map(({ input }) => input.name) });
      const created = asked.filter(({ answer }) => answer.outcome === 'done').length;
      story.note(
        `${created} were created, and the IdP has ${(await idp.clients())?.length ?? 'an unknown number of'} clients`,
      );
      return asked.map(({ application, answer }) => ({ record: application, applicationId: answer.id ?? '' }));
    },
  );
  for (const { record } of existing) await lookAt(story, record, { idp, apim });
  const [first] = existing;
  if (first?.record.outcome !== 'created') return;
  const { name } = first.record;
  await story.step('portal', 'save two changes of one application at the same moment', async () => {
    const changes = ['one', 'other'].map((word) => ({ redirectUris: [`https://app-1.example/${word}`] }));
    await Promise.all(
      changes.map(async (change) => {
        sawEdit(story, name, change, await portals.developer.edit(first.applicationId, change));
      }),
    );
    story.saw({ kind: 'at-once', acts: 'edits', applications: [name] });
  });
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
    story.plan = ['registration', 'registration-accepted', 'stranger-act', 'provider', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets }, renewalAt(idp));
    const name = `Somebody else's ${idp.name}`;
    const { record, applicationId: id } = await registerByRest({ story, idp, portal: portals.developer }, 'web', name);
    for (const [who, portal] of [
      ['another developer', portals.another],
      ['nobody who signed in', portals.nobody],
    ] as const)
      for (const [kind, what, act] of [
        ['edit', 'edit', () => portal.editUnread(id, `${name}, taken over`)],
        ['renew', 'renew the secret of', () => portal.renewSecret(id)],
        ['delete', 'delete', () => portal.remove(id)],
      ] as const)
        await story.step('portal', `${who} tries to ${what} the application`, async () => {
          const before = idp.exchanges().length;
          const outcome = await act();
          const sent = idp.exchanges().length - before;
          const refused = outcome.outcome === 'refused';
          story.saw({
            ...{ kind: 'powerless-act', application: name, person: who, act: kind, right: 'none' },
            ...(refused ? { outcome: 'refused', message: outcome.message } : { outcome: 'done' }),
          });
          story.note(`${refused ? `refused: ${outcome.message}` : 'done'}; ${sent} requests to the IdP`);
        });
    await lookAt(story, record, { idp, apim });
  },
);
