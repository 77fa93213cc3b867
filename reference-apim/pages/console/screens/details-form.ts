import type { Application } from '../backend/applications.ts';
import { pairsOf, recordOf, type Pair } from '../controls/headers-input.ts';
import { field, required, textField, type Field, type FieldState, type TextField } from '../form.ts';

export interface DetailsForm {
  readonly name: TextField;
  readonly description: TextField;
  readonly domain: TextField;
  readonly clientId: TextField;
  readonly clientSecret: TextField;
  readonly grantTypes: Field<readonly string[]>;
  readonly redirectUris: Field<readonly string[]>;
  readonly metadata: Field<readonly Pair[]>;
  readonly certificate: TextField;
}

/** The inputs of client id and secret are there before they have a value. */
export const detailsForm = (
  { name, description, domain, settings }: Application,
  extent: 'without-client' | 'complete',
): DetailsForm => ({
  name: textField(name, required),
  description: textField(description ?? null, required),
  domain: textField(domain ?? null),
  clientId: textField(extent === 'complete' ? (settings.oauth?.client_id ?? settings.app?.client_id ?? null) : null),
  clientSecret: textField(extent === 'complete' ? (settings.oauth?.client_secret ?? null) : null),
  grantTypes: field<readonly string[]>(settings.oauth?.grant_types ?? []),
  redirectUris: field<readonly string[]>(settings.oauth?.redirect_uris ?? []),
  metadata: field(pairsOf(settings.oauth?.additional_client_metadata)),
  certificate: textField(settings.tls?.client_certificate ?? null),
});

export const detailsFields = (form: DetailsForm): readonly FieldState[] => [
  form.name,
  form.description,
  form.domain,
  form.clientId,
  form.grantTypes,
  form.redirectUris,
  form.metadata,
  form.certificate,
];

/** The stored `oauth` object goes back with the edits; its type in lower case, unlike on creation (APIM 4.4 and later). */
export const detailsBody = (known: Application, form: DetailsForm): Record<string, unknown> => ({
  ...known,
  name: form.name.value,
  description: form.description.value,
  domain: form.domain.value,
  settings: {
    ...(known.settings.oauth == null
      ? { app: { ...known.settings.app, client_id: form.clientId.value } }
      : { oauth: { ...known.settings.oauth, ...oauthEdits(known, form) } }),
    tls: { client_certificate: form.certificate.value },
  },
});

const oauthEdits = (known: Application, form: DetailsForm): Record<string, unknown> => ({
  application_type: known.type.toLowerCase(),
  grant_types: form.grantTypes.value,
  redirect_uris: form.redirectUris.value,
  additional_client_metadata: recordOf(form.metadata.value),
});
