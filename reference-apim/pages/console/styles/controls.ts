export const controls = `
button, input, textarea { font: inherit; color: inherit; }
.mat-mdc-button, .mat-mdc-unelevated-button, .mat-mdc-outlined-button { display: inline-flex; align-items: center; gap: 6px; min-height: 36px; padding: 0 16px;
  border: 1px solid transparent; border-radius: 4px; background: none; color: var(--primary); font-weight: 500; cursor: pointer; text-decoration: none; }
.mat-mdc-unelevated-button { background: var(--primary); color: #fff; justify-content: center; }
.mat-mdc-unelevated-button.invalid { opacity: .75; }
.mat-mdc-outlined-button { border-color: var(--line); background: #fff; }
.mat-warn { color: var(--warn); } .mat-mdc-unelevated-button.mat-warn { background: var(--warn); color: #fff; }
button:disabled { cursor: default; }
.mat-mdc-button:disabled, .mat-mdc-unelevated-button:disabled { background: #e4e3ec; color: #8d8b9f; opacity: 1; }
.mat-mdc-icon-button { display: inline-flex; width: 32px; height: 32px; padding: 6px; border: 0; border-radius: 50%; background: none; color: var(--muted); cursor: pointer; align-items: center; justify-content: center; flex: none; }
.mat-mdc-icon-button:hover:not(:disabled) { background: #0000000d; } .mat-mdc-icon-button:disabled { opacity: .35; }
.mat-mdc-icon-button.user { padding: 2px; }
:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }

.mat-icon { display: inline-flex; flex: none; width: 20px; height: 20px; font-size: 0; }
.mat-icon svg { width: 100%; height: 100%; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.gio-avatar { width: 28px; height: 28px; border-radius: 4px; display: block; }

.mat-mdc-form-field { display: block; margin-bottom: 10px; }
.mat-mdc-text-field-wrapper { position: relative; min-height: 54px; padding: 5px 12px 4px; border: 1px solid #b9b7c9; border-radius: 4px; background: #fff; }
.mat-mdc-text-field-wrapper:focus-within { border-color: var(--primary); box-shadow: 0 0 0 1px var(--primary); }
.mat-form-field-invalid .mat-mdc-text-field-wrapper { border-color: var(--warn); }
.mdc-floating-label { display: block; width: fit-content; font-size: 12px; line-height: 16px; color: var(--muted); }
.mat-mdc-form-field-required-marker::after { content: ' *'; }
.mat-mdc-form-field-infix { display: flex; align-items: center; }
.mat-mdc-input-element { flex: 1; width: 100%; min-width: 0; padding: 3px 0; border: 0; outline: 0; background: none; }
textarea.mat-mdc-input-element { resize: vertical; display: block; }
.mat-mdc-input-element:disabled, .mat-mdc-input-element:read-only { color: #4e4c61; }
.mat-mdc-form-field-subscript-wrapper { min-height: 20px; padding: 2px 12px 0; font-size: 12px; line-height: 16px; }
mat-hint { color: var(--muted); } mat-error { color: var(--warn); }
.search { width: 300px; } .search .mat-mdc-text-field-wrapper { min-height: 48px; }

.mat-mdc-select { display: flex; align-items: center; flex: 1; min-height: 28px; cursor: pointer; outline: 0; }
.mat-mdc-select[aria-disabled=true] { cursor: default; color: #8d8b9f; }
.mat-mdc-select-value { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mat-mdc-select-arrow { border: 5px solid transparent; border-top-color: var(--muted); margin-top: 5px; }

gio-form-slide-toggle { display: flex; align-items: center; gap: 14px; padding: 10px 14px; margin-bottom: 10px; border: 1px solid var(--line); border-radius: 6px; }
gio-form-slide-toggle.disabled { color: #8d8b9f; background: #fafafc; }
.slide-toggle-text gio-form-label { display: block; font-weight: 500; } .slide-toggle-text .muted { display: block; font-size: 12px; }
.toggle-grid { display: grid; grid-template-columns: 1fr 1fr; column-gap: 12px; }
.toggle-grid > div { display: grid; }
mat-slide-toggle { display: inline-flex; flex: none; }
.mdc-switch { position: relative; width: 40px; height: 22px; border: 0; border-radius: 11px; background: #a9a7bb; cursor: pointer; transition: background .15s; }
.mdc-switch::after { content: ''; position: absolute; top: 3px; left: 3px; width: 16px; height: 16px; border-radius: 50%; background: #fff; transition: left .15s; }
.mdc-switch[aria-checked=true] { background: var(--primary); } .mdc-switch[aria-checked=true]::after { left: 21px; }
.mdc-switch:disabled { opacity: .45; }

.mat-mdc-chip-grid { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; min-height: 28px; }
.mat-mdc-chip { display: inline-flex; align-items: center; gap: 4px; padding: 1px 4px 1px 10px; border-radius: 14px; background: var(--primary-soft); }
.mat-mdc-chip .mat-icon { width: 18px; height: 18px; cursor: pointer; color: var(--muted); } .mat-mdc-chip-trailing { display: inline-flex; }
.mat-mdc-chip-input { flex: 1; min-width: 220px; border: 0; outline: 0; background: none; padding: 3px 0; }

gio-form-selection-inline { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 12px; margin-bottom: 20px; }
gio-form-selection-inline-card { display: block; padding: 12px 14px; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
gio-form-selection-inline-card.selected { border-color: var(--primary); box-shadow: inset 0 0 0 1px var(--primary); background: #faf9ff; }
gio-form-selection-inline-card-title { display: block; font-weight: 600; } gio-form-selection-inline-card-subtitle { display: block; font-size: 12px; color: var(--muted); }

gio-form-headers { display: block; margin: 4px 0 20px; } gio-form-headers > gio-form-label { display: block; margin-bottom: 6px; font-weight: 500; }
.gio-form-headers-table { width: 100%; border-collapse: collapse; border: 1px solid var(--line); }
.gio-form-headers-table th { text-align: left; font-size: 11px; color: var(--muted); padding: 6px 10px; background: var(--paper); }
.gio-form-headers-table td { border-top: 1px solid var(--line); padding: 4px 6px; width: 50%; }
.gio-form-headers-table td:last-child { display: flex; width: 100%; align-items: center; }
.gio-form-headers-table textarea { width: 100%; border: 0; outline: 0; resize: none; padding: 5px 4px; background: none; }

mat-radio-group { display: flex; gap: 20px; align-items: center; margin: 4px 0 12px; } .list-actions mat-radio-group { margin: 0; }
.mat-mdc-radio-button { display: inline-flex; align-items: center; gap: 6px; } .mat-mdc-radio-button input { accent-color: var(--primary); width: 16px; height: 16px; margin: 0; }
.form-section { margin: 18px 0; } .form-section > strong { display: block; margin-bottom: 10px; }
.content h2 + strong { display: block; margin-bottom: 12px; }
gio-banner-info { display: block; padding: 10px 14px; margin-bottom: 16px; border-radius: 6px; background: var(--primary-soft); }

.mat-mdc-table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid var(--line); margin-bottom: 24px; }
.mat-mdc-table th { text-align: left; font-size: 12px; color: var(--muted); font-weight: 600; padding: 10px 14px; border-bottom: 1px solid var(--line); }
.mat-mdc-table td { padding: 8px 14px; border-bottom: 1px solid #eeedf4; } .mat-mdc-table tr:last-child td { border-bottom: 0; }
.sort-header { border: 0; background: none; padding: 0; font-weight: inherit; cursor: pointer; } .row-actions { text-align: right; white-space: nowrap; }
.mat-mdc-paginator { display: flex; align-items: center; gap: 8px; font-size: 12px; color: var(--muted); }
.mat-mdc-paginator .mat-mdc-select { flex: none; border: 1px solid var(--line); border-radius: 4px; padding: 0 10px; background: #fff; }

gio-save-bar { display: block; position: sticky; bottom: 0; z-index: 10; margin-top: auto; padding-bottom: 12px; animation: save-bar .3s ease-out; }
.save-bar { display: flex; align-items: center; justify-content: flex-end; gap: 12px; padding: 10px 16px; background: #fff; border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 -2px 12px #0000001a; }
.save-bar__text { margin-right: auto; }
@keyframes save-bar { from { transform: translateY(100%); opacity: 0; } }
`;
