export const overlay = `
.cdk-overlay-container { position: fixed; inset: 0; pointer-events: none; z-index: 1000; }
.cdk-overlay-backdrop { position: absolute; inset: 0; pointer-events: auto; }
.cdk-overlay-dark-backdrop { background: #00000066; }
.cdk-overlay-pane { position: absolute; pointer-events: auto; }
.popup-pane { display: flex; }
.mat-mdc-select-panel, .mat-mdc-menu-panel { background: #fff; border-radius: 4px; box-shadow: 0 4px 18px #00000033; padding: 6px 0; min-width: 100%; overflow: auto; border: 1px solid var(--line); animation: panel .12s; }
.mat-mdc-menu-panel { min-width: 180px; }
.mat-mdc-option, .mat-mdc-menu-item { display: flex; align-items: center; gap: 10px; width: 100%; padding: 9px 16px; border: 0; background: none; cursor: pointer; text-align: left; outline: 0; }
.mat-mdc-option:hover, .mat-mdc-option:focus, .mat-mdc-menu-item:hover { background: #f1f0f8; }
.mat-mdc-option[aria-selected=true] { color: var(--primary); font-weight: 500; }
.mat-mdc-option[aria-disabled=true] { opacity: .5; cursor: default; }
mat-pseudo-checkbox { width: 14px; height: 14px; border: 2px solid #8d8b9f; border-radius: 2px; flex: none; }
.mat-mdc-option[aria-selected=true] mat-pseudo-checkbox { border-color: var(--primary); background: var(--primary); }
.menu-title { padding: 6px 16px 8px; color: var(--muted); border-bottom: 1px solid var(--line); margin-bottom: 4px; }

.dialog-pane { top: 50%; left: 50%; transform: translate(-50%, -50%); width: 500px; max-width: 92vw; }
.mat-mdc-dialog-container { display: block; position: relative; background: #fff; border-radius: 6px; padding: 22px 24px; box-shadow: 0 12px 40px #00000040; outline: 0; animation: panel .15s; }
mat-dialog-content { display: block; } mat-dialog-content p { margin: 10px 0; } mat-dialog-content .mat-mdc-form-field { margin: 14px 0 0; }
mat-dialog-actions { display: flex; justify-content: flex-end; align-items: center; gap: 12px; margin-top: 18px; }
.warning-banner { padding: 8px 12px; border-radius: 4px; background: #fdecec; color: var(--warn); }
.dialog-close { position: absolute; top: 12px; right: 12px; }
.license-picture { width: 56px; fill: none; stroke: #ff8a5c; stroke-width: 1.6; display: block; margin-bottom: 8px; }

.snack-bar-pane { position: absolute; right: 24px; bottom: 8px; pointer-events: auto; }
.mat-mdc-snack-bar-container { display: flex; align-items: center; gap: 16px; min-width: 344px; max-width: 640px; min-height: 52px; padding: 10px 16px; border-radius: 4px; color: #fff; box-shadow: 0 4px 18px #00000040; animation: panel .15s; }
.gio-snack-bar-success { background: var(--good); } .gio-snack-bar-error { background: var(--warn); }
.mdc-snackbar__label { flex: 1; overflow-wrap: anywhere; }
.mat-mdc-snack-bar-container .mat-mdc-button { color: #fff; }

.tooltip-pane { position: absolute; transform: translateX(-50%); }
.mat-mdc-tooltip { display: block; padding: 4px 8px; border-radius: 4px; background: #3d3b52; color: #fff; font-size: 12px; white-space: nowrap; }
@keyframes panel { from { opacity: 0; } }
`;
