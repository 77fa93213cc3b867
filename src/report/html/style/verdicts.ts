export const verdicts = `
.unproven { color: var(--quiet); border: 1px dashed var(--edge); border-radius: 99px; padding: 0 .5rem; font-size: .8rem; }
.filters { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem .9rem; margin-top: 1rem; }
.filters label { color: var(--quiet); font-size: .9rem; }
.filters .wide { flex: 1 1 16rem; }
.filters input[type=search], .filters select { font: inherit; font-size: .95rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .4rem .7rem; }
.filters input[type=search] { width: 100%; }
.filters select { max-width: 12rem; }
.filters fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; }
.filters output { color: var(--quiet); font-size: .9rem; margin-left: auto; }
.toggle { display: inline-flex; align-items: center; gap: .35rem; padding: .15rem .7rem; border: 1px solid var(--edge); border-radius: 99px; cursor: pointer; }
.filters .toggle { color: var(--own); }
.toggle input { margin: 0; accent-color: var(--own); }
.toggle:has(:checked) { background: var(--own-bg); border-color: var(--own); }
.toggle:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.group { margin-top: 1.4rem; }
.group > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .9rem; padding: .3rem 0; }
.group > summary h3 { display: flex; align-items: center; gap: .6rem; }
.group > summary::after { content: '▸'; color: var(--quiet); margin-left: auto; }
.group[open] > summary::after { content: '▾'; }
.count { color: var(--quiet); font-weight: 500; }
.verdicts { margin-top: .5rem; background: var(--card); border: 1px solid var(--edge); border-radius: 12px; overflow: clip; }
.verdicts > li + li { border-top: 1px solid var(--edge); }
.verdict > summary { display: grid; grid-template-columns: 1.5rem 3.6rem 1fr auto 5rem; gap: .2rem .8rem; align-items: start; padding: .6rem 1rem; }
.verdict > summary:hover, .verdict[open] > summary { background: var(--sunk); }
.id { font-weight: 650; line-height: 1.75; white-space: nowrap; }
.short { display: block; color: var(--quiet); font-size: .88rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.title { min-width: 0; }
.verdict[open] .short { display: none; }
.spec { color: var(--quiet); font-size: .88rem; text-align: right; max-width: 15rem; }
.level { font-size: .76rem; font-weight: 650; letter-spacing: .04em; text-align: right; color: var(--quiet); line-height: 1.95; }
.level.MUST, .level.SEC { color: var(--ink); }
.opened { padding: .7rem 1rem 1.1rem 3.3rem; display: grid; gap: .8rem; }
.opened dl { display: grid; grid-template-columns: 6.5rem 1fr; gap: .3rem 1rem; }
.opened dt { color: var(--quiet); font-size: .9rem; }
.opened dd { min-width: 0; overflow-wrap: anywhere; }
.breach { border-left: 3px solid var(--own); background: var(--sunk); border-radius: 0 8px 8px 0; padding: .6rem .9rem; }
.opened .breach dl { margin: 0; }
.found { color: var(--own); font-weight: 600; }
@media (max-width: 46rem) {
  .verdict > summary { grid-template-columns: 1.5rem auto 1fr auto; padding-inline: .8rem; }
  .verdict > summary .title { grid-column: 1 / -1; grid-row: 2; }
  .verdict > summary .spec { max-width: none; }
  .short { white-space: normal; }
  .opened { padding-inline: .8rem; }
  .opened dl { grid-template-columns: 1fr; gap: 0; }
  .opened dd { margin-bottom: .4rem; }
}
`;
