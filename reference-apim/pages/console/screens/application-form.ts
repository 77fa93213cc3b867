import type { ApplicationType } from '../backend/applications.ts';
import { recordOf, type Pair } from '../controls/headers-input.ts';
import { field, required, textField, type Field, type FieldState, type TextField } from '../form.ts';

export interface ApplicationForm {
  readonly name: TextField;
  readonly description: TextField;
  readonly domain: TextField;
  readonly groups: Field<readonly string[]>;
  readonly type: TextField;
  readonly appType: TextField;
  readonly appClientId: TextField;
  readonly grantTypes: Field<readonly string[]>;
  readonly redirectUris: Field<readonly string[]>;
  readonly metadata: Field<readonly Pair[]>;
  readonly certificate: TextField;
}

/** The first enabled type is chosen from the start. */
export function applicationForm(types: readonly ApplicationType[]): ApplicationForm {
  const form: ApplicationForm = {
    name: textField(null, required),
    description: textField(null, required),
    domain: textField(),
    groups: field<readonly string[]>([]),
    type: textField(null, required),
    appType: textField(),
    appClientId: textField(),
    grantTypes: field<readonly string[]>([], required),
    redirectUris: field<readonly string[]>([], required),
    metadata: field<readonly Pair[]>([]),
    certificate: textField(),
  };
  const [first] = types;
  if (first !== undefined) chooseType(form, first);
  return form;
}

export function chooseType(form: ApplicationForm, type: ApplicationType): void {
  form.type.value = type.id;
  form.grantTypes.value = type.default_grant_types.map((grant) => grant.type);
  form.redirectUris.value = [];
  form.redirectUris.touched = false;
}

/** The fields that count for the chosen type, in the order of the page. */
export const applicationFields = (form: ApplicationForm, type: ApplicationType | undefined): readonly FieldState[] => [
  form.name,
  form.description,
  form.domain,
  form.type,
  ...(type === undefined || type.id === 'simple' ? [] : [form.grantTypes]),
  ...(type?.requires_redirect_uris === true ? [form.redirectUris] : []),
];

/** APIM 4.10.9: the type is in upper case on creation; member order as recorded. */
export const applicationBody = (form: ApplicationForm): Record<string, unknown> => ({
  name: form.name.value,
  description: form.description.value,
  domain: form.domain.value,
  groups: form.groups.value,
  settings: {
    ...(form.type.value === 'simple'
      ? { app: { client_id: form.appClientId.value, type: form.appType.value } }
      : { oauth: oauthOf(form) }),
    tls: { client_certificate: form.certificate.value },
  },
});

const oauthOf = (form: ApplicationForm): Record<string, unknown> => ({
  application_type: form.type.value?.toUpperCase(),
  grant_types: form.grantTypes.value,
  redirect_uris: form.redirectUris.value,
  additional_client_metadata: recordOf(form.metadata.value),
});
