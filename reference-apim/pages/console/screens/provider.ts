import { html, type TemplateResult } from 'lit';
import { createProvider, loadProvider, updateProvider, type Provider } from '../backend/providers.ts';
import { hrid } from '../backend/session.ts';
import { saveBar, type SaveBar } from '../controls/save-bar.ts';
import { icon } from '../icons.ts';
import { showSuccess } from '../overlay/snack-bar.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import type { OpenScreen } from '../screen.ts';
import { settingsMenu } from '../shell/settings-menu.ts';
import { providerBody, providerForm, visibleFields } from './provider-form.ts';
import { providerFields } from './provider-fields.ts';

const list = (): string => `/${hrid()}/settings/client-registration-providers`;

/** The message has two spaces before the name in every version of the Angular Console (APIM 4.0 and later). */
const done = ({ name }: Provider, what: 'created' | 'updated'): string =>
  `Client registration provider  ${name} has been ${what}.`;

export const newProviderScreen: OpenScreen = () => {
  const form = providerForm();
  const create = async (): Promise<void> => {
    const created = await createProvider(providerBody(form));
    if (created === undefined) return;
    showSuccess(done(created, 'created'));
    navigate(`${list()}/${created.id}`);
  };
  const bar = saveBar({ mode: 'create', fields: () => visibleFields(form), save: () => void create() });
  return { menu: settingsMenu, view: () => page('New client registration provider', providerFields(form), bar) };
};

export const providerScreen: OpenScreen = ({ params }) => {
  const id = params['id'] ?? '';
  const state = { form: providerForm(), loaded: false };
  const load = async (): Promise<void> => {
    const provider = await loadProvider(id);
    if (provider === undefined) return;
    Object.assign(state, { form: providerForm(provider), loaded: true });
    refresh();
  };
  const update = async (): Promise<void> => {
    const updated = await updateProvider(id, providerBody(state.form));
    if (updated === undefined) return;
    showSuccess(done(updated, 'updated'));
    await load();
  };
  const bar = saveBar({
    mode: 'edit',
    fields: () => visibleFields(state.form),
    save: () => void update(),
    discard: () => void load(),
  });
  void load();
  return {
    menu: settingsMenu,
    view: () =>
      page('Update client registration provider', state.loaded ? providerFields(state.form) : html`Loading...`, bar),
  };
};

const page = (title: string, fields: TemplateResult, bar: SaveBar): TemplateResult =>
  html`<form novalidate @submit=${bar.submit}>
    <h1>
      <button type="button" class="mat-mdc-icon-button" @click=${() => navigate(list())}>${icon('back')}</button>
      ${title}
    </h1>
    ${fields} ${bar.view()}
  </form>`;
