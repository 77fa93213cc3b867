import { test } from '../../fixtures/index.ts';
import type { ApplicationChange } from '../../fixtures/pages/application-input.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { edit, editPlan, registerByRest, signIn } from './life.ts';
import { arrangeByRest } from './parts.ts';
import { sawChange } from './sightings.ts';
import { lookAt } from './views.ts';

interface Edit {
  readonly name?: (name: string) => string;
  readonly change: ApplicationChange;
}

const redirectUris = ['https://app.example/new', 'https://app.example/silent'];
const renamed = (name: string) => `${name} renamed`;

const changeOf = ({ name, change }: Edit, before: string): ApplicationChange => ({
  ...(name && { name: name(before) }),
  ...change,
});

const inConsole = [
  ['console-edit', { name: renamed, change: { redirectUris } }],
  ['console-grants', { change: { grants: ['authorization_code', 'refresh_token'] } }],
] as const satisfies readonly (readonly [string, Edit])[];

for (const [id, wanted] of inConsole)
  test(titleOf(id), { tag: `@${id}` }, async ({ target, story, secrets, apim, idp, portals, administrator }) => {
    story.plan = editPlan;
    await arrangeByRest({ target, story, apim, idp, secrets });
    const before = `Edited ${idp.name}`;
    const existing = await registerByRest({ story, idp, portal: portals.developer }, 'web', before);
    const editor = { story, place: 'console', person: administrator, page: administrator.applicationDetails } as const;
    await signIn(editor);
    const change = changeOf(wanted, before);
    const { outcome } = await edit(editor, existing, change);
    const named = outcome === 'done' ? (change.name ?? before) : before;
    await edit(editor, existing, { description: 'Nothing that is registered' });
    await lookAt(story, existing.record, { idp, apim, administrator, named });
  });

const inPortal = [
  ['portal-edit', { name: renamed, change: { redirectUris, grants: ['authorization_code', 'refresh_token'] } }],
] as const satisfies readonly (readonly [string, Edit])[];

for (const [id, wanted] of inPortal)
  test(titleOf(id), { tag: `@${id}` }, async ({ target, story, secrets, apim, idp, portals, developer }) => {
    story.plan = editPlan;
    await arrangeByRest({ target, story, apim, idp, secrets });
    const before = `Edited ${idp.name}`;
    const existing = await registerByRest({ story, idp, portal: portals.developer }, 'web', before);
    const editor = { story, place: 'portal', person: developer, page: developer.application } as const;
    await signIn(editor);
    const change = changeOf(wanted, before);
    const { outcome } = await edit(editor, existing, change);
    const named = outcome === 'done' ? (change.name ?? before) : before;
    await edit(editor, existing, { description: 'Nothing that is registered' });
    const { applicationId, record } = existing;
    await lookAt(story, record, { idp, apim, developer: { ...developer, applicationId }, named });
  });

test(
  titleOf('rest-clear-value'),
  { tag: '@rest-clear-value' },
  async ({ target, story, secrets, apim, idp, portals }) => {
    story.plan = [
      'registration',
      'registration-accepted',
      'update',
      'edit',
      'cleared-value',
      'provider',
      'end-of-story',
    ];
    await arrangeByRest({ target, story, apim, idp, secrets });
    const name = `Cleared ${idp.name}`;
    const { record } = await registerByRest({ story, idp, portal: portals.developer }, 'web', name);
    for (const [title, uri] of [
      ['set the home page', 'https://app.example/'],
      ['clear the home page again', null],
    ] as const)
      await story.step('harness', `${title} by the Management REST API`, async () => {
        const outcome = await apim.editOauth(name, { client_uri: uri });
        sawChange(story, name, { client_uri: uri }, outcome);
        if (outcome.outcome === 'refused') return story.note(outcome.message);
        const client = (await idp.clients())?.find(({ metadata }) => metadata['client_name'] === name);
        story.note(`the IdP holds the home page ${JSON.stringify(client?.metadata['client_uri'] ?? null)}`);
      });
    await lookAt(story, record, { idp, apim });
  },
);
