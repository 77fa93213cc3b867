import { test } from '../../fixtures/index.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { pageFamilies, restFamilies } from './fault-families.ts';
import { byRest, onPages } from './fault-hands.ts';
import { faultPlan, walkTrials } from './fault-walk.ts';
import { arrangeByRest, renewalAt } from './parts.ts';

for (const { id, trials } of pageFamilies)
  test(titleOf(id), { tag: `@${id}` }, async ({ target, story, secrets, apim, idp, portals, developer }) => {
    const renews = developer.offers.has('renew-secret') || trials.every(({ fault }) => fault.at !== 'renewal');
    test.skip(!renews, 'this portal renews no secret');
    const looks = trials.some(({ then }) => then.includes('look'));
    story.plan = [...faultPlan(trials), ...(looks ? (['script-probe', 'page-with-secret'] as const) : [])];
    const provider = await arrangeByRest({ target, story, apim, idp, secrets }, renewalAt(idp));
    await story.step('portal', 'sign in as a developer', developer.signIn, developer);
    const hand = onPages(story, developer);
    await walkTrials({ story, idp, apim, portal: portals.developer, hand, provider }, trials);
  });

for (const { id, trials } of restFamilies)
  test(
    titleOf(id),
    { tag: `@${id}` },
    async ({ target, story, secrets, apim, idp, portals: { developer: portal } }) => {
      story.plan = faultPlan(trials);
      const provider = await arrangeByRest({ target, story, apim, idp, secrets }, renewalAt(idp));
      await walkTrials({ story, idp, apim, portal, hand: byRest(story, portal), provider }, trials);
    },
  );
