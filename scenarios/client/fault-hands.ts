import type { Dialog } from '@playwright/test';
import type { Developer, Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ApplicationInput } from '../../fixtures/pages/application-input.ts';
import type { PortalRest } from '../../fixtures/portal-rest.ts';
import { defaultGrants } from './asked.ts';
import { askInPortal } from './creation.ts';
import { changeByRest, edit, noting, removing, renewing, type Existing } from './life.ts';
import { askForApplication } from './parts.ts';
import { readPage } from './views.ts';

/** What a developer does while a fault is armed: on the pages, or by the REST API that is behind them. */
export interface Hand {
  /** Asks for an application, whatever comes of it. */
  create(input: ApplicationInput, armed: readonly string[]): Promise<Existing>;
  edit(existing: Existing): Promise<Outcome>;
  renew(existing: Existing): Promise<Outcome>;
  remove(existing: Existing): Promise<Outcome>;
  /** Reads the application's own page, with the secret that it shows, and whether a script of the provider ran there. */
  look(existing: Existing): Promise<void>;
}

const grantsOf = ({ type, grants = [] }: ApplicationInput) => [...defaultGrants[type], ...grants];

/** Another one each time: an edit of nothing is no edit. */
const changeOf = ({ record }: Existing, count: number) => ({
  redirectUris: [`https://app.example/${record.type}/${count}`],
});

/** The developer is signed in. */
export function onPages(story: Story, developer: Developer): Hand {
  const { application: page } = developer;
  let edits = 0;
  const openThen = async <T>({ applicationId }: Existing, act: () => Promise<T>): Promise<T> => {
    await page.open(applicationId);
    return act();
  };
  return {
    create: async (input, armed) => {
      const asked = { input, grantTypes: grantsOf(input), armed };
      const { application, answer } = await askInPortal(story, developer, asked);
      return {
        record: application,
        applicationId: answer.outcome === 'done' ? await developer.wizard.openCreated(input.name) : '',
      };
    },
    edit: (existing) =>
      edit({ story, place: 'portal', person: developer, page }, existing, changeOf(existing, (edits += 1))),
    renew: (existing) => renewing(story, existing, () => openThen(existing, () => page.renewSecret()), developer),
    remove: (existing) => removing(story, 'portal', existing, () => openThen(existing, () => page.remove()), developer),
    look: (existing) => lookForScripts(story, developer, existing),
  };
}

export function byRest(story: Story, portal: PortalRest): Hand {
  let edits = 0;
  return {
    create: (input, armed) => {
      const grantTypes = grantsOf(input);
      const asked = { input, through: 'portal-api', grantTypes, armed } as const;
      return story.step('portal', `create the application ${input.name} by the Portal REST API`, async () => {
        const { application, answer } = await askForApplication(story, asked, () => portal.create(input, grantTypes));
        return { record: application, applicationId: answer.id ?? '' };
      });
    },
    edit: (existing) => changeByRest(story, portal, existing, changeOf(existing, (edits += 1))),
    renew: ({ applicationId }) =>
      noting(story, 'portal', 'renew the secret by the Portal REST API', () => portal.renewSecret(applicationId)),
    remove: (existing) => removing(story, 'portal', existing, () => portal.remove(existing.applicationId)),
    look: () => Promise.resolve(),
  };
}

async function lookForScripts(story: Story, developer: Developer, existing: Existing): Promise<void> {
  const { page } = developer;
  let ran = false;
  const notice = (dialog: Dialog) => {
    ran = true;
    void dialog.dismiss();
  };
  page.on('dialog', notice);
  await story.step(
    'portal',
    'look at the application',
    async () => {
      existing.record.portal = await readPage(developer.application, existing.applicationId);
      story.saw({ kind: 'script-probe', page: 'application', ran });
    },
    developer,
  );
  page.off('dialog', notice);
}
