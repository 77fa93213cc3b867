export const layout = `
:root {
  --ink: #1c1b2a; --muted: #5f5d73; --line: #dcdbe6; --paper: #f6f6fa; --nav: #211f36;
  --primary: #4b3fd0; --primary-soft: #eceafc; --warn: #c62f2f; --good: #1f7a4d;
}
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif; color: var(--ink); background: var(--paper); }
app-root { display: flex; flex-direction: column; height: 100vh; }
h1, h2, h3, h5 { margin: 0 0 12px; line-height: 1.3; font-weight: 600; }
h1 { font-size: 22px; display: flex; align-items: center; gap: 8px; }
h2 { font-size: 19px; } h3 { font-size: 16px; } h5 { font-size: 14px; margin-top: 20px; }
a { color: var(--primary); }
code { font: 12px 'Liberation Mono', Consolas, monospace; background: #ecebf3; border-radius: 3px; padding: 1px 4px; }
.muted { color: var(--muted); }
.spacer { flex: 1; }
#gravitee-error { padding: 120px 24px; text-align: center; font-size: 18px; color: var(--warn); }

.top-bar { display: flex; align-items: center; gap: 8px; height: 56px; padding: 0 16px; flex: none; background: var(--nav); color: #fff; }
.top-bar .logo { background: none; border: 0; padding: 4px; cursor: pointer; display: flex; }
.top-bar .product { font-weight: 600; }
.top-bar .portal-link { color: #fff; text-decoration: none; border: 1px solid #6c69888c; border-radius: 4px; padding: 5px 12px; margin-right: 8px; }
.top-bar .mat-mdc-icon-button { color: #fff; }
.user-picture { width: 28px; height: 28px; border-radius: 50%; background: #ff8a5c; overflow: hidden; }
.user-picture.missing { object-position: 60px; }

.below { flex: 1; min-height: 0; display: flex; align-items: stretch; }
.side-nav { flex: 0 0 208px; display: flex; flex-direction: column; gap: 10px; padding: 14px 10px; background: #2b2944; color: #d9d7ea; overflow-y: auto; }
.environment__label { display: block; font-size: 11px; color: #a6a3c2; }
.environment mat-select { display: block; padding: 4px 8px; border: 1px solid #56537a; border-radius: 4px; }
.side-search { width: 100%; padding: 6px 8px; border: 1px solid #56537a; border-radius: 4px; background: transparent; color: inherit; font: inherit; }
.side-search::placeholder { color: #a6a3c2; }
.side-nav__items { flex: 1; }
.side-nav a { display: block; color: inherit; text-decoration: none; border-radius: 4px; }
.side-nav a.active { background: #47446d; color: #fff; }
.gio-menu__item { display: flex; align-items: center; gap: 10px; padding: 7px 10px; }
.collapse { display: flex; align-items: center; gap: 10px; padding: 7px 10px; color: #a6a3c2; }

.sub-menu { display: block; flex: 0 0 208px; padding: 18px 10px; background: #fff; border-right: 1px solid var(--line); overflow-y: auto; }
.sub-menu__title { font-weight: 600; font-size: 16px; padding: 0 10px 12px; overflow-wrap: anywhere; }
.sub-menu__group { font-size: 11px; text-transform: none; color: var(--muted); padding: 12px 10px 4px; }
.sub-menu a { display: block; padding: 6px 10px; border-radius: 4px; color: inherit; text-decoration: none; }
.sub-menu a.active { background: var(--primary-soft); color: var(--primary); font-weight: 600; }

.content { flex: 1; min-width: 0; overflow-y: auto; }
.content__page { padding: 24px 28px 0; max-width: 1180px; min-height: 100%; margin: 0 auto; display: flex; flex-direction: column; }
.content__page > form { flex: 1; display: flex; flex-direction: column; }
.mat-mdc-card { display: block; background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 20px 24px; margin-bottom: 20px; }
.card-title { font-size: 20px; font-weight: 600; }
.card-title + .muted { margin-bottom: 20px; }
.text { margin-bottom: 14px; }
mat-divider { display: block; border-top: 1px solid var(--line); margin: 16px 0; }

.login { flex: 1; display: flex; align-items: center; justify-content: center; padding: 24px; }
.login__card { width: 380px; padding: 32px; }
.login__logo { width: 44px; fill: none; stroke: #ff8a5c; stroke-width: 3; display: block; margin-bottom: 12px; }
.card__header__title { font-size: 22px; font-weight: 600; }
.login form { margin-top: 22px; }
.login .mat-mdc-unelevated-button { width: 100%; }

.list-actions, .table-actions { display: flex; align-items: center; gap: 12px; margin-bottom: 12px; }
.table-actions { justify-content: flex-end; width: fit-content; margin-left: auto; margin-top: -34px; }
.mat-mdc-tab-nav-bar { display: flex; gap: 4px; margin-bottom: 20px; border-bottom: 1px solid var(--line); }
.mat-mdc-tab-link { padding: 10px 16px; text-decoration: none; color: var(--muted); }
.mat-mdc-tab-link.active { color: var(--primary); box-shadow: inset 0 -2px var(--primary); }

.details { display: flex; gap: 32px; flex-wrap: wrap; }
.details__inputs { flex: 1 1 420px; } .details__facts { flex: 0 0 260px; }
.details__facts dl { margin: 0 0 16px; display: grid; grid-template-columns: 110px 1fr; gap: 8px; align-items: center; }
.details__facts dt { color: var(--muted); } .details__facts dd { margin: 0; display: flex; align-items: center; gap: 4px; min-height: 32px; }
.pictures { display: flex; gap: 20px; }
.picture-label { font-weight: 600; margin-bottom: 6px; }
.picture { width: 120px; height: 110px; border: 1px solid var(--line); border-radius: 6px; display: flex; flex-direction: column; align-items: center; justify-content: center; overflow: hidden; }
.picture .gio-avatar { width: 100%; height: 100%; }
.picture--empty { width: 220px; border-style: dashed; color: var(--muted); font-size: 12px; }
.danger-card { border-color: #e7b4b4; } .danger-card h3 { color: var(--warn); }
.danger-row { display: flex; align-items: center; justify-content: space-between; }
`;
