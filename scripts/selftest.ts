/**
 * Prints what proves the rule book: for each check, that a good story passes it and that its mutant turns it red, in every
 * profile of the check. Ends with 1 when a mutant survives or turns a check red that has nothing to do with it.
 */
import { selftest, summaryOf } from '../src/catalogue/selftest.ts';
import { excluded } from '../src/catalogue/client/excluded.ts';
import { planned } from '../src/catalogue/client/planned.ts';

const startedAt = performance.now();
const rows = selftest();
const byCheck = Map.groupBy(rows, ({ id }) => id);

process.stdout.write(
  `  ${'check'.padEnd(7)}${'level'.padEnd(9)}${'good story'.padEnd(12)}${'its mutant'.padEnd(12)}profiles\n`,
);
for (const [id, own] of byCheck) {
  const [first] = own;
  const killed = own.every((row) => row.killed);
  const also = [...new Set(own.flatMap(({ alsoRed }) => alsoRed))];
  const unexpected = [...new Set(own.flatMap((row) => row.unexpected))];
  process.stdout.write(
    `${killed && unexpected.length === 0 ? '✓' : '✗'} ${id.padEnd(7)}${(first?.level ?? '').padEnd(9)}` +
      `${(first?.golden ?? '').padEnd(12)}${[...new Set(own.map(({ mutant }) => mutant))].join('/').padEnd(12)}` +
      own.map(({ profile }) => profile).join(' ') +
      (also.length > 0 ? `; also red, as declared: ${also.join(', ')}` : '') +
      `${unexpected.length > 0 ? `; FALSE ALARM: ${unexpected.join(', ')}` : ''}\n`,
  );
}

const { checks, proven, unproven, falseAlarms } = summaryOf(rows);
const all = checks + planned.length + excluded.length;
process.stdout.write(
  `\n${all} rows · ${checks} implemented · ${proven} mutants killed · ${unproven.length} unproven · ${falseAlarms.length} false alarms · ` +
    `${excluded.length} excluded with a reason · ${planned.length} not yet built (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`,
);
process.exitCode = unproven.length + falseAlarms.length > 0 ? 1 : 0;
