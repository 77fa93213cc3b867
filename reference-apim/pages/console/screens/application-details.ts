import { html, nothing, type TemplateResult } from 'lit';
import {
  loadApplication,
  loadPermissions,
  loadTypeOf,
  updateApplication,
  type Application,
  type ApplicationType,
} from '../backend/applications.ts';
import { saveBar, type SaveBar } from '../controls/save-bar.ts';
import { showSuccess } from '../overlay/snack-bar.ts';
import { refresh } from '../refresh.ts';
import type { OpenScreen } from '../screen.ts';
import { applicationMenu } from '../shell/application-menu.ts';
import { dangerZone } from './danger-zone.ts';
import { detailsBody, detailsFields, detailsForm, type DetailsForm } from './details-form.ts';
import { generalCard } from './details-general.ts';
import { oauthCard, simpleCard, tlsCard } from './details-security.ts';

export interface Details {
  readonly application: Application;
  /** Unknown until its own call has answered; so are the values of the client. */
  readonly type: ApplicationType | undefined;
  readonly form: DetailsForm;
  /** Archived applications and those of the Kubernetes operator can only be looked at. */
  readonly readonly: boolean;
}

const isReadonly = ({ status, origin }: Application): boolean => status === 'ARCHIVED' || origin === 'KUBERNETES';

export const applicationScreen: OpenScreen = ({ params }) => {
  const id = params['id'] ?? '';
  const state: { details: Details | undefined } = { details: undefined };
  const show = (application: Application, type?: ApplicationType): void => {
    const form = detailsForm(application, type === undefined ? 'without-client' : 'complete');
    state.details = { application, type, form, readonly: isReadonly(application) };
    refresh();
  };
  const reload = async (): Promise<void> => {
    const application = await loadApplication(id);
    if (application === undefined) return;
    if (state.details === undefined) show(application);
    const type = await loadTypeOf(id);
    if (type !== undefined) show(application, type);
  };
  const save = async (): Promise<void> => {
    if (state.details === undefined) return;
    const { application, form } = state.details;
    if ((await updateApplication(id, detailsBody(application, form))) === undefined) return;
    showSuccess('Application details successfully updated!');
    await reload();
  };
  const bar = saveBar({
    mode: 'edit',
    fields: () => (state.details === undefined ? [] : detailsFields(state.details.form)),
    save: () => void save(),
    discard: () => void reload(),
  });
  void loadPermissions(id).then(reload);
  return {
    menu: () => (state.details === undefined ? nothing : applicationMenu(state.details.application.name, id)),
    view: () => (state.details === undefined ? html`` : page(state.details, bar)),
  };
};

const page = (details: Details, bar: SaveBar): TemplateResult =>
  html`<form novalidate @submit=${bar.submit}>
    ${generalCard(details)} ${details.application.settings.oauth == null ? simpleCard(details) : oauthCard(details)}
    ${tlsCard(details)} ${details.readonly ? nothing : dangerZone(details.application)} ${bar.view()}
  </form>`;
