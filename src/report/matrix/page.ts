import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import { Bug } from '../../errors.ts';
import { badge } from '../html/marks.ts';
import { html, isWebAddress, plural, type Markup } from '../html/markup.ts';
import { style as common } from '../html/style/style.ts';
import { areaOf, areaTitle, fares, names } from '../words.ts';
import type { Comparison, MatrixColumn } from './comparison.ts';

const own = `
.matrix td { white-space: nowrap; }
.matrix td a { text-decoration: none; color: inherit; }
.matrix td a:hover, .matrix td a:focus { text-decoration: underline; }
.matrix thead th { vertical-align: bottom; }
.matrix thead .quiet { display: block; font-weight: 400; }
.matrix tbody th { min-width: 14rem; }
.matrix tr.area th { color: var(--quiet); font-weight: 600; }
.matrix .cell { display: inline-flex; gap: .5rem; align-items: center; }
.matrix .versions { white-space: normal; min-width: 11rem; vertical-align: top; }
.matrix .versions p { margin: 0 0 .35rem; }
.matrix .why { display: block; font-size: .85em; }
`;
const style = common + own;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

type CheckRow = Comparison['checks'][number];
type OperationRow = Comparison['operations'][number];

/** Whether the identity providers differ in it, or one of them breaks it. */
const isTelling = ({ cells }: CheckRow) => {
  const shown = new Set(cells.flatMap((cell) => cell?.shown ?? []));
  return shown.size > 1 || shown.has('fail') || shown.has('warn');
};

/** The comparison as one page, whose cells lead to the evidence in the report of each. Pure. */
export function matrixPage(comparison: Comparison): string {
  const { columns, operations, checks, profile } = comparison;
  const telling = checks.filter(isTelling);
  const others = checks.filter((row) => !isTelling(row));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${plural(columns.length, 'identity provider')} compared · dcr-harness</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <p class="overline">dcr-harness · Dynamic Client Registration · identity providers compared</p>
          <h1>${plural(columns.length, 'identity provider')} compared</h1>
          <p class="quiet">Profile ${profile}. Every cell leads to its evidence.</p>
        </header>
        <nav aria-label="Sections">
          <a href="#operations">APIM with them</a> <a href="#checks">Checks that tell them apart</a>
          <a href="#others">All other checks</a>
        </nav>
        <main>
          <section id="operations" aria-labelledby="operations-title">
            <h2 id="operations-title">APIM with these identity providers</h2>
            ${table(columns, 'What works in APIM with each', operations.map(operationRow))}
          </section>
          <section id="checks" aria-labelledby="checks-title">
            <h2 id="checks-title">Checks that tell them apart, or that one of them breaks</h2>
            ${telling.length === 0 ? html`<p class="quiet">None.</p>` : table(columns, 'Checks that tell them apart', byArea(telling, columns))}
          </section>
          <section id="others" aria-labelledby="others-title">
            <h2 id="others-title">All other checks</h2>
            <details>
              <summary>${plural(others.length, 'check')} with one and the same outcome</summary>
              ${table(columns, 'All other checks', byArea(others, columns))}
            </details>
          </section>
        </main>
      </body>
    </html>`;
  if (page instanceof Promise) throw new Bug('A part of the page is not made at once.');
  return `${page.toString()}\n`;
}

const table = (columns: readonly MatrixColumn[], label: string, rows: readonly Markup[]): Markup =>
  html`<div class="scroll matrix" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          <th scope="col"></th>
          ${columns.map(head)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

const head = ({ name, url, report, because, counts }: MatrixColumn) =>
  html`<th scope="col">
    ${report === null ? name : html`<a href="${report}">${name}</a>`}
    <span class="quiet">${isWebAddress(url) ? new URL(url).host : url}</span>
    ${because !== null && html`<span class="bad">not tried: ${because}</span>`}
    ${counts !== null && html`<span class="quiet">${`${counts.pass} passed, ${counts.fail} failed, ${counts.warn} warned`}</span>`}
  </th>`;

const tones = { works: 'good', 'works-with-a-setting': 'good', 'cannot-work': 'bad', 'not-observed': 'quiet' } as const;

type OperationCells = NonNullable<OperationRow['cells'][number]>;

/** Versions of APIM that fare alike stand on one line. */
const versionsOf = (cells: OperationCells) => {
  const alike = [...Map.groupBy(cells, ({ outcome, evidence }) => `${outcome} ${evidence}`).values()];
  return alike.map(
    ([first, ...more]) =>
      first &&
      html`<p>
        ${alike.length > 1 && html`<span class="quiet">${[first, ...more].map(({ version }) => version).join(', ')} </span>`}<a
          href="${first.evidence}"
          title="${first.because}"
          ><b class="${tones[first.outcome]}">${fares[first.outcome].mark} ${fares[first.outcome].name}</b></a
        >${first.outcome !== 'works' && html`<span class="quiet why">${first.because}</span>`}
      </p>`,
  );
};

const operationRow = ({ title, cells }: OperationRow) =>
  html`<tr>
    <th scope="row">${title}</th>
    ${cells.map((cell) => html`<td class="versions">${cell === null ? '–' : versionsOf(cell)}</td>`)}
  </tr>`;

const byArea = (rows: readonly CheckRow[], columns: readonly MatrixColumn[]): Markup[] =>
  [...Map.groupBy(rows, areaOf)].flatMap(([area, list]) => [
    html`<tr class="area">
      <th scope="rowgroup" colspan="${columns.length + 1}">${areaTitle(area)}</th>
    </tr>`,
    ...list.map(checkRow),
  ]);

const checkRow = ({ id, title, level, cells }: CheckRow) =>
  html`<tr>
    <th scope="row">${id} ${title} <span class="level ${level}">${level}</span></th>
    ${cells.map(
      (cell) =>
        html`<td>
          ${
            cell === null
              ? '–'
              : html`<a class="cell" href="${cell.evidence}" title="${cell.because}"
                  >${badge(cell.shown)} ${names[cell.shown]}</a
                >`
          }
        </td>`,
    )}
  </tr>`;
