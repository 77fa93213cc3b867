import { html, type TemplateResult } from 'lit';

import { chooseStep, isStepValid, type Step, type Wizard } from './wizard.ts';
import '@gravitee/ui-components/wc/gv-stepper';

const titles = ['General', 'Security', 'Subscription'] as const;

/** What the stepper says under the title of a step that has been opened. */
const descriptionOf = ({ draft, visited }: Wizard, step: Step): string => {
  if (step === 1) return draft.name ?? '';
  if (!visited.has(step)) return '';
  return step === 2 ? (draft.type?.name ?? '') : 'No subscription';
};

/** As in the product, the last step is not among them while API keys cannot be shared. */
const stepsOf = (wizard: Wizard): object[] =>
  ([1, 2, 3] as const).map((step, index) => {
    const valid = isStepValid(wizard, step);
    const shown = step === 1 ? wizard.visited.has(2) : wizard.visited.has(step);
    return { title: titles[index], description: descriptionOf(wizard, step), valid, invalid: shown && !valid };
  });

export const stepper = (wizard: Wizard): TemplateResult =>
  html`<div class="stepper">
    <gv-stepper
      .steps=${stepsOf(wizard)}
      .current=${wizard.step}
      @gv-stepper:change=${({ detail }: CustomEvent<{ current: number }>) => chooseStep(wizard, detail.current)}
    ></gv-stepper>
  </div>`;
