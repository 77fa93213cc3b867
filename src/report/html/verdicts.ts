import { levels } from '../../check/level.ts';
import type { Verdict } from '../../check/verdict.ts';
import { areaOf, areaTitle, names, shownAs, type Shown } from '../words.ts';
import type { Evidence } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import { badge } from './marks.ts';
import { verdictRow } from './verdict.ts';

/** Groups in the order of what needs a look, each with what it means. */
const groups: readonly (readonly [Shown, string])[] = [
  ['fail', 'A binding rule was broken.'],
  ['inconclusive', 'The rule could not be judged: a fault of the harness, not of the product.'],
  ['warn', 'A recommendation was not followed.'],
  ['known', 'Broken, and explained in the baseline.'],
  ['not-observed', 'The run was to see it and did not. For a binding rule that is not good enough.'],
  ['pass', 'Seen, and as it should be.'],
  ['not-applicable', 'Nothing in this run or profile that the rule is about.'],
];

/** Groups that are open from the start. */
const closed: readonly Shown[] = ['pass', 'not-applicable'];

export function verdictsView(verdicts: readonly Verdict[], evidence: Evidence): Markup {
  const byOutcome = Map.groupBy(verdicts, shownAs);
  const present = groups.filter(([shown]) => byOutcome.has(shown));
  return html`<section id="verdicts" aria-labelledby="verdicts-title">
    <h2 id="verdicts-title">Verdicts</h2>
    ${filters(
      verdicts,
      present.map(([shown]) => shown),
    )}
    ${present.map(
      ([shown, says]) =>
        html`<details class="group" data-outcome="${shown}" ${closed.includes(shown) ? '' : html` open`}>
          <summary>
            <h3>${badge(shown)} ${title(shown)} <span class="count">${byOutcome.get(shown)?.length}</span></h3>
            <span class="quiet">${says}</span>
          </summary>
          <ul class="verdicts">
            ${byOutcome.get(shown)?.map((verdict) => html`<li>${verdictRow(verdict, evidence)}</li>`)}
          </ul>
        </details>`,
    )}
  </section>`;
}

const title = (shown: Shown) => names[shown].replace(/^./, (letter) => letter.toUpperCase());

/** Hidden until the script that makes it work has run. */
function filters(verdicts: readonly Verdict[], outcomes: readonly Shown[]): Markup {
  const areas = [...new Set(verdicts.map(areaOf))].sort();
  const used = levels.filter((level) => verdicts.some((verdict) => verdict.level === level));
  return html`<form class="filters" role="search" hidden>
    <label class="wide"
      ><span class="unseen">Search the verdicts</span
      ><input type="search" name="text" placeholder="Search: id, words, specification"
    /></label>
    <label
      >Level
      <select name="level">
        <option value="">any</option>
        ${used.map((level) => html`<option>${level}</option>`)}
      </select></label
    >
    <label
      >Area
      <select name="area">
        <option value="">any</option>
        ${areas.map((area) => html`<option value="${area}">${areaTitle(area)}</option>`)}
      </select></label
    >
    <fieldset>
      <legend class="unseen">Outcomes</legend>
      ${outcomes.map((shown) => html`<label class="toggle ${shown}"><input type="checkbox" name="outcome" value="${shown}" /> ${names[shown]}</label>`)}
    </fieldset>
    <output aria-live="polite"></output>
  </form>`;
}
