import { html, nothing, type TemplateResult } from 'lit';
import { textInput } from '../controls/input.ts';
import { radioGroup } from '../controls/radio-group.ts';
import { select } from '../controls/select.ts';
import type { Option } from '../controls/select-panel.ts';
import { write } from '../form.ts';
import { isStoreFile, isStoreUsed, type StoreForm } from './store-form.ts';

interface StoreKind {
  readonly kind: 'trust' | 'key';
  readonly group: 'trust_store' | 'key_store';
  readonly title: string;
  readonly label: string;
  readonly options: readonly Option[];
}

const none = { value: 'NONE', text: 'None' };
const pkcs12 = { value: 'PKCS12', text: 'PKCS#12 (.p12) / PFX (.pfx)' };

export const trustStore: StoreKind = {
  kind: 'trust',
  group: 'trust_store',
  title: 'Trust Store Configuration',
  label: 'Trust Store Type',
  options: [none, { value: 'JKS', text: 'Java Trust Store (.jks)' }, pkcs12],
};

export const keyStore: StoreKind = {
  kind: 'key',
  group: 'key_store',
  title: 'Key Store Configuration',
  label: 'Key Store Type',
  options: [none, { value: 'JKS', text: 'Java Key Store (.jks)' }, pkcs12],
};

export const storeSection = (kind: StoreKind, store: StoreForm): TemplateResult =>
  html`<div class="form-section" formgroupname=${kind.group}>
    <strong>${kind.title}</strong>
    ${select({ label: kind.label, name: 'type', field: store.type, options: kind.options })}
    ${isStoreUsed(store) ? file(kind, store) : nothing}
  </div>`;

const file = ({ kind, group }: StoreKind, store: StoreForm): TemplateResult => {
  const [label, prefix] = store.type.value === 'JKS' ? (['JKS', 'jks'] as const) : (['PKCS12', 'pkcs12'] as const);
  return html`${source(group, store)}
  ${textInput({
    label: `${label} Password`,
    name: `${prefix}Password`,
    field: store.password,
    type: 'password',
    required: true,
  })}
  ${
    isStoreFile(store)
      ? textInput({
          label: `${label} Path`,
          name: `${prefix}Path`,
          field: store.path,
          required: true,
          hint: `Path to the ${kind} store file`,
        })
      : textInput({
          label: `${label} Content (Base64)`,
          name: `${prefix}Content`,
          field: store.content,
          required: true,
          lines: 3,
        })
  }
  ${kind === 'key' ? keyOf(store) : nothing}`;
};

const source = (group: string, store: StoreForm): TemplateResult =>
  radioGroup({
    name: 'Select input type',
    controlName: 'pathOrContent',
    group,
    options: [
      { value: 'PATH', text: 'Path' },
      { value: 'CONTENT', text: 'Content (Base64)' },
    ],
    value: store.source.value,
    choose: (value) => write(store.source, value),
  });

const keyOf = (store: StoreForm): TemplateResult =>
  html`${textInput({ label: 'Alias', name: 'alias', field: store.alias })}
  ${textInput({ label: 'Key Password', name: 'keyPassword', field: store.keyPassword, type: 'password' })}`;
