import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { stateClasses, write, type Field } from '../form.ts';
import { tooltipOf } from '../overlay/tooltip.ts';

export interface SlideToggleSpec {
  /** Accessible name of the switch; it differs from the caption. */
  readonly name: string;
  readonly caption: string;
  readonly description?: string;
  readonly controlName: string;
  readonly field: Field<boolean>;
  readonly testId?: string;
  readonly disabled?: boolean;
  readonly tooltip?: string | undefined;
  readonly changed?: () => void;
}

/** `gio-form-slide-toggle`: the caption is not a label, clicking it changes nothing. */
export const slideToggle = (spec: SlideToggleSpec): TemplateResult => {
  const { enter, leave } = tooltipOf(spec.tooltip);
  return html`<gio-form-slide-toggle
    class=${spec.disabled === true ? 'disabled' : ''}
    @mouseenter=${enter}
    @mouseleave=${leave}
  >
    ${matSlideToggle(spec)}
    <div class="slide-toggle-text">
      <gio-form-label>${spec.caption}</gio-form-label>
      ${spec.description === undefined ? nothing : html`<span class="muted">${spec.description}</span>`}
    </div>
  </gio-form-slide-toggle>`;
};

const matSlideToggle = (spec: SlideToggleSpec): TemplateResult => {
  const { field, changed, disabled } = spec;
  const change = (): void => {
    write(field, !field.value);
    changed?.();
  };
  return html`<mat-slide-toggle
    class=${`mat-mdc-slide-toggle ${field.value ? 'mat-mdc-slide-toggle-checked' : ''} ${stateClasses(field)}`}
    data-testid=${ifDefined(spec.testId)}
    formcontrolname=${spec.controlName}
    ><button
      type="button"
      role="switch"
      class="mdc-switch"
      aria-label=${spec.name}
      aria-checked=${field.value ? 'true' : 'false'}
      ?disabled=${disabled === true}
      @click=${change}
    ></button
  ></mat-slide-toggle>`;
};
