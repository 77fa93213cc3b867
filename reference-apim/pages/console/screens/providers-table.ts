import { html, nothing, type TemplateResult } from 'lit';
import { removeProvider, type ListedProvider } from '../backend/providers.ts';
import { hasFeature, hrid, may } from '../backend/session.ts';
import { dateText } from '../dates.ts';
import { icon } from '../icons.ts';
import { openConfirmDialog } from '../overlay/confirm-dialog.ts';
import { openLicenseDialog } from '../overlay/license-dialog.ts';
import { showSuccess } from '../overlay/snack-bar.ts';
import { tooltipOf } from '../overlay/tooltip.ts';
import { navigate } from '../router.ts';

type Providers = readonly ListedProvider[] | undefined;

/** `undefined` while the page is still loading. */
export const providersTable = (providers: Providers, changed: () => void): TemplateResult =>
  html`${may('CLIENT_REGISTRATION_PROVIDER', 'C') ? addButton(providers) : nothing}
    <table id="providersTable" aria-label="Providers table" class="mat-mdc-table">
      <thead>
        <tr>
          <th>Name</th>
          <th>Description</th>
          <th>Last updated at</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${rows(providers, changed)}
      </tbody>
    </table>`;

const page = (): string => `/${hrid()}/settings/client-registration-providers`;

const addButton = (providers: Providers): TemplateResult => {
  const taken = (providers ?? []).length > 0;
  const licensed = hasFeature('apim-dcr-registration');
  const { enter, leave } = tooltipOf(taken ? 'Only one DCR provider is allowed.' : undefined);
  return html`<div class="table-actions" @mouseenter=${enter} @mouseleave=${leave}>
    <button
      type="button"
      class="mat-mdc-unelevated-button"
      ?disabled=${taken}
      @click=${() => (licensed ? navigate(`${page()}/new`) : openLicenseDialog())}
    >
      ${icon('add')}Add a provider${licensed ? nothing : icon('lock')}
    </button>
  </div>`;
};

function rows(providers: Providers, changed: () => void): TemplateResult | TemplateResult[] {
  if (providers === undefined) return message('Loading...');
  if (providers.length === 0) return message('No DCR provider configured.');
  return providers.map((provider) => row(provider, changed));
}

const message = (text: string): TemplateResult =>
  html`<tr>
    <td class="muted" colspan="4">${text}</td>
  </tr>`;

const row = (provider: ListedProvider, changed: () => void): TemplateResult =>
  html`<tr>
    <td>${provider.name}</td>
    <td>${provider.description}</td>
    <td>${dateText(provider.updated_at)}</td>
    <td class="row-actions">
      <button
        type="button"
        class="mat-mdc-icon-button"
        aria-label="Button to edit a provider"
        @click=${() => navigate(`${page()}/${provider.id}`)}
      >
        ${icon('edit')}
      </button>
      ${may('CLIENT_REGISTRATION_PROVIDER', 'D') ? removeButton(provider, changed) : nothing}
    </td>
  </tr>`;

const removeButton = (provider: ListedProvider, changed: () => void): TemplateResult =>
  html`<button
    type="button"
    class="mat-mdc-icon-button"
    aria-label="Button to remove a provider"
    @click=${() => askToRemove(provider, changed)}
  >
    ${icon('trash')}
  </button>`;

const askToRemove = (provider: ListedProvider, changed: () => void): void =>
  openConfirmDialog({
    id: 'removeClientRegistrationProviderConfirmDialog',
    title: 'Delete client registration provider',
    content: html`Are you sure you want to delete the client registration provider <strong>${provider.name}</strong>?`,
    confirm: 'Delete',
    confirmed: () => void remove(provider, changed),
  });

async function remove({ id, name }: ListedProvider, changed: () => void): Promise<void> {
  if (!(await removeProvider(id))) return;
  showSuccess(`"${name}" has been deleted.`);
  changed();
}
