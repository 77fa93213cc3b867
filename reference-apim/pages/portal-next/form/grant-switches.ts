import { html, type TemplateResult } from 'lit';

import type { ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';

interface Grants {
  readonly type: ApplicationType;
  readonly chosen: readonly string[];
  readonly changed: (chosen: readonly string[]) => void;
}

/** A switch for each grant of the type; a mandatory one stays on. */
export const grantSwitches = (grants: Grants): TemplateResult[] =>
  grants.type.allowed_grant_types.map((grant) => toggle(grants, grant));

const toggle = ({ type, chosen, changed }: Grants, grant: { type: string; name: string }): TemplateResult => {
  const on = chosen.includes(grant.type);
  const id = `grant-${grant.type}`;
  const click = () => {
    changed(on ? chosen.filter((one) => one !== grant.type) : [...chosen, grant.type]);
    refresh();
  };
  return html`<mat-slide-toggle
    ><button
      id=${id}
      type="button"
      role="switch"
      aria-checked=${on ? 'true' : 'false'}
      aria-labelledby=${`${id}-label`}
      ?disabled=${type.mandatory_grant_types.some((one) => one.type === grant.type)}
      @click=${click}
    ></button
    ><label id=${`${id}-label`} for=${id}>${grant.name}</label></mat-slide-toggle
  >`;
};
