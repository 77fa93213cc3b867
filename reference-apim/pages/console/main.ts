import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { boot, type Boot } from './backend/boot.ts';
import { onUnauthorized } from './backend/http.ts';
import { enterEnvironment, loadUser, may, pollOnce, session, signOut } from './backend/session.ts';
import { closeDialog, isDialogOpen } from './overlay/dialog.ts';
import { overlays } from './overlay/overlays.ts';
import { closePopup } from './overlay/popup.ts';
import { drawWith, refresh } from './refresh.ts';
import { currentAddress, currentUrl, redirect } from './router.ts';
import { arrive } from './routes.ts';
import type { Screen } from './screen.ts';
import { loginScreen } from './screens/login.ts';
import { placeholderScreen } from './screens/placeholder.ts';
import { sideNav } from './shell/side-nav.ts';
import { topBar } from './shell/top-bar.ts';
import { addStyles } from './styles/styles.ts';

const app: { screen: Screen | undefined; framed: boolean; failed: boolean; visits: number } = {
  screen: undefined,
  framed: false,
  failed: false,
  visits: 0,
};

const frame = ({ view, menu }: Screen): TemplateResult =>
  html`${topBar()}
    <div class="below">
      ${sideNav()}${menu?.() ?? nothing}
      <div class="content"><div class="content__page">${keyed(app.screen, view())}</div></div>
    </div>`;

const failure = html`<div id="gravitee-error">Management API unreachable or error occurs, please check logs</div>`;

function content(): TemplateResult | typeof nothing {
  if (app.failed) return failure;
  if (app.screen === undefined) return nothing;
  return app.framed ? frame(app.screen) : html`${keyed(app.screen, app.screen.view())}`;
}

const page = (): TemplateResult =>
  html`<app-root aria-hidden=${isDialogOpen() ? 'true' : nothing}>${content()}</app-root>${overlays()}`;

function show(screen: Screen, framed: boolean): void {
  Object.assign(app, { screen, framed });
  refresh();
}

async function toLogin(): Promise<void> {
  if (currentAddress().path === '/_login') return;
  const wanted = currentUrl();
  await signOut();
  redirect(wanted === '' || wanted === '/' ? '/_login' : `/_login?redirect=${encodeURIComponent(wanted)}`);
}

async function visit(settings: Boot): Promise<void> {
  const visitNumber = ++app.visits;
  const address = currentAddress();
  closeDialog();
  closePopup();
  if (address.path === '/_login') return show(loginScreen(settings.localLogin)({ params: {}, address }), false);
  if (address.path.startsWith('/_')) return show(placeholderScreen({ params: {}, address }), false);
  if (session.user === undefined && !(await loadUser())) return toLogin();
  const [, name = ''] = address.path.split('/');
  if (session.environment === undefined) await enterEnvironment(name);
  if (visitNumber === app.visits && session.environment !== undefined) open(name, session.environment.hrid);
}

/** The human-readable id of the environment is the canonical one; its technical id is accepted and rewritten. */
function open(name: string, canonical: string): void {
  const address = currentAddress();
  if (name !== canonical) {
    const url = name === '' || !isEnvironment(name) ? `/${canonical}` : currentUrl().replace(name, canonical);
    return redirect(url);
  }
  const arrival = arrive(address, (permission) => may(permission, 'R'));
  if ('to' in arrival) redirect(arrival.to);
  else show(arrival.screen, true);
}

const isEnvironment = (name: string): boolean => name.toLowerCase() === session.environment?.id.toLowerCase();

async function start(): Promise<void> {
  addStyles();
  drawWith(() => void render(page(), document.body));
  const settings = await boot();
  if (settings === undefined) {
    app.failed = true;
    return refresh();
  }
  onUnauthorized(() => void toLogin());
  addEventListener('hashchange', () => void visit(settings));
  setInterval(() => {
    if (session.environment !== undefined) void pollOnce();
  }, settings.pollSeconds * 1_000);
  await visit(settings);
}

void start();
