import { html, nothing, type TemplateResult } from 'lit';
import { closePopup, openPopup } from '../overlay/popup.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

interface OpenOptions {
  readonly anchor: HTMLElement;
  readonly labelledBy: string;
  readonly options: readonly Option[];
  readonly isChosen: (option: Option) => boolean;
  readonly choose: (option: Option) => void;
  readonly stayOpen: boolean;
}

/** The options of a select, in an overlay of the page and not inside the select. */
export function openOptions(spec: OpenOptions): void {
  openPopup(spec.anchor.closest('.mat-mdc-text-field-wrapper') ?? spec.anchor, 'anchor', () => panel(spec));
  queueMicrotask(() => {
    const first = document.querySelector<HTMLElement>('.mat-mdc-select-panel [aria-selected=true]');
    (first ?? document.querySelector<HTMLElement>('.mat-mdc-select-panel mat-option'))?.focus();
  });
}

const panel = (spec: OpenOptions): TemplateResult =>
  html`<div
    class="mat-mdc-select-panel"
    role="listbox"
    tabindex="-1"
    aria-labelledby=${spec.labelledBy}
    aria-multiselectable=${spec.stayOpen ? 'true' : 'false'}
    @keydown=${moveFocus}
  >
    ${spec.options.map((option) => row(spec, option))}
  </div>`;

const row = (spec: OpenOptions, option: Option): TemplateResult => {
  const pick = (): void => {
    if (option.disabled === true) return;
    spec.choose(option);
    if (spec.stayOpen) return;
    closePopup();
    spec.anchor.focus();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') pick();
  };
  return html`<mat-option
    class="mat-mdc-option"
    role="option"
    tabindex="-1"
    aria-selected=${spec.isChosen(option) ? 'true' : 'false'}
    aria-disabled=${option.disabled === true ? 'true' : 'false'}
    @click=${pick}
    @keydown=${key}
    >${spec.stayOpen ? html`<mat-pseudo-checkbox aria-hidden="true"></mat-pseudo-checkbox>` : nothing}<span
      class="mdc-list-item__primary-text"
      >${option.text}</span
    ></mat-option
  >`;
};

function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
  if (!event.key.startsWith('Arrow')) return;
  event.preventDefault();
  const next = document.activeElement?.[step];
  if (next instanceof HTMLElement) next.focus();
}
