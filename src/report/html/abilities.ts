import type { Capability, Recording } from '../../recording/recording.ts';
import { html, type Markup } from './markup.ts';

/** What was found out last of each ability: later cases may know more. */
function abilitiesIn(recordings: readonly Recording[]): Capability[] {
  const known = new Map<string, Capability>();
  for (const { capabilities = [] } of recordings) for (const ability of capabilities) known.set(ability.name, ability);
  return [...known.values()];
}

export const hasAbilities = (recordings: readonly Recording[]): boolean => abilitiesIn(recordings).length > 0;

/** What the identity provider can do, each with what shows it. What it cannot do leaves rules without an object. */
export function abilitiesView(recordings: readonly Recording[]): Markup {
  const abilities = abilitiesIn(recordings);
  if (abilities.length === 0) return html``;
  return html`<section id="abilities" aria-labelledby="abilities-title">
    <h2 id="abilities-title">Abilities</h2>
    <p class="quiet">What was given or found out. Rules about what is not there do not apply.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Abilities of the identity provider">
      <table>
        <thead>
          <tr>
            <th scope="col">ability</th>
            <th scope="col">there</th>
            <th scope="col">what shows it</th>
          </tr>
        </thead>
        <tbody>
          ${abilities.map(
            ({ name, has, proof }) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${has ? html`<b class="good">✓ yes</b>` : html`<span class="quiet">– no</span>`}</td>
                <td>${proof}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
