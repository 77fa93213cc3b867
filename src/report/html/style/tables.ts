export const tables = `
#applications h3 { margin-top: 1.4rem; }
.scroll { overflow-x: auto; margin-top: .6rem; background: var(--card); border: 1px solid var(--edge); border-radius: 12px; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .9rem; font-weight: 400; }
thead th { color: var(--quiet); font-size: .85rem; }
tbody tr { border-top: 1px solid var(--edge); }
tbody th .quiet { display: block; font-size: .88rem; }
.client { display: inline-block; max-width: 9.5rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
.client:hover, .client:focus { overflow-wrap: anywhere; white-space: normal; }
td b { white-space: nowrap; }
`;
