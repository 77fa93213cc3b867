import { html } from 'lit';

import { enabledTypes } from '../backend/application-types.ts';
import type { Page } from '../page.ts';
import { applicationsMenu } from '../shell/navigation.ts';
import { actions } from '../wizard/actions.ts';
import { general } from '../wizard/general.ts';
import { security } from '../wizard/security.ts';
import { stepper } from '../wizard/stepper.ts';
import { subscription } from '../wizard/subscription.ts';
import { validation } from '../wizard/validation.ts';
import { newWizard } from '../wizard/wizard.ts';

/** The creation wizard. All steps are in the document; the style sheet shows the open one. */
export async function creationPage(): Promise<Page> {
  const wizard = newWizard(await enabledTypes());
  return {
    view: () =>
      html`<app-application-creation class="box">
        ${stepper(wizard)}
        <div class="steps" data-open=${wizard.step}>
          <app-application-creation-step1>${general(wizard.draft)}</app-application-creation-step1>
          <app-application-creation-step2>${security(wizard)}</app-application-creation-step2>
          <app-application-creation-step3>${subscription()}</app-application-creation-step3>
          <app-application-creation-step4></app-application-creation-step4>
          <app-application-creation-step5>${validation(wizard)}</app-application-creation-step5>
        </div>
        ${actions(wizard)}
      </app-application-creation>`,
    menu: (pathname) => ({ links: applicationsMenu(pathname) }),
  };
}
