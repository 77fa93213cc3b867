export const base = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
body > header, main, body > nav, body > footer { width: min(69rem, 100% - 3rem); margin-inline: auto; }
h1, h2, h3, h5, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
h2 { font-size: 1.35rem; font-weight: 620; letter-spacing: -.01em; }
h3 { font-size: 1rem; font-weight: 620; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
code, pre, .id, .order { font-family: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace; font-size: .88em; }
code { overflow-wrap: anywhere; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
.quiet, .note { color: var(--quiet); }
.note { font-size: .9em; }
.good { color: var(--pass); font-weight: 600; }
.bad { color: var(--fail); font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 2; }
.notice { background: var(--known-bg); border-radius: 8px; padding: .6rem .9rem; }
.notice.bad { background: var(--fail-bg); }
.badge { display: inline-grid; place-items: center; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--own-bg); color: var(--own); font-weight: 700; font-size: .85rem; line-height: 1; flex: none; }
.chip { display: inline-block; border-radius: 99px; padding: 0 .5rem; background: var(--own-bg); color: var(--own); font: 600 .78rem/1.5rem system-ui, sans-serif; text-decoration: none; white-space: nowrap; }
a.chip:hover { text-decoration: underline; }
body > nav { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; padding-block: .7rem; background: var(--page); border-bottom: 1px solid var(--edge); }
body > nav a { text-decoration: none; font-weight: 550; }
body > nav a:hover { text-decoration: underline; }
main > section { margin-block: 2.2rem 3.2rem; }
body > footer { color: var(--quiet); font-size: .87em; border-top: 1px solid var(--edge); padding-block: 1.2rem 2.5rem; }
mark:target, .step:target, .verdict:target > summary, .exchange:target > summary { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
`;
