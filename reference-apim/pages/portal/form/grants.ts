import { html, type TemplateResult } from 'lit';

import type { ApplicationType } from '../backend/application-types.ts';
import { refresh } from '../refresh.ts';
import { isOn } from './event-value.ts';
import '@gravitee/ui-components/wc/gv-switch';

/** A switch for each grant of the type; a mandatory one is locked. */
export const grantSwitches = (
  { allowed_grant_types, mandatory_grant_types }: ApplicationType,
  grants: readonly string[],
  changed: (grants: string[]) => void,
): TemplateResult =>
  html`<div class="form-control">
    <div>Types of rights authorized for the client.</div>
    <div class="faint">For security reasons, please define only the types you need.</div>
    ${allowed_grant_types.map(
      ({ type, name }) =>
        html`<gv-switch
          label=${name}
          .value=${grants.includes(type)}
          ?disabled=${mandatory_grant_types.some((mandatory) => mandatory.type === type)}
          @gv-switch:input=${(event: Event) => {
            const others = grants.filter((other) => other !== type);
            changed(isOn(event) ? [...others, type] : others);
            refresh();
          }}
        ></gv-switch>`,
    )}
  </div>`;
