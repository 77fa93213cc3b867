import { html, nothing, type TemplateResult } from 'lit';
import { loadProviders, type ListedProvider } from '../backend/providers.ts';
import { loadSettings, saveSettings, type PortalSettings } from '../backend/settings.ts';
import { may } from '../backend/session.ts';
import { field, type Field } from '../form.ts';
import { showSuccess } from '../overlay/snack-bar.ts';
import { refresh } from '../refresh.ts';
import type { OpenScreen } from '../screen.ts';
import { settingsMenu } from '../shell/settings-menu.ts';
import { providersTable } from './providers-table.ts';
import { registrationSwitches, valueOf, withValues, type SwitchKey } from './registration-switches.ts';

interface State {
  settings: PortalSettings | undefined;
  providers: readonly ListedProvider[] | undefined;
  fields: Record<SwitchKey, Field<boolean>>;
  /** The save that is on its way; the next change aborts it (APIM 4.0 and later). */
  saving: AbortController;
}

const fieldsOf = (settings: PortalSettings | undefined): Record<SwitchKey, Field<boolean>> => ({
  registration: field(valueOf(settings, 'registration')),
  simple: field(valueOf(settings, 'simple')),
  browser: field(valueOf(settings, 'browser')),
  web: field(valueOf(settings, 'web')),
  native: field(valueOf(settings, 'native')),
  backend_to_backend: field(valueOf(settings, 'backend_to_backend')),
});

async function load(state: State): Promise<void> {
  const [settings, providers] = await Promise.all([loadSettings(), loadProviders()]);
  Object.assign(state, { settings, providers, fields: fieldsOf(settings) });
  refresh();
}

async function save(state: State): Promise<void> {
  if (state.settings === undefined) return;
  state.saving.abort();
  const saving = (state.saving = new AbortController());
  const saved = await saveSettings(
    withValues(state.settings, (key) => state.fields[key].value),
    saving.signal,
  );
  if (saved) showSuccess('Configuration has been saved.');
}

export const clientRegistrationScreen: OpenScreen = () => {
  const state: State = {
    settings: undefined,
    providers: undefined,
    fields: fieldsOf(undefined),
    saving: new AbortController(),
  };
  void load(state);
  return { menu: settingsMenu, view: () => page(state) };
};

const page = (state: State): TemplateResult => {
  const loaded = state.settings !== undefined && state.providers !== undefined;
  const switches = registrationSwitches({
    fields: state.fields,
    readonly: state.settings?.metadata?.readonly ?? [],
    allowed: (['C', 'U', 'D'] as const).every((action) => may('SETTINGS', action)),
    changed: () => void save(state),
  });
  return html`<h2>Client Registration</h2>
    <mat-card class="mat-mdc-card">
      <h3>Default application type</h3>
      ${loaded ? switches.simple() : nothing}
    </mat-card>
    <mat-card class="mat-mdc-card">
      <h3>Dynamic Client Registration (DCR) for applications</h3>
      <div class="text">
        Client registration providers allows to plug any authorization server compliant with the
        <a href="https://openid.net/specs/openid-connect-registration-1_0.html" target="_blank"
          >OpenID Connect Dynamic Client Registration</a
        >. By defining this DCR (Dynamic Client Registration) provider it allows to associate auto-magically an OAuth
        client to an application and apply security best practices according to the application type you choose.
      </div>
      ${loaded ? switches.registration() : nothing}
      <mat-divider role="separator" aria-orientation="horizontal"></mat-divider>
      <h5>Allowed application types</h5>
      ${loaded ? switches.types() : nothing}
      <h5>Providers configuration</h5>
      ${providersTable(loaded ? state.providers : undefined, () => void load(state))}
    </mat-card>`;
};
