import { html, type TemplateResult } from 'lit';

import type { ApplicationType } from '../backend/application-types.ts';
import { refresh } from '../refresh.ts';
import { chooseType } from './draft.ts';
import type { Wizard } from './wizard.ts';
import '@gravitee/ui-components/wc/gv-option';

interface CardText {
  readonly title: string;
  readonly description: string;
  readonly icon: string;
}

/** Texts of the portal 4.10.9 itself; those of the server are not shown. */
const texts: Readonly<Record<string, CardText>> = {
  simple: {
    title: 'Simple',
    description: 'A standalone client where you manage your own client_id. No DCR involved.',
    icon: 'layout:layout-top-panel-2',
  },
  browser: {
    title: 'SPA',
    description: 'Front-end JS apps (React, Angular, Vue) using DCR for authentication.',
    icon: 'devices:laptop',
  },
  web: {
    title: 'Web',
    description: 'Server-side web apps (e.g., .NET, Java) that authenticate users through DCR.',
    icon: 'devices:laptop',
  },
  native: {
    title: 'Native',
    description: 'Mobile and desktop apps (iOS, Android) that authenticate through DCR.',
    icon: 'devices:android',
  },
  backend_to_backend: {
    title: 'Backend to backend',
    description: 'Machine-to-machine apps (scripts, daemons, CLIs) using DCR for API access.',
    icon: 'devices:server',
  },
};

type Card = ApplicationType & Partial<CardText>;

const cards = new WeakMap<readonly ApplicationType[], Card[]>();

/** One array for the wizard's types: the component draws new cards for a new array. */
function cardsOf(types: readonly ApplicationType[]): Card[] {
  const made = cards.get(types) ?? types.map((type) => ({ ...type, ...texts[type.id] }));
  cards.set(types, made);
  return made;
}

export const typeCards = ({ types, draft }: Wizard): TemplateResult =>
  html`<gv-option
    class="application-types"
    autofocus
    .options=${cardsOf(types)}
    .value=${draft.type?.id}
    @gv-option:select=${({ detail }: CustomEvent<ApplicationType>) => {
      chooseType(draft, detail);
      refresh();
    }}
  ></gv-option>`;
