/** On paper everything that a reader would open is open, but for what was on the wire. */
export const print = `
@media print {
  :root { --page: #fff; --sunk: #fff; }
  body > nav, .filters, .skip, .curl { display: none !important; }
  .group:not([open])::details-content, .verdict:is(.fail, .warn, .known, .inconclusive)::details-content { content-visibility: visible; block-size: auto; }
  .verdict, .step, .exchange, tr { break-inside: avoid; }
  .bar rect, .badge, .chip, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
