import type { Application, Recording } from '../../recording/recording.ts';
import { storyAnchor } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import { agreementOf, ledgerOf, type LedgerRow } from './views.ts';

/** An import knows of no applications. */
export const hasApplications = (recordings: readonly Recording[]): boolean =>
  recordings.some(({ applications, clientsAtIdp }) => applications.length > 0 || clientsAtIdp !== null);

/** What the three sides say of each application, and whether every client has one. */
export function applicationsView(recordings: readonly Recording[]): Markup {
  const withApplications = recordings.filter(({ applications }) => applications.length > 0);
  const counted = recordings.filter(({ clientsAtIdp }) => clientsAtIdp !== null);
  if (!hasApplications(recordings)) return html``;
  return html`<section id="applications" aria-labelledby="applications-title">
    <h2 id="applications-title">Applications and clients</h2>
    ${withApplications.length > 0 && threeViews(withApplications)} ${counted.length > 0 && ledger(counted)}
  </section>`;
}

const threeViews = (recordings: readonly Recording[]) => html`
  <h3>One application, three views</h3>
  <p class="quiet">
    The client id of each application, as the identity provider, the product’s API and its pages show it.
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Three views of each application">
    <table>
      <thead>
        <tr>
          <th scope="col">application</th>
          <th scope="col">at the IdP</th>
          <th scope="col">API</th>
          <th scope="col">Console</th>
          <th scope="col">Portal</th>
          <th scope="col">agree</th>
        </tr>
      </thead>
      <tbody>
        ${recordings.flatMap(({ id, applications }) => applications.map((application) => viewsRow(id, application)))}
      </tbody>
    </table>
  </div>
`;

function viewsRow(recording: string, application: Application): Markup {
  const { name, type, through, outcome, message } = application;
  const cells = [application.idp, application.api, application.console, application.portal];
  return html`<tr>
    <th scope="row">
      <a href="#${storyAnchor(recording)}">${name}</a>
      <span class="quiet">${type} · through the ${through} · ${outcome}${message && html`: ${message}`}</span>
    </th>
    ${cells.map((view) => html`<td>${view === null ? html`<span class="quiet">not seen</span>` : clientId(view.clientId)}</td>`)}
    <td>${agreement(application)}</td>
  </tr>`;
}

const clientId = (id: string | null) =>
  id === null || id === '' ? html`<span class="quiet">none</span>` : html`<code class="client">${id}</code>`;

const agreement = (application: Application) => {
  const { agree, views } = agreementOf(application);
  if (views < 2) return html`<span class="quiet">– only ${views} seen</span>`;
  return agree ? html`<b class="good">✓ ${views} agree</b>` : html`<b class="bad">✗ they differ</b>`;
};

const ledger = (recordings: readonly Recording[]) => html`
  <h3>Ledger</h3>
  <p class="quiet">
    The clients at the identity provider when the story ended, against the applications in the product.
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Ledger of clients and applications">
    <table>
      <thead>
        <tr>
          <th scope="col">story</th>
          <th scope="col">client at the IdP</th>
          <th scope="col">application</th>
          <th scope="col">balance</th>
        </tr>
      </thead>
      <tbody>
        ${recordings.flatMap((recording) => ledgerOf(recording).map((row) => ledgerRow(recording.id, row)))}
      </tbody>
    </table>
  </div>
`;

const balances: Record<LedgerRow['balance'], Markup> = {
  both: html`<b class="good">✓ both</b>`,
  'no-application': html`<b class="bad">✗ a client without an application</b>`,
  'no-client': html`<b class="bad">✗ an application without its client</b>`,
  neither: html`<span class="quiet">– not registered</span>`,
};

const ledgerRow = (recording: string, { client, application, balance }: LedgerRow) =>
  html`<tr>
    <td><a href="#${storyAnchor(recording)}">${recording}</a></td>
    <td>${clientId(client)}</td>
    <td>${application?.name ?? html`<span class="quiet">none</span>`}</td>
    <td>${balances[balance]}</td>
  </tr>`;
