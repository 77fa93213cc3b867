const styles = `
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1d192b; background: #f7f8fd; }
  header { display: flex; gap: 1rem; align-items: center; padding: .75rem 2rem; background: #fff; border-bottom: 1px solid #dadbe4; }
  header .space { flex: 1; }
  main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 2rem; }
  label { display: block; margin: .75rem 0; }
  input:not([type=radio]), textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem; }
  button { font: inherit; padding: .3rem .9rem; border: 1px solid #79747e; border-radius: 1rem; background: #fff; cursor: pointer; }
  button:disabled { opacity: .5; cursor: default; }
  button[role=switch][aria-checked=true] { background: #275cf6; color: #fff; }
  .user-avatar { border-radius: 50%; text-transform: lowercase; }
  .type-radio, app-application-card, .toggle { display: flex; gap: .75rem; padding: .75rem; margin: .5rem 0; background: #fff; border: 1px solid #dadbe4; border-radius: .5rem; cursor: pointer; }
  .type-radio[aria-checked=true] { border-color: #275cf6; }
  .error { color: #b3261e; }
  dialog { border: 1px solid #79747e; border-radius: .5rem; }
  code { font: 13px/1.5 ui-monospace, monospace; }
`;

export function useStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
}
