import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const shapes: Readonly<Record<string, SVGTemplateResult>> = {
  add: svg`<path d="M12 5v14M5 12h14" />`,
  apps: svg`<path d="M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z" />`,
  back: svg`<path d="M19 12H5M11 6l-6 6 6 6" />`,
  bell: svg`<path d="M6 17h12l-1.5-3V10a4.5 4.5 0 0 0-9 0v4zM10 20h4" />`,
  cancel: svg`<circle cx="12" cy="12" r="8" /><path d="M9 9l6 6M15 9l-6 6" />`,
  chart: svg`<path d="M5 19h14M7 16v-5M12 16V6M17 16v-8" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  collapse: svg`<path d="M5 5v14M19 12H9M13 8l-4 4 4 4" />`,
  copy: svg`<path d="M9 9h10v10H9zM5 15V5h10" />`,
  edit: svg`<path d="M5 19l1-4L16 5l3 3L9 18zM14 7l3 3" />`,
  eye: svg`<path d="M3 12c4-7 14-7 18 0-4 7-14 7-18 0z" /><circle cx="12" cy="12" r="2.5" />`,
  help: svg`<circle cx="12" cy="12" r="8" /><path d="M10 10a2 2 0 1 1 2.5 2c-.5.2-.5.6-.5 1.5M12 16.3v.2" />`,
  home: svg`<path d="M4 11l8-7 8 7v9h-6v-6h-4v6H4z" />`,
  left: svg`<path d="M14 7l-5 5 5 5" />`,
  lock: svg`<path d="M6 11h12v8H6zM9 11V8a3 3 0 0 1 6 0v3" />`,
  nodes: svg`<circle cx="6" cy="12" r="2" /><circle cx="18" cy="6" r="2" /><circle cx="18" cy="18" r="2" /><path d="M8 11l8-4M8 13l8 4" />`,
  right: svg`<path d="M10 7l5 5-5 5" />`,
  settings: svg`<circle cx="12" cy="12" r="3" /><path d="M12 4v3M12 17v3M4 12h3M17 12h3M6.5 6.5l2 2M15.5 15.5l2 2M17.5 6.5l-2 2M8.5 15.5l-2 2" />`,
  trash: svg`<path d="M5 7h14M9 7V5h6v2M7 7l1 12h8l1-12" />`,
  upload: svg`<path d="M12 16V5M8 9l4-4 4 4M5 19h14" />`,
};

const drawing = (name: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;

/** An icon that is a picture only. */
export const icon = (name: string): TemplateResult =>
  html`<mat-icon class="mat-icon" role="img" aria-hidden="true">${drawing(name)}</mat-icon>`;

/** An icon whose name is text in the page, as icon fonts with ligatures have it, and that acts as a button. */
export const ligatureButton = (name: string, click: () => void): TemplateResult =>
  html`<mat-icon class="mat-icon mat-ligature" role="button" tabindex="-1" @click=${click}
    >${name}${drawing(name)}</mat-icon
  >`;

const hueOf = (text: string): number =>
  new TextEncoder().encode(text).reduce((sum, byte) => (sum * 31 + byte) % 360, 7);

/** The picture that stands for something that has none. */
export const avatar = (name: string): TemplateResult =>
  html`<svg class="gio-avatar" role="img" viewBox="0 0 4 4">
    <rect width="4" height="4" fill=${`hsl(${hueOf(name)} 45% 88%)`}></rect>
    <path d="M0 4V2l2-2h2v1L1 4z" fill=${`hsl(${hueOf(name)} 45% 55%)`}></path>
  </svg>`;
