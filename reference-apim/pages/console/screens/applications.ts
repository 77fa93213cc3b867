import { html, nothing, type TemplateResult } from 'lit';
import { loadApplications, type ApplicationsPage } from '../backend/applications.ts';
import { hrid, isOrganizationAdmin, may } from '../backend/session.ts';
import { radioGroup } from '../controls/radio-group.ts';
import { icon } from '../icons.ts';
import { refresh } from '../refresh.ts';
import { currentAddress, navigate, showUrl } from '../router.ts';
import type { OpenScreen } from '../screen.ts';
import { applicationsTable } from './applications-table.ts';
import { paginator } from './paginator.ts';

interface State {
  q: string;
  page: number;
  status: string;
  size: number;
  found: ApplicationsPage | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const debounceMilliseconds = 100;

/** Waits until nothing has changed for a moment, then asks; a page that was left in between asks nothing. */
function loadSoon(state: State): void {
  showUrl(`/${hrid()}/applications?${query(state, ['q', 'page', 'size', 'status']).toString()}`);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => void load(state), debounceMilliseconds);
}

async function load(state: State): Promise<void> {
  if (!currentAddress().path.endsWith('/applications')) return;
  const searched = state.q === '' ? [] : ['query' as const];
  state.found = await loadApplications(query(state, ['page', 'size', 'status', ...searched]));
  refresh();
}

function query(state: State, names: readonly ('q' | 'query' | 'page' | 'size' | 'status')[]): URLSearchParams {
  const values = { ...state, query: state.q };
  return new URLSearchParams(names.map((name) => [name, String(values[name])]));
}

export const applicationsScreen: OpenScreen = ({ address }) => {
  const state: State = {
    q: address.query.get('q') ?? '',
    page: Number(address.query.get('page') ?? 1),
    size: Number(address.query.get('size') ?? 25),
    status: address.query.get('status') ?? 'ACTIVE',
    found: undefined,
    timer: undefined,
  };
  const change = (changed: Partial<State>): void => {
    Object.assign(state, { page: 1, ...changed });
    loadSoon(state);
    refresh();
  };
  loadSoon(state);
  return { view: () => page(state, change) };
};

const page = (state: State, change: (changed: Partial<State>) => void): TemplateResult =>
  html`<h1>Applications</h1>
    <div class="list-actions">
      ${isOrganizationAdmin() ? statusFilter(state, change) : nothing}
      <span class="spacer"></span>
      ${may('APPLICATION', 'C') ? addButton() : nothing}
    </div>
    <div class="list-actions">
      ${search(state, change)}
      <span class="spacer"></span>
      ${paginator({ page: state.page, size: state.size, total: totalOf(state.found), change })}
    </div>
    ${applicationsTable(state.found?.data)}`;

const totalOf = (found: ApplicationsPage | undefined): number => found?.page?.total_elements ?? found?.data.length ?? 0;

const statusFilter = (state: State, change: (changed: Partial<State>) => void): TemplateResult =>
  radioGroup({
    name: 'Select a status',
    group: 'mat-radio-group-1',
    options: ['ACTIVE', 'ARCHIVED'].map((value) => ({ value, text: value })),
    value: state.status,
    choose: (status) => change({ status }),
  });

const addButton = (): TemplateResult =>
  html`<button
    type="button"
    class="mat-mdc-unelevated-button"
    data-testid="add-application"
    @click=${() => navigate(`/${hrid()}/applications/create`)}
  >
    ${icon('add')}Add Application
  </button>`;

type Typed = InputEvent & { readonly currentTarget: HTMLInputElement };

const search = (state: State, change: (changed: Partial<State>) => void): TemplateResult =>
  html`<mat-form-field class="mat-mdc-form-field search">
    <div class="mat-mdc-text-field-wrapper">
      <label class="mdc-floating-label" for="applications-search"
        ><mat-label data-testid="search">Search</mat-label></label
      >
      <input
        id="applications-search"
        class="mat-mdc-input-element"
        type="search"
        .value=${state.q}
        @input=${(event: Typed) => change({ q: event.currentTarget.value })}
      />
    </div>
  </mat-form-field>`;
