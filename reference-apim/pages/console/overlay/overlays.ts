import { html, type TemplateResult } from 'lit';
import { dialog } from './dialog.ts';
import { popup } from './popup.ts';
import { snackBar } from './snack-bar.ts';
import { tooltip } from './tooltip.ts';

export const overlays = (): TemplateResult =>
  html`<div class="cdk-overlay-container">${snackBar()}${dialog()}${popup()}${tooltip()}</div>`;
