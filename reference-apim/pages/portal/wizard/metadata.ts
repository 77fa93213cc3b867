import { html, type TemplateResult } from 'lit';

import { input } from '../form/input.ts';
import { refresh } from '../refresh.ts';
import type { Draft, MetadataPair } from './draft.ts';
import '@gravitee/ui-components/wc/gv-button';

const row = (draft: Draft, pair: MetadataPair): TemplateResult => {
  const field = (control: keyof MetadataPair) =>
    input({ control, value: pair[control], changed: (value) => (pair[control] = value) });
  const remove = () => {
    draft.metadata = draft.metadata.filter((other) => other !== pair);
    refresh();
  };
  return html`<tr>
    <td>${field('key')}</td>
    <td>${field('value')}</td>
    <td><gv-button link icon="general:close" @gv-button:click=${remove}>Remove</gv-button></td>
  </tr>`;
};

/** Additional client metadata, from 4.5 on. */
export function metadata(draft: Draft): TemplateResult {
  const add = () => {
    draft.metadata = [...draft.metadata, { key: '', value: '' }];
    refresh();
  };
  return html`<gv-button link icon="code:plus" @gv-button:click=${add}>Add Client Metadata</gv-button>
    <table>
      <thead>
        <tr>
          <th>Metadata key</th>
          <th>Metadata value</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${draft.metadata.map((pair) => row(draft, pair))}
      </tbody>
    </table>`;
}
