import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { write, type Field } from '../form.ts';
import { icon } from '../icons.ts';

export interface Pair {
  readonly key: string;
  readonly value: string;
}

interface HeadersSpec {
  readonly name: string;
  readonly label: string;
  readonly field: Field<readonly Pair[]>;
  readonly disabled?: boolean;
}

type Typed = InputEvent & { readonly currentTarget: HTMLTextAreaElement };

const empty: Pair = { key: '', value: '' };
const isEmpty = ({ key, value }: Pair): boolean => key === '' && value === '';

export const pairsOf = (record: Readonly<Record<string, string>> | null | undefined): readonly Pair[] =>
  Object.entries(record ?? {}).map(([key, value]) => ({ key, value }));

export const recordOf = (pairs: readonly Pair[]): Record<string, string> =>
  Object.fromEntries(pairs.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]));

/** `gio-form-headers`: typing in the last row makes a new one. */
export const headersInput = (spec: HeadersSpec): TemplateResult => {
  const rows = [...spec.field.value, empty];
  return html`<gio-form-headers formcontrolname=${spec.name}>
    <gio-form-label>${spec.label}</gio-form-label>
    <table class="gio-form-headers-table">
      <thead>
        <tr>
          <th>KEY</th>
          <th>VALUE</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((pair, index) => row(spec, pair, index))}
      </tbody>
    </table>
  </gio-form-headers>`;
};

const row = (spec: HeadersSpec, pair: Pair, index: number): TemplateResult =>
  html`<tr>
    <td>${cell(spec, 'key', 'Name...', pair, index)}</td>
    <td>
      ${cell(spec, 'value', 'Value...', pair, index)}
      ${index === spec.field.value.length || spec.disabled === true ? nothing : removeButton(spec, index)}
    </td>
  </tr>`;

const cell = (spec: HeadersSpec, name: keyof Pair, placeholder: string, pair: Pair, index: number): TemplateResult =>
  html`<textarea
    formcontrolname=${name}
    placeholder=${placeholder}
    rows="1"
    ?disabled=${spec.disabled === true}
    .value=${live(pair[name])}
    @input=${(event: Typed) => put(spec, index, { ...pair, [name]: event.currentTarget.value })}
  ></textarea>`;

const removeButton = ({ field }: HeadersSpec, index: number): TemplateResult =>
  html`<button
    type="button"
    class="mat-mdc-icon-button"
    aria-label="Delete"
    @click=${() => write(field, field.value.toSpliced(index, 1))}
  >
    ${icon('trash')}
  </button>`;

function put({ field }: HeadersSpec, index: number, pair: Pair): void {
  const last = index >= field.value.length - 1;
  const pairs = field.value.toSpliced(index, 1, pair);
  write(field, last ? withoutEmptyTail(pairs) : pairs);
}

const withoutEmptyTail = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.slice(0, pairs.findLastIndex((pair) => !isEmpty(pair)) + 1);
