import type { Breach, Where } from '../../check/finding.ts';
import type { Verdict } from '../../check/verdict.ts';
import { areaOf, elsewhereOf, shownAs, specOf, unprovenNote, whereText } from '../words.ts';
import type { Evidence } from './evidence.ts';
import { html, isWebAddress, plural, type Markup } from './markup.ts';
import { badge } from './marks.ts';

/** One verdict: a line, which opens to the same things that a terminal shows, with links to the evidence. */
export function verdictRow(verdict: Verdict, evidence: Evidence): Markup {
  const { id, title, level, breaches, because, known } = verdict;
  const shown = shownAs(verdict);
  const elsewhere = elsewhereOf(verdict);
  const short = known ?? shortOf(breaches[0]) ?? (shown === 'pass' ? '' : because);
  return html`<details class="verdict ${shown}" id="${id}" data-level="${level}" data-area="${areaOf(verdict)}">
    <summary>
      ${badge(shown)}<span class="id">${id}</span>
      <span class="title">${title}${short !== '' && html`<span class="short">${short}</span>`}</span>
      ${verdict.unproven && html`<span class="unproven">unproven</span>`}<span class="spec">${specOf(verdict)}</span
      ><span class="level ${level}">${level}</span>
    </summary>
    <div class="opened">
      ${known !== null && html`<p class="notice">Known: ${known}</p>`} ${broken(verdict, evidence)}
      <dl>
        ${
          because !== '' &&
          html`<dt>because</dt>
            <dd>${because}</dd>`
        }
        ${
          verdict.seenAt &&
          html`<dt>last seen</dt>
            <dd>${place(verdict.seenAt, evidence)}</dd>`
        }
        ${
          verdict.judged > 0 &&
          html`<dt>judged</dt>
            <dd>${plural(verdict.judged, 'place')}</dd>`
        }
        ${
          elsewhere.length > 0 &&
          html`<dt>other profiles</dt>
            <dd>${elsewhere.map((says) => html`<p>${says}</p>`)}</dd>`
        }
        ${
          verdict.unproven &&
          html`<dt>proof</dt>
            <dd>${unprovenNote}</dd>`
        }
        <dt>specification</dt>
        <dd>${verdict.spec.map((ref) => html`<p>${specLink(ref)}</p>`)}</dd>
        <dt>more</dt>
        <dd><code>dcrh explain ${id}</code></dd>
      </dl>
    </div>
  </details>`;
}

const shortOf = (breach: Breach | undefined) => breach && `found ${breach.found}, expected ${breach.expected}`;

/** Places where the same was expected and the same found are told once. */
function broken({ breaches, breachCount }: Verdict, evidence: Evidence): Markup {
  const alike = Map.groupBy(breaches, ({ expected, found }) => JSON.stringify([expected, found]));
  const left = breachCount - breaches.length;
  return html`${[...alike.values()].map((same) => breachView(same, evidence))}
  ${left > 0 && html`<p class="note">and ${plural(left, 'more place')}, which the recordings hold</p>`}`;
}

const breachView = (same: readonly Breach[], evidence: Evidence) =>
  html`<dl class="breach">
    <dt>expected</dt>
    <dd><code>${same[0]?.expected}</code></dd>
    <dt>found</dt>
    <dd><code class="found">${same[0]?.found}</code></dd>
    <dt>where</dt>
    <dd>${same.map(({ where }) => html`<p>${place(where, evidence)}</p>`)}</dd>
  </dl>`;

function place(where: Where, evidence: Evidence): Markup {
  const anchor = evidence.anchorOf(where);
  return anchor === undefined ? html`${whereText(where)}` : html`<a href="#${anchor}">${whereText(where)}</a>`;
}

function specLink(ref: Verdict['spec'][number]): Markup {
  const text = html`${specOf({ spec: [ref] })}${ref.title !== '' && html` <span class="quiet">${ref.title}</span>`}`;
  return isWebAddress(ref.url) ? html`<a href="${ref.url}" rel="noreferrer">${text}</a>` : text;
}
