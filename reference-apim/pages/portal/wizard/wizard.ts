import { createApplication, type Application } from '../backend/applications.ts';
import type { ApplicationType } from '../backend/application-types.ts';
import { refresh } from '../refresh.ts';
import { clearMessage } from '../shell/message.ts';
import { bodyOf } from './body.ts';
import { emptyDraft, isGeneralValid, isSecurityValid, type Draft } from './draft.ts';

/** General, Security, Subscription, API key mode, Validation. The fourth is left out without shared API keys. */
export const stepNumbers = [1, 2, 3, 4, 5] as const;
export type Step = (typeof stepNumbers)[number];

export interface Wizard {
  readonly types: readonly ApplicationType[];
  readonly draft: Draft;
  step: Step;
  readonly visited: Set<Step>;
  state: 'open' | 'creating' | 'refused' | 'created';
  created: Application | undefined;
}

export const newWizard = (types: readonly ApplicationType[]): Wizard => ({
  types,
  draft: emptyDraft(types[0]),
  step: 1,
  visited: new Set([1]),
  state: 'open',
  created: undefined,
});

export const isStepValid = ({ draft, visited }: Wizard, step: Step): boolean => {
  if (!visited.has(step)) return false;
  if (step === 1) return isGeneralValid(draft);
  return step === 2 ? isSecurityValid(draft) : true;
};

/** Nothing says that something is missing before the last step. */
export const isComplete = (wizard: Wizard): boolean =>
  wizard.state !== 'created' && ([1, 2, 3] as const).every((step) => isStepValid(wizard, step));

/** A refusal stays on the last step when one goes back and comes again; choosing a step in the stepper ends it. */
export function goTo(wizard: Wizard, step: Step): void {
  if (wizard.state === 'created') return;
  wizard.visited.add(step);
  wizard.step = step;
  refresh();
}

export function chooseStep(wizard: Wizard, position: number): void {
  if (wizard.state === 'refused') wizard.state = 'open';
  clearMessage();
  goTo(wizard, stepNumbers.find((step) => step === position) ?? 5);
}

export async function create(wizard: Wizard): Promise<void> {
  wizard.state = 'creating';
  refresh();
  wizard.created = await createApplication(bodyOf(wizard.draft));
  wizard.state = wizard.created === undefined ? 'refused' : 'created';
  refresh();
}
