export const header = `
body > header { padding-block: 2.6rem 1.6rem; display: grid; gap: 1rem; }
.overline { color: var(--quiet); font-size: .82rem; letter-spacing: .06em; }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.5rem); line-height: 1.15; font-weight: 650; letter-spacing: -.02em; text-wrap: balance; }
.bar { display: block; width: 100%; height: .8rem; border-radius: 99px; }
.bar rect { fill: var(--own); stroke: var(--page); stroke-width: 2px; vector-effect: non-scaling-stroke; }
.bar .not-applicable { fill: var(--line); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; }
.legend li { color: var(--quiet); }
.legend b { color: var(--own); font-size: 1.1rem; }
.reasons { list-style: disc; padding-left: 1.3rem; margin-top: -.8rem; }
.run { display: grid; grid-template-columns: repeat(auto-fit, minmax(max(9.5rem, 22%), 1fr)); gap: .8rem 1.5rem; padding-top: 1rem; border-top: 1px solid var(--edge); }
.run dt { color: var(--quiet); font-size: .82rem; }
.run dd { overflow-wrap: anywhere; }
`;
