import { html, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

export interface Pair {
  key: string;
  value: string;
}

const isTyped = ({ key, value }: Pair) => key !== '' || value !== '';

const field = (pairs: Pair[], index: number, name: keyof Pair, placeholder: string): TemplateResult => {
  const typed = (event: Event) => {
    const pair = pairs[index];
    if (pair !== undefined && event.target instanceof HTMLInputElement) pair[name] = event.target.value;
    // There is always an empty row at the end.
    if (pairs.every(isTyped)) pairs.push({ key: '', value: '' });
    refresh();
  };
  return html`<td>
    <input
      id="key-value-${name}-${index}"
      formcontrolname=${name}
      placeholder=${placeholder}
      .value=${pairs[index]?.[name] ?? ''}
      @input=${typed}
    />
  </td>`;
};

/** Additional client metadata: names and values in a table. */
export const metadataFields = (pairs: Pair[]): TemplateResult =>
  html`<table>
    <thead>
      <tr>
        <th>KEY</th>
        <th>VALUE</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${pairs.map(
        (_, index) =>
          html`<tr>
            ${field(pairs, index, 'key', 'Name...')} ${field(pairs, index, 'value', 'Value...')}
            <td></td>
          </tr>`,
      )}
    </tbody>
  </table>`;

export const metadataOf = (pairs: readonly Pair[]): Record<string, string> =>
  Object.fromEntries(pairs.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]));
