import type { Administrator, Developer, Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { Application } from '../../src/recording/recording.ts';
import { askForApplication, type Asked } from './parts.ts';

export interface Created {
  readonly application: Application;
  readonly answer: Outcome & { id?: string };
}

/** Fills in the Console's page and sends it, whatever comes of it. The administrator is signed in. */
export async function askInConsole(
  story: Story,
  administrator: Administrator,
  asked: Omit<Asked, 'through'>,
): Promise<Created> {
  const { applications, applicationCreate } = administrator;
  const { input } = asked;
  await story.step(
    'console',
    `fill in the new application ${input.name}`,
    async () => {
      await applications.open();
      await applications.add();
      await applicationCreate.fill(input);
    },
    administrator,
  );
  return story.step(
    'console',
    `create the application ${input.name}`,
    () => askForApplication(story, { ...asked, through: 'console' }, () => applicationCreate.create()),
    administrator,
  );
}

/** Fills in the Portal's pages and sends them, whatever comes of it. The developer is signed in. */
export async function askInPortal(
  story: Story,
  developer: Developer,
  asked: Omit<Asked, 'through'>,
  clicks: 1 | 2 = 1,
): Promise<Created> {
  const { input } = asked;
  return story.step(
    'portal',
    `create the application ${input.name}`,
    async () => {
      await developer.applications.open();
      await developer.applications.create();
      for (const { act } of developer.wizard.steps(input)) await act();
      return askForApplication(story, { ...asked, through: 'portal' }, () => developer.wizard.create(clicks));
    },
    developer,
  );
}
