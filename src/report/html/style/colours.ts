/** Two sets of the same names. Every text colour has at least 4.5:1 on the surfaces it is used on (WCAG 2.2, 1.4.3). */
export const colours = `
:root {
  color-scheme: light dark;
  --page: #f7f7f4; --card: #ffffff; --sunk: #f1f1ed; --edge: #e0e0da; --line: #c9c9c1;
  --ink: #22262b; --quiet: #5d646d; --link: #2b5c9e; --glow: #2b5c9e26;
  --pass: #2a7354; --fail: #b3302a; --warn: #8a5a00; --known: #6650a4; --unseen: #46627f; --none: #666b72; --broken: #97307a;
  --pass-bg: #e3f1e9; --fail-bg: #fbe6e3; --warn-bg: #faeed3; --known-bg: #ece7f8; --unseen-bg: #e4ecf4; --none-bg: #ecece8; --broken-bg: #f7e4f1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15181c; --card: #1c2025; --sunk: #15181c; --edge: #2c3239; --line: #444c56;
    --ink: #e2e5e8; --quiet: #a0a8b1; --link: #8db9f0; --glow: #8db9f033;
    --pass: #7cc8a0; --fail: #f2938a; --warn: #e3b458; --known: #b9a7ef; --unseen: #9dbbd8; --none: #a6abb1; --broken: #e59bcd;
    --pass-bg: #1c3229; --fail-bg: #3d2320; --warn-bg: #382d17; --known-bg: #2b2640; --unseen-bg: #212d39; --none-bg: #272b30; --broken-bg: #3a2234;
  }
}
.pass { --own: var(--pass); --own-bg: var(--pass-bg); }
.fail { --own: var(--fail); --own-bg: var(--fail-bg); }
.warn { --own: var(--warn); --own-bg: var(--warn-bg); }
.known { --own: var(--known); --own-bg: var(--known-bg); }
.not-observed { --own: var(--unseen); --own-bg: var(--unseen-bg); }
.not-applicable { --own: var(--none); --own-bg: var(--none-bg); }
.inconclusive { --own: var(--broken); --own-bg: var(--broken-bg); }
`;
