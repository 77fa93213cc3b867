import type { Body } from '../../recording/exchange.ts';
import type { Spot } from './evidence.ts';
import { jsonBody } from './json-body.ts';
import { html, plural, type Markup } from './markup.ts';
import type { Marker } from './marks.ts';

/** Characters of one body that the page shows; the recording has all of it. */
const shownCharacters = 65_536;

/** A body as people read it: JSON and forms in lines, everything else as it is. `spots` are those of this body. */
export function bodyView(body: Body, spots: readonly Spot[], marker: Marker): Markup {
  if (body.text === '') return html`${whole(spots, 'no body', marker)}`;
  const cut = body.text.length > shownCharacters;
  const text = body.text.slice(0, shownCharacters);
  const content = (cut ? undefined : (jsonBody(text, spots, marker) ?? formBody(text, spots, marker))) ?? text;
  const all = spots.filter(({ pointer }) => pointer === '');
  return html`
    <pre class="body" tabindex="0"><code>${marker.mark(all, content)}</code></pre>
    ${marker.absent(spots)}
    ${cut && html`<p class="note">cut after ${shownCharacters} characters; all of it is in the recording</p>`}
    ${body.encoding === 'latin1' && html`<p class="note">not UTF-8: each byte is shown as one character</p>`}
  `;
}

/** What is said of a body that is not there, with the spots that are about it. */
const whole = (spots: readonly Spot[], says: string, marker: Marker) =>
  html`<p class="note">
      ${marker.mark(
        spots.filter(({ pointer }) => pointer === ''),
        says,
      )}
    </p>
    ${marker.absent(spots)}`;

const form = /^[^\s={}[\]"<>]+=[^\s&]*(?:&[^\s&]*)*$/;

/** One parameter a line, encoded as it was sent. */
function formBody(text: string, spots: readonly Spot[], marker: Marker): Markup | undefined {
  if (!form.test(text)) return undefined;
  const pairs = text.split('&').map((pair, index) => {
    const [name = ''] = [...new URLSearchParams(pair).keys()];
    const own = spots.filter(({ pointer }) => pointer === `/${name}`);
    const [key = '', ...rest] = pair.split('=');
    const shown = html`<span class="key">${key}</span
      >${rest.length > 0 && html`=<span class="string">${rest.join('=')}</span>`}`;
    return html`${index > 0 ? '\n& ' : '  '}${marker.mark(own, shown)}`;
  });
  return html`${pairs}`;
}

export const bytesOf = ({ bytes }: Body): string => (bytes === 0 ? '' : plural(bytes, 'byte'));
