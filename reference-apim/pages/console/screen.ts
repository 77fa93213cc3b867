import type { nothing, TemplateResult } from 'lit';
import type { Address } from './router.ts';

/** A page that is open. Its sub menu, if it has one, stands between side navigation and content. */
export interface Screen {
  readonly view: () => TemplateResult;
  readonly menu?: () => TemplateResult | typeof nothing;
}

export interface Visit {
  readonly params: Readonly<Record<string, string>>;
  readonly address: Address;
}

export type OpenScreen = (visit: Visit) => Screen;
