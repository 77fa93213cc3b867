import type { PartLog } from '../../recording/part-log.ts';
import { html, plural, type Markup } from './markup.ts';

/** Lines of one log that the page shows; the file beside it has all that were kept. */
const shownLines = 200;

/** The containers of the run: how the engine found them at its end, and what they wrote last. */
export function partsView(logs: readonly PartLog[]): Markup | '' {
  if (logs.length === 0) return '';
  return html`<section id="containers" aria-labelledby="containers-title">
    <h2 id="containers-title">Containers</h2>
    <p class="quiet">
      What was started for this run, in the state in which it ended. Secrets are taken out of the logs.
    </p>
    ${logs.map(partView)}
  </section>`;
}

const partView = ({ part, state, lines }: PartLog): Markup =>
  html`<details ${state === 'running' ? '' : 'open'}>
    <summary>${part} · ${state} · ${lines.length === 0 ? 'wrote nothing' : plural(lines.length, 'line')}</summary>
    ${lines.length > shownLines && html`<p class="note">the last ${shownLines} lines; containers.json has all of them</p>`}
    <pre class="body" tabindex="0"><code>${lines.slice(-shownLines).join('\n')}</code></pre>
  </details>`;
