const styles = `
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1d192b; background: #f7f8fd; }
  app-nav-bar, app-footer { display: flex; gap: 1rem; align-items: center; padding: .75rem 2rem; background: #fff; border-bottom: 1px solid #dadbe4; }
  app-company-title img { display: block; width: 2rem; height: 2rem; }
  .space { flex: 1; }
  .main-container-wrapper { max-width: 60rem; margin: 0 auto; padding: 1.5rem 2rem; }
  mat-card, mat-form-field, mat-hint, mat-error, mat-select, app-banner, app-copy-code { display: block; }
  mat-card { padding: 1.5rem; background: #fff; border: 1px solid #dadbe4; border-radius: .5rem; }
  mat-form-field { margin: 1rem 0; }
  mat-hint { font-size: 13px; color: #5c5f66; }
  mat-divider { display: block; margin: 1rem 0; border-top: 1px solid #dadbe4; }
  app-picture img { width: 40px; height: 40px; }
  app-banner { margin: 1rem 0; padding: .75rem; background: #eef1fb; }
  input:not([type=radio]), textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem; }
  mat-select { min-height: 1.5em; padding: .4rem; border: 1px solid #79747e; cursor: pointer; }
  button { font: inherit; min-height: 2.1em; padding: .3rem .9rem; border: 1px solid #79747e; border-radius: 1rem; background: #fff; cursor: pointer; }
  button:disabled { opacity: .5; cursor: default; }
  button[role=switch] { width: 2.6rem; }
  button[role=switch][aria-checked=true] { background: #275cf6; }
  .user-avatar { border-radius: 50%; text-transform: lowercase; }
  .type-radio, app-application-card, mat-slide-toggle { display: flex; gap: .75rem; align-items: center; padding: .75rem; margin: .5rem 0; border: 1px solid #dadbe4; border-radius: .5rem; }
  .type-radio label { flex: 1; cursor: pointer; }
  app-application-card button { margin-left: auto; }
  mat-chip-row { display: inline-flex; gap: .3rem; align-items: center; margin: .2rem; padding: .1rem .6rem; background: #e3e1ec; border-radius: .5rem; }
  mat-chip-row button { border: 0; background: none; padding: 0; font-size: 11px; }
  [role=tablist] { display: flex; gap: 1.5rem; margin: 1rem 0; }
  [role=tab][aria-selected=true] { border-bottom: 2px solid #275cf6; }
  nav ol { display: flex; gap: 1rem; list-style: none; padding: 0; }
  pre { display: inline-block; margin: 0 .75rem 0 0; font: 13px/1.5 ui-monospace, monospace; }
  .error, mat-error { color: #b3261e; }
  .visually-hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .cdk-overlay-backdrop { position: fixed; inset: 0; background: #0003; }
  .mat-mdc-select-panel, mat-dialog-container { position: fixed; top: 30%; left: 50%; transform: translateX(-50%); padding: 1.5rem; background: #fff; border-radius: .5rem; box-shadow: 0 2px 8px #0006; }
  mat-option { display: block; padding: .4rem .75rem; cursor: pointer; }
  mat-option[aria-selected=true] { background: #e3e1ec; }
  mat-option[aria-disabled=true] { opacity: .5; cursor: default; }
`;

export function useStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
}
