import { html, nothing, type TemplateResult } from 'lit';
import { createApplication, loadGroups, loadTypes, type ApplicationType } from '../backend/applications.ts';
import { hrid } from '../backend/session.ts';
import { textInput } from '../controls/input.ts';
import { saveBar, type SaveBar } from '../controls/save-bar.ts';
import { multiSelect } from '../controls/select.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import { showSuccess } from '../overlay/snack-bar.ts';
import type { OpenScreen } from '../screen.ts';
import { applicationBody, applicationFields, applicationForm, type ApplicationForm } from './application-form.ts';
import { certificateField, securityFields } from './application-security.ts';

interface State {
  types: readonly ApplicationType[] | undefined;
  groups: readonly { id: string; name: string }[];
  form: ApplicationForm;
}

const chosen = ({ types, form }: State): ApplicationType | undefined => types?.find(({ id }) => id === form.type.value);

export const newApplicationScreen: OpenScreen = () => {
  const state: State = { types: undefined, groups: [], form: applicationForm([]) };
  const load = async (): Promise<void> => {
    const [types, groups] = await Promise.all([loadTypes(), loadGroups()]);
    Object.assign(state, { types: types ?? [], groups: groups ?? [], form: applicationForm(types ?? []) });
    refresh();
  };
  const create = async (): Promise<void> => {
    const created = await createApplication(applicationBody(state.form));
    if (created === undefined) return;
    showSuccess('Application created');
    navigate(`/${hrid()}/applications/${created.id}/general`);
  };
  const bar = saveBar({
    mode: 'create',
    fields: () => applicationFields(state.form, chosen(state)),
    save: () => void create(),
  });
  void load();
  return { view: () => (state.types === undefined ? html`Loading...` : page(state, state.types, bar)) };
};

const page = (state: State, types: readonly ApplicationType[], bar: SaveBar): TemplateResult =>
  html`<form novalidate @submit=${bar.submit}>
    <mat-card class="mat-mdc-card">
      <div class="card-title">Application creation</div>
      <div class="muted">
        An application is required to subscribe to API's plan. It is the intermediate link between a user (you) and an
        API managed by someone else.
      </div>
      ${general(state)}
      <h3>Security</h3>
      ${types.length === 0 ? noType : securityFields(state.form, types)} ${certificateField(state.form)}
    </mat-card>
    ${bar.view()}
  </form>`;

const noType = html`<gio-banner-info
  >No application type available, please check Client Registration configuration.</gio-banner-info
>`;

const general = ({ form, groups }: State): TemplateResult =>
  html`${textInput({
    label: 'Name',
    name: 'name',
    field: form.name,
    id: 'name',
    testId: 'application_creation_v4_name_input',
    required: true,
  })}
  ${textInput({
    label: 'Description',
    name: 'description',
    field: form.description,
    id: 'description',
    testId: 'application_creation_v4_description_input',
    lines: 3,
    hint: 'Provide a description of your application, what it does, ...',
  })}
  ${textInput({
    label: 'Domain',
    name: 'domain',
    field: form.domain,
    id: 'domain',
    testId: 'application_creation_v4_domain_input',
  })}
  ${
    groups.length === 0
      ? nothing
      : multiSelect({
          label: 'Select Groups',
          name: 'groups',
          field: form.groups,
          options: groups.map(({ id, name }) => ({ value: id, text: name })),
        })
  }`;
