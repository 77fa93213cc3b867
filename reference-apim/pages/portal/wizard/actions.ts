import { html, nothing, type TemplateResult } from 'lit';

import { navigate } from '../router.ts';
import { create, goTo, isComplete, type Step, type Wizard } from './wizard.ts';
import '@gravitee/ui-components/wc/gv-button';

/** The step for API keys is passed over in both directions. */
const following: Readonly<Record<Step, Step>> = { 1: 2, 2: 3, 3: 5, 4: 5, 5: 5 };
const preceding: Readonly<Record<Step, Step>> = { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 };

const previous = (wizard: Wizard): TemplateResult =>
  html`<gv-button
    primary
    outlined
    icon="navigation:angle-left"
    ?disabled=${wizard.step === 1}
    @gv-button:click=${() => goTo(wizard, preceding[wizard.step])}
    >Previous</gv-button
  >`;

/** Never disabled. */
const next = (wizard: Wizard): TemplateResult =>
  html`<gv-button
    primary
    icon-right="navigation:angle-right"
    @gv-button:click=${() => goTo(wizard, following[wizard.step])}
    >Next</gv-button
  >`;

const createButton = (wizard: Wizard): TemplateResult =>
  html`<gv-button
    primary
    icon="code:check"
    ?disabled=${!isComplete(wizard)}
    ?loading=${wizard.state === 'creating'}
    @gv-button:click=${() => void create(wizard)}
    >Create the app</gv-button
  >`;

const forward = (wizard: Wizard): TemplateResult | typeof nothing => {
  if (wizard.step < 5) return next(wizard);
  return wizard.state === 'created' ? nothing : createButton(wizard);
};

export const actions = (wizard: Wizard): TemplateResult =>
  html`<div class="actions">
    <div>
      <gv-button outlined icon="code:stop" @gv-button:click=${() => void navigate('/applications')}>Exit</gv-button>
      ${wizard.state === 'created' ? nothing : previous(wizard)}
    </div>
    ${forward(wizard)}
  </div>`;
