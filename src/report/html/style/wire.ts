/** What was on the wire: header fields, bodies, marks. */
export const wire = `
.exchange[open] { background: var(--sunk); border: 1px solid var(--edge); border-radius: 10px; margin-block: .4rem; }
.viewer { padding: .9rem 1rem 1.1rem; display: grid; gap: 1rem; border-top: 1px solid var(--edge); }
.viewer .facts { display: flex; flex-wrap: wrap; gap: .15rem 1.4rem; color: var(--quiet); font-size: .88rem; }
.messages { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.message { min-width: 0; display: grid; gap: .6rem; align-content: start; }
.message h5 { font-size: .88rem; font-weight: 650; }
.message h5 .quiet { font-weight: 400; }
.line, .headers { font-family: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace; font-size: .8rem; line-height: 1.6; overflow-wrap: anywhere; }
.headers b { font-weight: 600; color: var(--quiet); }
.viewer pre { background: var(--card); border: 1px solid var(--edge); border-radius: 8px; padding: .7rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 32rem; overflow: auto; line-height: 1.6; font-size: .82rem; }
.viewer pre code { font-size: inherit; }
.viewer pre .chip { line-height: 1.3rem; font-size: .72rem; }
.key { color: var(--link); }
.number, .boolean, .null { color: var(--known); }
mark { background: var(--own-bg); color: inherit; border-radius: 4px; box-shadow: 0 0 0 1px var(--own); padding: 0 .15em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.absent { font-size: .88rem; }
.absent mark { color: var(--own); }
.curl > summary { color: var(--link); font-size: .9rem; width: fit-content; }
.curl pre { margin-top: .5rem; }
@media (max-width: 60rem) { .messages { grid-template-columns: 1fr; } }
@media (max-width: 46rem) { .viewer { padding-inline: 0; } .exchange[open] { border-width: 0 0 0 2px; border-radius: 0; background: none; } }
`;
