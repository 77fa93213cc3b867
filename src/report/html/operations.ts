import type { OperationCell, OperationRow } from '../../check/operation.ts';
import { toldOf } from '../operations.ts';
import { fares } from '../words.ts';
import { exchangeAnchor } from './evidence.ts';
import { html, type Markup } from './markup.ts';

/** The answer that people want first: what an administrator and a developer can do in APIM with this identity provider. */
export function operationsView(operations: readonly OperationRow[]): Markup {
  const versions = operations[0]?.cells.map(({ version }) => version) ?? [];
  return html`<section id="operations" aria-labelledby="operations-title">
    <h2 id="operations-title">APIM with this identity provider</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="What works in APIM with this identity provider">
      <table>
        <thead>
          <tr>
            <th scope="col">in APIM</th>
            ${versions.map((version) => html`<th scope="col">${version}</th>`)}
            <th scope="col">what decides</th>
          </tr>
        </thead>
        <tbody>
          ${operations.map(rowOf)}
        </tbody>
      </table>
    </div>
  </section>`;
}

const rowOf = (row: OperationRow) =>
  html`<tr>
    <th scope="row">${row.title}</th>
    ${row.cells.map((cell) => html`<td>${outcome(cell)}</td>`)}
    <td>
      ${toldOf(row).map(({ versions, cell }, _index, all) => html`<p>${all.length > 1 && html`<b>${versions.join(', ')}:</b> `}${because(cell)}</p>`)}
    </td>
  </tr>`;

const tones = {
  works: 'good',
  'works-with-a-setting': 'good',
  'cannot-work': 'bad',
  'not-observed': 'quiet',
} as const satisfies Record<OperationCell['outcome'], string>;

const outcome = ({ outcome: fare }: OperationCell) =>
  html`<b class="${tones[fare]}">${fares[fare].mark} ${fares[fare].name}</b>`;

const because = ({ because: reason, settings, exchange }: OperationCell) =>
  html`${reason}${exchange && html` (<a href="#${exchangeAnchor(exchange.recording, exchange.number)}">exchange ${exchange.number} of ${exchange.recording}</a>)`}
  ${settings.map((setting) => html` → ${setting}`)}`;
