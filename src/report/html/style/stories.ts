/** A sequence is a grid of six columns; the life lines of the three lanes run between the columns of each pair. */
export const stories = `
.story { margin-top: 1.8rem; }
.story > .notice, .story > .note { margin-top: .6rem; }
.sequence { margin-top: .9rem; background: var(--card); border: 1px solid var(--edge); border-radius: 12px; padding: .9rem 1rem 1.2rem; }
.provider { display: flex; flex-wrap: wrap; gap: .15rem 1.4rem; color: var(--quiet); font-size: .88rem; }
.lanes { display: grid; grid-template-columns: repeat(3, 1fr); text-align: center; font-weight: 600; padding-bottom: .6rem; }
.rows { --lane: linear-gradient(var(--edge), var(--edge)) no-repeat; background: var(--lane) 16.66% 0 / 1px 100%, var(--lane) 50% 0 / 1px 100%, var(--lane) 83.33% 0 / 1px 100%; padding-block: .2rem .6rem; }
.step, .exchange > summary { display: grid; grid-template-columns: repeat(6, 1fr); align-items: center; column-gap: 0; padding-block: .5rem; }
.step .act { position: relative; grid-row: 1; padding: .2rem .9rem .35rem; text-align: center; text-wrap: balance; line-height: 1.35; }
.step .note { grid-row: 2; grid-column: 1 / -1; text-align: center; background: var(--card); }
.step.failed .note { color: var(--fail); }
.place { display: block; color: var(--quiet); font-size: .78rem; }
.console .act, .portal .act { grid-column: 2 / 4; border-bottom: 1.5px solid var(--ink); }
.console .act::after, .portal .act::after, .out::after { content: ''; position: absolute; right: 0; bottom: -5px; border-left: 8px solid var(--tip, var(--ink)); border-block: 4.5px solid transparent; }
.harness .act { grid-column: 1 / -1; justify-self: center; background: var(--sunk); border: 1px dashed var(--line); border-radius: 8px; }
.idp .act { grid-column: 5 / 7; justify-self: center; max-width: 94%; background: var(--sunk); border: 1px solid var(--edge); border-radius: 8px; }
.failed .act { border-color: var(--fail); }
.picture { grid-column: 4 / 6; grid-row: 1; justify-self: start; margin-left: 1.2rem; padding: 0; border: 1px solid var(--line); border-radius: 6px; background: var(--sunk); cursor: zoom-in; overflow: hidden; line-height: 0; }
.picture img { width: 9.5rem; aspect-ratio: 16 / 10; object-fit: cover; object-position: top; }
#picture { border: 0; padding: 0; max-width: 96vw; max-height: 96vh; background: none; cursor: zoom-out; }
#picture img { display: block; max-width: 96vw; max-height: 96vh; border-radius: 8px; }
#picture::backdrop { background: #000c; }
.exchange > summary { border-radius: 8px; row-gap: .1rem; }
.exchange > summary:hover { background: var(--glow); }
.exchange > summary .order { grid-column: 3; grid-row: 1; justify-self: end; padding-right: .8rem; color: var(--quiet); background: none; }
.arrow { position: relative; grid-column: 4 / 6; padding: 0 .9rem .15rem; text-align: center; line-height: 1.35; }
.out { --tip: var(--link); grid-row: 1; border-bottom: 1.5px solid var(--link); font-weight: 600; }
.back { grid-row: 2; border-bottom: 1.5px dashed var(--line); margin-top: .1rem; }
.back::before { content: ''; position: absolute; left: 0; bottom: -5px; border-right: 8px solid var(--line); border-block: 4.5px solid transparent; }
.back.bad { color: var(--fail); }
.said { grid-column: 6; grid-row: 1 / 3; padding-left: .8rem; display: flex; flex-wrap: wrap; gap: .2rem; align-content: center; }
.fault { color: var(--warn); font-size: .85rem; }
@media (max-width: 46rem) {
  .provider { display: flex; flex-wrap: wrap; gap: .15rem 1.4rem; color: var(--quiet); font-size: .88rem; }
.lanes { display: none; }
  .rows { background: none; display: grid; gap: .3rem; }
  .step, .exchange > summary { display: flex; flex-wrap: wrap; gap: .2rem .5rem; align-items: center; padding-block: .3rem; }
  .step .act { flex: 1 1 12rem; text-align: left; border: 0 !important; background: none !important; max-width: none; padding: .2rem 0; }
  .step .act::after, .out::after, .back::before { display: none; }
  .step .note { text-align: left; }
  .picture { order: 2; margin: 0; }
  .picture img { width: 6.5rem; }
  .exchange { margin-left: .4rem; border-left: 2px solid var(--link); padding-left: .7rem; }
  .exchange > summary .order { padding: 0; }
  .arrow { border: 0; padding: 0; text-align: left; }
  .out { flex: 1 1 10rem; }
  .out::before { content: '→ '; }
  .back::before { content: '← '; display: inline; position: static; border: 0; }
  .said { padding: 0; flex-basis: 100%; }
}
`;
