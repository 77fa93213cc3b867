import { html } from 'lit';

import { featuredApis, homeText } from '../backend/home.ts';
import type { Page } from '../page.ts';
import { navigate } from '../router.ts';
import '@gravitee/ui-components/wc/gv-button';

export function homePage(): Page {
  void homeText();
  void featuredApis();
  return {
    view: () =>
      html`<app-homepage>
        <div class="hero">
          <h1>Unleash the power of your APIs.</h1>
          <gv-button outlined @gv-button:click=${() => void navigate('/catalog')}>Explore APIs</gv-button>
        </div>
        <h3>Featured APIs</h3>
        <p class="faint">There is no featured API</p>
      </app-homepage>`,
  };
}
