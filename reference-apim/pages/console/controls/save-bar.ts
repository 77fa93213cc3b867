import { html, nothing, type TemplateResult } from 'lit';
import { isDirty, isValid, markTouched, type FieldState } from '../form.ts';
import { refresh } from '../refresh.ts';

/** How long the bar of an edit page takes no second click. */
const lockMilliseconds = 2_000;

export interface SaveBar {
  readonly view: () => TemplateResult | typeof nothing;
  readonly submit: (event: Event) => void;
}

interface SaveBarSpec {
  readonly mode: 'create' | 'edit';
  readonly fields: () => readonly FieldState[];
  readonly save: () => void;
  readonly discard?: () => void;
}

/**
 * `gio-save-bar`. It is never disabled because a form is invalid: the click marks the fields and sends nothing.
 * APIM 4.10.9: after a creation that the server refused it stays "Create..." and disabled until the page is loaded anew.
 */
export function saveBar(spec: SaveBarSpec): SaveBar {
  const state = { locked: false };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (state.locked) return;
    const fields = spec.fields();
    if (!isValid(fields)) return showErrors(fields);
    state.locked = true;
    refresh();
    if (spec.mode === 'edit') setTimeout(unlock, lockMilliseconds);
    spec.save();
  };
  const unlock = (): void => {
    state.locked = false;
    refresh();
  };
  const view = (): TemplateResult | typeof nothing => {
    if (spec.mode === 'create') return bar(html`${submitButton('Create', spec, state.locked)}`);
    return isDirty(spec.fields()) ? bar(editContent(spec, state.locked)) : nothing;
  };
  return { view, submit };
}

const bar = (content: TemplateResult): TemplateResult =>
  html`<gio-save-bar><div class="save-bar">${content}</div></gio-save-bar>`;

const editContent = (spec: SaveBarSpec, locked: boolean): TemplateResult =>
  html`<span class="save-bar__text">You have unsaved changes</span>
    <button type="button" class="mat-mdc-outlined-button" @click=${spec.discard}>Discard</button>
    ${submitButton('Save', spec, locked)}`;

const submitButton = (text: string, spec: SaveBarSpec, locked: boolean): TemplateResult =>
  html`<button
    type="submit"
    class=${`mat-mdc-unelevated-button ${isValid(spec.fields()) ? '' : 'invalid'}`}
    ?disabled=${locked}
  >
    ${locked ? `${text}...` : text}
  </button>`;

function showErrors(fields: readonly FieldState[]): void {
  markTouched(fields);
  const bad = document.querySelector('form .ng-invalid');
  const target = bad?.matches('gio-form-tags-input') === true ? bad.querySelector('input') : bad;
  if (target instanceof HTMLElement) target.focus();
}
