import { html, nothing, type TemplateResult } from 'lit';

import { configurationOf } from '../backend/environment.ts';
import { mayDo } from '../backend/session.ts';
import { navigate } from '../router.ts';
import '@gravitee/ui-components/wc/gv-button';

/** The permission APPLICATION-C, and a type that is switched on. */
export const mayCreateApplications = (): boolean =>
  mayDo('APPLICATION-C') && configurationOf()?.portal.applicationCreation.enabled === true;

export const openCreation = (): void => void navigate('/applications/creation');

/** In the right slot of the menu. */
export const createButton = (): TemplateResult =>
  html`${
    mayCreateApplications()
      ? html`<app-gv-button-create-application slot="right"
          ><gv-button link primary icon="code:plus" @gv-button:click=${openCreation}
            >Create an app</gv-button
          ></app-gv-button-create-application
        >`
      : nothing
  }`;
