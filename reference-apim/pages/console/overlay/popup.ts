import { html, nothing, type TemplateResult } from 'lit';
import { refresh } from '../refresh.ts';

interface Popup {
  readonly anchor: DOMRect;
  readonly width: 'anchor' | 'own';
  readonly content: () => TemplateResult;
}

const open: { popup: Popup | undefined } = { popup: undefined };

/** Opens a panel below an element, over the whole page: the next click anywhere else only closes it. */
export function openPopup(anchor: Element, width: Popup['width'], content: Popup['content']): void {
  open.popup = { anchor: anchor.getBoundingClientRect(), width, content };
  refresh();
}

export function closePopup(): void {
  open.popup = undefined;
  refresh();
}

export const isPopupOpen = (): boolean => open.popup !== undefined;

export function popup(): TemplateResult | typeof nothing {
  if (open.popup === undefined) return nothing;
  return html`<div class="cdk-overlay-backdrop cdk-overlay-transparent-backdrop" @click=${closePopup}></div>
    <div class="cdk-overlay-pane popup-pane" style=${placeOf(open.popup)}>${open.popup.content()}</div>`;
}

function placeOf({ anchor, width }: Popup): string {
  const below = window.innerHeight - anchor.bottom;
  const vertical =
    below > 240 || below > anchor.top
      ? `top:${anchor.bottom}px;max-height:${below - 8}px`
      : `bottom:${window.innerHeight - anchor.top}px;max-height:${anchor.top - 8}px`;
  const horizontal =
    width === 'anchor'
      ? `left:${anchor.left}px;width:${anchor.width}px`
      : `right:${document.documentElement.clientWidth - anchor.right}px`;
  return `${vertical};${horizontal}`;
}

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isPopupOpen()) closePopup();
});
