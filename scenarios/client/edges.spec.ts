import { test } from '../../fixtures/index.ts';
import type { ApplicationInput } from '../../fixtures/pages/application-input.ts';
import { titleOf } from '../../src/commands/stories.ts';
import type { ApplicationType } from '../../src/recording/recording.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { arrangeByRest, askForApplication } from './parts.ts';
import { lookAt } from './views.ts';

interface Edge {
  readonly title: string;
  readonly input: ApplicationInput;
  readonly grantTypes: readonly string[];
}

const edge = (
  title: string,
  type: ApplicationType,
  change: Partial<ApplicationInput> = {},
  grantTypes = defaultGrants[type],
): Omit<Edge, 'input'> & { input: (name: string) => ApplicationInput } => ({
  title,
  input: (name) => ({ ...ordinary(type, `${title} ${name}`), ...change }),
  grantTypes,
});

const manyUris = Array.from({ length: 100 }, (_, index) => `https://app.example/callback/${index}`);

/** What people ask for now and then, and no form is tried with. */
const edges = [
  edge(`A long name, ${'word '.repeat(200)}`.trim(), 'web'),
  edge('A hundred redirect URIs', 'web', { redirectUris: manyUris }),
  edge('No redirect URI', 'web', { redirectUris: [] }),
  edge('No grant', 'web', {}, []),
  edge('Implicit', 'web', {}, ['authorization_code', 'implicit']),
  edge('Implicit page', 'browser', {}, ['authorization_code', 'implicit']),
  edge('Every grant', 'native', {}, ['authorization_code', 'refresh_token', 'password', 'implicit']),
];

test(titleOf('rest-edges'), { tag: '@rest-edges' }, async ({ target, story, secrets, apim, idp, portals }) => {
  story.plan = ['registration', 'registration:web', 'long-values', 'provider', 'end-of-story'];
  await arrangeByRest({ target, story, apim, idp, secrets });
  for (const { title, input: inputOf, grantTypes } of edges) {
    const input = inputOf(idp.name);
    const asked = { input, through: 'portal-api', grantTypes } as const;
    const { application } = await story.step('portal', `ask for an application: ${title.slice(0, 40)}`, () =>
      askForApplication(story, asked, () => portals.developer.create(input, grantTypes)),
    );
    await lookAt(story, application, { idp, apim });
  }
});

const burst = 100;

test(
  titleOf('hundred-in-a-row'),
  { tag: '@hundred-in-a-row' },
  async ({ target, story, secrets, apim, idp, portals }) => {
    story.plan = ['registration', 'registrations-in-a-row', 'burst', 'provider', 'end-of-story'];
    await arrangeByRest({ target, story, apim, idp, secrets });
    await story.step('portal', 'ask for a hundred applications in a row', async () => {
      let created = 0;
      for (let number = 1; number <= burst; number += 1) {
        const input = ordinary('backend_to_backend', `In a row ${number} ${idp.name}`);
        const { outcome } = await portals.developer.create(input, defaultGrants.backend_to_backend);
        if (outcome === 'done') created += 1;
      }
      story.saw({ kind: 'burst', asked: burst, created, refused: burst - created });
      story.note(`${created} were created`);
    });
  },
);
