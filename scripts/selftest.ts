/**
 * Prints what proves the rule book: for each check, that a good story passes it and that its mutant turns it red, in every
 * profile of the check. Ends with 1 when a mutant turns a check red that has nothing to do with it, when one of a MUST
 * survives, or more than one in twenty of all.
 */
import { selftest, summaryOf } from '../src/catalogue/selftest.ts';
import { excluded } from '../src/catalogue/client/excluded.ts';

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
      (killed ? '' : '; UNPROVEN') +
      `${unexpected.length > 0 ? `; FALSE ALARM: ${unexpected.join(', ')}` : ''}\n`,
  );
}

process.stdout.write('\nexcluded, each with its reason\n');
for (const { id, slug, reason } of excluded) process.stdout.write(`– ${id.padEnd(7)}${slug}: ${reason}\n`);

const { checks, proven, unproven, falseAlarms } = summaryOf(rows);
const binding = rows.filter(({ level }) => level === 'MUST');
const survivors = [...new Set(binding.filter(({ killed }) => !killed).map(({ id }) => id))];
const share = proven / checks;
const goal = 0.95;
process.stdout.write(
  `\n${checks + excluded.length} rows · ${checks} implemented · ${excluded.length} excluded with a reason · ${checks} mutants · ` +
    `${proven} killed (${(share * 100).toFixed(1)} %) · ${unproven.length} unproven · ${falseAlarms.length} false alarms\n` +
    `MUST: ${new Set(binding.map(({ id }) => id)).size} rows, ${survivors.length === 0 ? 'all killed' : `unproven ${survivors.join(', ')}`}` +
    ` · goal ${goal * 100} % of all · ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
);
process.exitCode = survivors.length + falseAlarms.length > 0 || share < goal ? 1 : 0;
