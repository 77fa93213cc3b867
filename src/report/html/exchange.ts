import type { Exchange, Fact } from '../../recording/exchange.ts';
import type { Step } from '../../recording/recording.ts';
import { curlOf, type Variables } from './curl.ts';
import { exchangeAnchor, stepAnchor, type Spot } from './evidence.ts';
import { duration, html, type Markup } from './markup.ts';
import { byGravity, signs, startMarker, type Marker } from './marks.ts';
import { messageView } from './message.ts';

export interface ExchangeOf {
  recording: string;
  exchange: Exchange;
  /** Start of the story, to which times are told. */
  startedAt: number;
  step: Step | undefined;
  spots: readonly Spot[];
  variables: Variables;
}

/** One request and its answer: two arrows of the sequence, which open to everything that was on the wire. */
export function exchangeRow(of: ExchangeOf): Markup {
  const { recording, exchange, spots } = of;
  const { request, response, number, faults } = exchange;
  const verdicts = distinct(spots).sort(byGravity);
  const good = response.status >= 200 && response.status < 400;
  return html`<li>
    <details class="exchange" id="${exchangeAnchor(recording, number)}">
      <summary>
        <span class="order">${number}</span>
        <span class="arrow out"><code>${request.method} ${pathOf(request.url)}</code></span>
        <span class="arrow back ${good ? '' : 'bad'}"
          ><code>${answerOf(exchange)}</code>
          <span class="quiet">${duration(exchange.endedAt - exchange.startedAt)}</span></span
        >
        <span class="said"
          >${faults.map((fault) => html`<span class="fault">fault: ${fault}</span>`)}${signs(verdicts)}</span
        >
      </summary>
      ${viewer(of)}
    </details>
  </li>`;
}

const distinct = (spots: readonly Spot[]) => [
  ...new Map(spots.flatMap(({ verdicts }) => verdicts.map((verdict) => [verdict.id, verdict] as const))).values(),
];

/** Path and query, without the origin that is the same all the time. */
export const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*(.*)$/is.exec(url)?.[1] || url;

const answerOf = ({ response: { status, delivery } }: Exchange) =>
  delivery === 'none' ? 'no answer' : `${status}${delivery === 'cut' ? ', cut off' : ''}`;

function viewer({ recording, exchange, startedAt, step, spots, variables }: ExchangeOf): Markup {
  const { request, response, faults, facts, tls, connection } = exchange;
  const marker = startMarker();
  const about = (part: string) => spots.filter((spot) => spot.part === part);
  const target = marker.mark(about('request target'), request.url);
  const line = html`${marker.mark(about('request'), html`<b>${request.method}</b>`)} ${target}
  HTTP/${request.httpVersion}`;
  const status = marker.mark(about('response'), html`HTTP/${request.httpVersion} <b>${answerOf(exchange)}</b>`);
  return html`<div class="viewer">
    <ul class="facts">
      <li>
        ${duration(exchange.startedAt - startedAt)} after the start, took
        ${duration(exchange.endedAt - exchange.startedAt)}
      </li>
      ${step && html`<li>during <a href="#${stepAnchor(recording, step.number)}">step ${step.number}: ${step.title}</a></li>`}
      ${connection > 0 && html`<li>${marker.mark(about('connection'), `connection ${connection}`)}</li>`}
      ${tls && html`<li>${tls.version}, client certificate: ${tls.clientCertificate ?? 'none'}</li>`}
      ${faults.map((fault) => html`<li class="fault">answer changed on purpose: ${fault}</li>`)} ${facts.map(factItem)}
    </ul>
    <div class="messages">
      ${messageView({ side: 'request', line, headers: request.headers, body: request.body }, spots, marker)}
      ${messageView({ side: 'response', line: status, headers: response.headers, body: response.body }, spots, marker)}
    </div>
    ${leftOver(spots, marker)}
    <details class="curl">
      <summary>the request as a curl command</summary>
      <pre tabindex="0"><code>${curlOf(exchange, variables)}</code></pre>
    </details>
  </div>`;
}

const factItem = (fact: Fact) =>
  fact.kind === 'secret'
    ? html`<li><code>${fact.member}</code> ${fact.hash}: ${fact.length} characters, ${fact.alphabet}</li>`
    : html`<li>
        Basic credentials of <code>${fact.clientId}</code>:
        ${fact.encoding}${fact.reserved !== '' && html`, with <code>${fact.reserved}</code>`}, ${fact.charset}
      </li>`;

const shownParts = /^(?:request|response)(?: (?:header|body))?$|^request target$|^connection$/;

/** A part that the viewer has no place for is named all the same, so that no link of a verdict leads nowhere. */
const leftOver = (spots: readonly Spot[], marker: Marker) =>
  spots
    .filter(({ part }) => !shownParts.test(part))
    .map((spot) => html`<p class="note">${marker.mark([spot], `${spot.part} ${spot.pointer}`)}</p>`);
