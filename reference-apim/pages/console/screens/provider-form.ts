import type { Provider } from '../backend/providers.ts';
import { field, length, required, textField, type Field, type FieldState, type TextField } from '../form.ts';
import { storeBody, storeForm, visibleStoreFields, type StoreForm } from './store-form.ts';

export interface ProviderForm {
  readonly name: TextField;
  readonly description: TextField;
  readonly discoveryEndpoint: TextField;
  readonly tokenType: TextField;
  readonly clientId: TextField;
  readonly clientSecret: TextField;
  readonly scopes: Field<readonly string[]>;
  readonly softwareId: TextField;
  readonly initialAccessToken: TextField;
  readonly trustStore: StoreForm;
  readonly keyStore: StoreForm;
  readonly renewSupport: Field<boolean>;
  readonly renewMethod: TextField;
  readonly renewEndpoint: TextField;
}

export const providerForm = (known?: Provider): ProviderForm => ({
  name: textField(known?.name ?? null, required, length(3, 50)),
  description: textField(known?.description ?? null),
  discoveryEndpoint: textField(known?.discovery_endpoint ?? null, required),
  tokenType: textField(known?.initial_access_token_type ?? null, required),
  clientId: textField(known?.client_id ?? null, required),
  clientSecret: textField(known?.client_secret ?? null, required),
  scopes: field<readonly string[]>(known?.scopes ?? []),
  softwareId: textField(known?.software_id ?? null),
  initialAccessToken: textField(known?.initial_access_token ?? null, required),
  trustStore: storeForm(known?.trust_store),
  keyStore: storeForm(known?.key_store),
  renewSupport: field(known?.renew_client_secret_support ?? false),
  renewMethod: textField(known?.renew_client_secret_method ?? null),
  renewEndpoint: textField(known?.renew_client_secret_endpoint ?? null),
});

export const usesClientCredentials = (form: ProviderForm): boolean => form.tokenType.value === 'CLIENT_CREDENTIALS';
export const usesGivenToken = (form: ProviderForm): boolean => form.tokenType.value === 'INITIAL_ACCESS_TOKEN';

/** The fields that count at the moment, in the order of the page: those that a choice hides are neither checked nor dirty. */
export const visibleFields = (form: ProviderForm): readonly FieldState[] => [
  form.name,
  form.description,
  form.discoveryEndpoint,
  form.tokenType,
  ...(usesClientCredentials(form) ? [form.clientId, form.clientSecret, form.scopes, form.softwareId] : []),
  ...(usesGivenToken(form) ? [form.initialAccessToken] : []),
  ...visibleStoreFields(form.trustStore),
  ...visibleStoreFields(form.keyStore),
  form.renewSupport,
  ...(form.renewSupport.value ? [form.renewMethod, form.renewEndpoint] : []),
];

/** Member order as APIM 4.10.9 sends it. */
export const providerBody = (form: ProviderForm): Record<string, unknown> => ({
  name: form.name.value,
  description: form.description.value,
  discovery_endpoint: form.discoveryEndpoint.value,
  initial_access_token_type: form.tokenType.value,
  client_id: form.clientId.value,
  client_secret: form.clientSecret.value,
  renew_client_secret_method: form.renewMethod.value,
  scopes: form.scopes.value,
  software_id: form.softwareId.value,
  initial_access_token: form.initialAccessToken.value,
  renew_client_secret_support: form.renewSupport.value,
  renew_client_secret_endpoint: form.renewEndpoint.value,
  trust_store: storeBody(form.trustStore, 'trust'),
  key_store: storeBody(form.keyStore, 'key'),
});
