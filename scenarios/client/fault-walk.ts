import type { IdpView } from '../../mock-idp/api.ts';
import type { Fault } from '../../mock-idp/faults/fault.ts';
import type { ApimRest, ProviderBody } from '../../fixtures/apim-rest.ts';
import type { Story } from '../../fixtures/index.ts';
import type { PortalRest } from '../../fixtures/portal-rest.ts';
import type { ObservationName } from '../../src/recording/observation-names.ts';
import { ordinary } from './asked.ts';
import type { Act, Trial } from './fault-families.ts';
import type { Hand } from './fault-hands.ts';
import { noting, registerByRest, type Existing } from './life.ts';
import { everyField, sawSave } from './sightings.ts';
import { lookAt } from './views.ts';

export interface Scenery {
  readonly story: Story;
  readonly idp: IdpView;
  readonly apim: ApimRest;
  readonly portal: PortalRest;
  readonly hand: Hand;
  readonly provider: ProviderBody;
}

/** What a story with those trials sets out to see. */
export const faultPlan = (trials: readonly Trial[]): readonly ObservationName[] => [
  ...trials.map(({ fault }) => `fault:${fault.name}` as const),
  ...(trials.some(({ then }) => then.includes('edit')) ? (['management-try'] as const) : []),
  ...(trials.some(({ fault }) => fault.at === 'discovery') ? (['provider-save-tried'] as const) : []),
  'provider',
  'end-of-story',
];

/** A developer asks for an application while the fault is armed. */
function createUnder({ idp, hand }: Scenery, { name }: Fault, again = ''): Promise<Existing> {
  const input = { ...ordinary('web', `${name}${again} ${idp.name}`), grants: ['refresh_token'] } as const;
  return hand.create(input, [name]);
}

/** A developer does something with an application that was there before the fault. */
async function manageUnder(scenery: Scenery, fault: Fault): Promise<Existing> {
  const { story, idp, portal, hand } = scenery;
  idp.disarm();
  const existing = await registerByRest({ story, idp, portal }, 'web', `${fault.name} ${idp.name}`);
  existing.record.armed = [fault.name];
  idp.arm(fault);
  if (fault.at === 'renewal') await hand.renew(existing);
  else if (fault.methods?.includes('DELETE') === true || fault.name.startsWith('delete-')) await hand.remove(existing);
  else await hand.edit(existing);
  return existing;
}

/** The administrator saves the provider while the fault is armed; who gets that far meets it as a developer too. */
async function configureUnder(scenery: Scenery, fault: Fault): Promise<Existing | undefined> {
  const { story, apim, provider } = scenery;
  const again = fault.name === 'endpoints-moved';
  const saved = await noting(story, 'harness', `save the provider by REST under ${fault.name}`, async () => {
    const outcome = await (again ? apim.editProvider(provider) : apim.replaceProvider(provider));
    sawSave(story, { first: !again, typed: everyField }, outcome);
    return outcome;
  });
  return saved.outcome === 'done' ? createUnder(scenery, fault) : undefined;
}

function startTrial(scenery: Scenery, fault: Fault): Promise<Existing | undefined> {
  switch (fault.at) {
    case 'discovery':
      return configureUnder(scenery, fault);
    case 'token':
    case 'registration':
      return createUnder(scenery, fault);
    case 'management':
    case 'renewal':
      return manageUnder(scenery, fault);
  }
}

/** Each fault in its turn; what exists in the end is looked at. */
export async function walkTrials(scenery: Scenery, trials: readonly Trial[]): Promise<void> {
  const { story, idp, apim, hand } = scenery;
  for (const { fault, then } of trials) {
    idp.arm(fault);
    const existing = await startTrial(scenery, fault);
    const acts: Readonly<Record<Act, (existing: Existing) => Promise<unknown>>> = {
      create: async () => {
        const { record } = await createUnder(scenery, fault, ' again');
        await lookAt(story, record, { idp, apim });
      },
      edit: (one) => hand.edit(one),
      renew: (one) => hand.renew(one),
      look: (one) => hand.look(one),
    };
    if (existing !== undefined && existing.record.outcome === 'created')
      for (const act of then) await acts[act](existing);
    idp.disarm();
    if (existing !== undefined) await lookAt(story, existing.record, { idp, apim });
  }
}
