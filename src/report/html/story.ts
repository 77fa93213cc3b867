import type { Place, Provider, Recording, Step } from '../../recording/recording.ts';
import { variablesOf } from './curl.ts';
import { stepAnchor, storyAnchor, type Evidence } from './evidence.ts';
import { exchangeRow } from './exchange.ts';
import { duration, html, moment, plural, type Markup } from './markup.ts';
import { pictureOf, type Pictures } from './picture.ts';

/** One story as a sequence: browser, product and IdP, from top to bottom. */
export function storyView(recording: Recording, evidence: Evidence, pictures: Pictures): Markup {
  const { id, title, outcome, note, startedAt, endedAt, steps, exchanges, provider } = recording;
  const variables = variablesOf(recording);
  const byStep = Map.groupBy(exchanges, ({ step }) => step);
  const rowsOf = (step: Step | undefined) =>
    (byStep.get(step?.number ?? 0) ?? []).map((exchange) =>
      exchangeRow({
        recording: id,
        exchange,
        startedAt,
        step,
        spots: evidence.spotsOf(id, exchange.number),
        variables,
      }),
    );
  const known = new Set(steps.map(({ number }) => number));
  const stray = exchanges.filter(({ step }) => step !== 0 && !known.has(step));
  return html`<article class="story" id="${storyAnchor(id)}">
    <h3>${title}</h3>
    <p class="quiet">
      <code>${id}</code> · ${moment(startedAt)} · ${duration(endedAt - startedAt)} · ${plural(steps.length, 'step')} ·
      ${plural(exchanges.length, 'exchange')}
    </p>
    ${outcome === 'incomplete' && html`<p class="notice bad">Not walked to its end: ${note ?? 'the reason is not known'}</p>`}
    ${outcome === 'complete' && note && html`<p class="note">${note}</p>`} ${provider && providerFacts(provider)}
    <div class="sequence">
      <p class="lanes" aria-hidden="true">${lanes(recording).map((name) => html`<span>${name}</span>`)}</p>
      <ol class="rows">
        ${rowsOf(undefined)} ${steps.map((step) => html`${stepRow(id, step, pictures)}${rowsOf(step)}`)}
        ${stray.map((exchange) =>
          exchangeRow({
            recording: id,
            exchange,
            startedAt,
            step: undefined,
            spots: evidence.spotsOf(id, exchange.number),
            variables,
          }),
        )}
      </ol>
    </div>
  </article>`;
}

/** Where the harness itself is the client, it takes the product's place. */
const lanes = ({ cases }: Recording) => ['Browser', cases === undefined ? 'Product' : 'Harness', 'Identity provider'];

/** What the administrator typed. */
const providerFacts = ({ name, discoveryEndpoint, initialAccessToken, clientId, scopes, softwareId }: Provider) =>
  html`<ul class="provider">
    <li>provider “${name}”</li>
    <li>metadata at <code>${discoveryEndpoint}</code></li>
    <li>
      ${initialAccessToken === 'client_credentials' ? 'token by client credentials' : 'static initial access token'}
    </li>
    ${clientId !== undefined && html`<li>client <code>${clientId}</code></li>`}
    ${scopes.length > 0 && html`<li>scope <code>${scopes.join(' ')}</code></li>`}
    ${softwareId !== undefined && html`<li>template <code>${softwareId}</code></li>`}
  </ul>`;

const placeNames: Record<Place, string> = {
  console: 'Console',
  portal: 'Portal',
  idp: 'Identity provider',
  harness: 'Harness',
};

function stepRow(
  recording: string,
  { number, place, title, startedAt, endedAt, outcome, note }: Step,
  pictures: Pictures,
): Markup {
  const picture = pictures.get(`${recording}/${number}`);
  const failed = outcome === 'failed';
  return html`<li class="step ${place}${failed ? ' failed' : ''}" id="${stepAnchor(recording, number)}">
    ${picture && pictureOf(picture, `${placeNames[place]}: ${title}`)}
    <p class="act">
      <span class="place">${placeNames[place]}</span> ${title}
      <span class="quiet">${duration(endedAt - startedAt)}</span>${failed && html` <b class="bad">failed</b>`}
    </p>
    ${note && html`<p class="note">${note}</p>`}
  </li>`;
}
