import type { Store } from '../backend/providers.ts';
import { field, required, textField, type Field, type FieldState, type TextField } from '../form.ts';

/** Trust store and key store have the same controls; `alias` and `keyPassword` are shown for a key store only. */
export interface StoreForm {
  readonly type: TextField;
  readonly source: Field<string | null>;
  readonly password: TextField;
  readonly path: TextField;
  readonly content: TextField;
  readonly alias: TextField;
  readonly keyPassword: TextField;
}

export const storeForm = (known?: Store | null): StoreForm => ({
  type: textField(known?.type ?? 'NONE'),
  source: field<string | null>(known?.content == null || known.content === '' ? 'PATH' : 'CONTENT'),
  password: textField(known?.password ?? null, required),
  path: textField(known?.path ?? null, required),
  content: textField(known?.content ?? null, required),
  alias: textField(known?.alias ?? null),
  keyPassword: textField(known?.keyPassword ?? null),
});

export const isStoreUsed = (store: StoreForm): boolean => store.type.value !== 'NONE';
export const isStoreFile = (store: StoreForm): boolean => store.source.value === 'PATH';

export const visibleStoreFields = (store: StoreForm): readonly FieldState[] =>
  isStoreUsed(store)
    ? [
        store.type,
        store.source,
        store.password,
        isStoreFile(store) ? store.path : store.content,
        store.alias,
        store.keyPassword,
      ]
    : [store.type];

export const storeBody = (store: StoreForm, kind: 'trust' | 'key'): Record<string, unknown> =>
  isStoreUsed(store)
    ? {
        type: store.type.value,
        password: store.password.value,
        ...(isStoreFile(store) ? { path: store.path.value } : { content: store.content.value }),
        ...(kind === 'key' ? { alias: store.alias.value, keyPassword: store.keyPassword.value } : {}),
      }
    : { type: 'NONE' };
