import { refresh } from './refresh.ts';

export interface FieldState {
  dirty: boolean;
  touched: boolean;
  /** What is wrong with the value, as the end of a sentence that starts with the label. */
  readonly error: () => string | undefined;
}

export interface Field<T> extends FieldState {
  value: T;
}

export type TextField = Field<string | null>;
export type Rule<T> = (value: T) => string | undefined;

/** Angular's form control; an untouched text control holds `null` and is sent as such. */
export function field<T>(value: T, ...rules: readonly Rule<T>[]): Field<T> {
  const made: Field<T> = {
    value,
    dirty: false,
    touched: false,
    error: () => rules.map((rule) => rule(made.value)).find((message) => message !== undefined),
  };
  return made;
}

export const textField = (value: string | null = null, ...rules: readonly Rule<string | null>[]): TextField =>
  field<string | null>(value, ...rules);

export const required: Rule<string | readonly unknown[] | null> = (value) =>
  value === null || value.length === 0 ? 'is required.' : undefined;

export const length =
  (least: number, most: number): Rule<string | null> =>
  (value) =>
    value !== null && value !== '' && (value.length < least || value.length > most)
      ? `must have ${least} to ${most} characters.`
      : undefined;

export function write<T>(target: Field<T>, value: T): void {
  target.value = value;
  target.dirty = true;
  refresh();
}

export function touch(target: FieldState): void {
  target.touched = true;
  refresh();
}

export const isValid = (fields: readonly FieldState[]): boolean => fields.every((state) => state.error() === undefined);
export const isDirty = (fields: readonly FieldState[]): boolean => fields.some((state) => state.dirty);

export function markTouched(fields: readonly FieldState[]): void {
  for (const state of fields) state.touched = true;
  refresh();
}

export function markPristine(fields: readonly FieldState[]): void {
  for (const state of fields) state.dirty = false;
  refresh();
}

/** The class names that Angular gives a control's element. */
export const stateClasses = (state: FieldState): string =>
  [
    state.error() === undefined ? 'ng-valid' : 'ng-invalid',
    state.touched ? 'ng-touched' : 'ng-untouched',
    state.dirty ? 'ng-dirty' : 'ng-pristine',
  ].join(' ');

const ids = new WeakMap<object, number>();
const counter = { next: 0 };

/** A number that stays with a control as long as its page lives, for the ids that tie labels to inputs. */
export function numberOf(target: object): number {
  const known = ids.get(target);
  if (known !== undefined) return known;
  ids.set(target, counter.next);
  return counter.next++;
}
