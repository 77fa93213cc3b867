import type { Result } from '../../check/result.ts';
import { countLine, names, type Shown } from '../words.ts';
import { html, plural, type Markup } from './markup.ts';

/** How it went, in one plain sentence. */
export function headline({ exitCode, counts, baseline, verdicts }: Result): string {
  if (counts.fail > 0) return `${plural(counts.fail, 'check')} failed`;
  if (exitCode === 3) return 'Not everything could be observed';
  if (exitCode === 1)
    return (baseline?.stale.length ?? 0) > 0 ? 'The baseline is out of date' : 'Binding rules were not observed';
  if (counts.known > 0) return `Nothing new: ${plural(counts.known, 'known deviation')}`;
  return verdicts.length > 0 && counts.pass > 0 ? 'Every binding rule that was seen is met' : 'Nothing was judged';
}

const kinds: Record<string, string> = {
  reference: 'Reference APIM, a stand-in',
  mock: 'Mock identity provider',
  apim: 'Gravitee APIM',
  idp: '',
};

type Party = NonNullable<Result['sut']>;

const partyText = (party: Party | null) =>
  party === null
    ? 'not known'
    : [kinds[party.kind] ?? party.kind, party.version === 'embedded' ? '' : party.version, party.mode ?? '']
        .filter((part) => part !== '')
        .join(' · ');

const endings: Record<Result['exitCode'], string> = {
  0: 'the release gate is open',
  1: 'the release gate is closed',
  3: 'nothing can be said of the target as a whole',
};

/** Target, result, reasons: all that a person in a hurry reads. */
export function headerView(result: Result): Markup {
  const { exitCode, reasons, disclaimer } = result;
  return html`<header class="exit-${exitCode}">
    <p class="overline">dcr-harness · Dynamic Client Registration · conformance report</p>
    <h1>${headline(result)}</h1>
    ${bar(result.counts)} ${disclaimer !== null && html`<p class="notice">${disclaimer}</p>`}
    <p>Exit code ${exitCode}: ${endings[exitCode]}${reasons.length > 0 && ', because'}</p>
    ${result.requirements !== undefined && html`<p>Only the requirement set ${result.requirements}.</p>`}
    ${
      reasons.length > 0 &&
      html`<ul class="reasons">
        ${reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>`
    }
    ${facts(result)}
  </header>`;
}

const order: readonly Shown[] = ['pass', 'known', 'warn', 'fail', 'inconclusive', 'not-observed', 'not-applicable'];

/** A single failure among a thousand passes must still be seen: no part is narrower than this share of the bar. */
const least = 0.015;

/** The counts as one line of colour; the legend says the same in words. */
function bar(counts: Result['counts']): Markup {
  const present = order.filter((shown) => counts[shown] > 0);
  const all = present.reduce((sum, shown) => sum + counts[shown], 0);
  const widths = present.map((shown) => Math.max(counts[shown], all * least));
  const endOf = (index: number) => widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  const part = (shown: Shown, index: number) =>
    html`<rect class="${shown}" x="${endOf(index)}" width="${widths[index]}" height="1"></rect>`;
  return html`<svg
      class="bar"
      viewBox="0 0 ${endOf(widths.length)} 1"
      preserveAspectRatio="none"
      role="img"
      aria-label="${countLine(counts)}"
    >
      ${present.map(part)}
    </svg>
    <ul class="legend" aria-hidden="true">
      ${present.map((shown) => html`<li class="${shown}"><b>${counts[shown]}</b> ${names[shown]}</li>`)}
    </ul>`;
}

function facts({ sut, idp, profile, strict, harness, baseline, recordings }: Result): Markup {
  const exchanges = recordings.reduce((sum, recording) => sum + recording.exchanges, 0);
  const rows: [string, string][] = [
    ...(idp?.kind === 'idp' ? [] : [['Product', partyText(sut)] satisfies [string, string]]),
    ['Identity provider', partyText(idp)],
    ['Profile', strict ? `${profile}, strict` : profile],
    ['Seen', `${plural(recordings.length, 'recording')}, ${plural(exchanges, 'exchange')}`],
    ['Baseline', baseline?.file ?? 'none'],
    ['Harness', harness],
  ];
  return html`<dl class="run">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
