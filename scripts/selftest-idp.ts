/**
 * The same for the rules about identity providers: a good IdP passes each, its mutant turns it red. With --live the mutants
 * also answer on the wire, at a mock IdP whose recorder gives their answers; that takes minutes.
 */
import { goodRecordings } from '../fixtures/good-idp/good-idp.ts';
import { proveLive } from '../fixtures/good-idp/live-proof.ts';
import { prove } from '../fixtures/good-idp/proof.ts';
import { judgeIdp } from '../src/catalogue/idp/bench.ts';
import { idpChecks } from '../src/catalogue/idp/index.ts';

const startedAt = performance.now();
const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
const good = await goodRecordings();
const verdicts = {
  oauth: judgeIdp(good, 'oauth'),
  oidc: judgeIdp(good, 'oidc'),
  bcp: judgeIdp(good, 'bcp'),
  gravitee: judgeIdp(good, 'gravitee'),
};
const unproven: string[] = [];
const falseAlarms: string[] = [];
for (const check of idpChecks) {
  const proofs = check.profiles.map((profile) => prove(check, good, verdicts[profile], profile));
  const killed = proofs.every((proof) => proof.killed);
  const unexpected = [...new Set(proofs.flatMap((proof) => proof.unexpected))];
  if (!killed) unproven.push(check.id);
  falseAlarms.push(...unexpected.map((other) => `${check.id} → ${other}`));
  const cells = [check.id.padEnd(7), check.level.padEnd(9), (proofs[0]?.good ?? '').padEnd(12)];
  process.stdout.write(
    `${killed && unexpected.length === 0 ? '✓' : '✗'} ${cells.join('')}${[...new Set(proofs.map(({ mutant }) => mutant))].join('/').padEnd(12)}${check.profiles.join(' ')}${unexpected.length > 0 ? `; FALSE ALARM: ${unexpected.join(', ')}` : ''}\n`,
  );
}
process.stdout.write(
  `\n${idpChecks.length} checks of identity providers · ${idpChecks.length - unproven.length} mutants killed · ${unproven.length} unproven · ${falseAlarms.length} false alarms (${seconds()})\n`,
);
process.exitCode = unproven.length + falseAlarms.length > 0 ? 1 : 0;

if (process.argv.includes('--live')) {
  const { killed, alive, runs } = await proveLive(idpChecks, good);
  const silent = idpChecks.filter(({ mutant }) => mutant.rewrites.length === 0).length;
  process.stdout.write(
    `on the wire: ${killed.length} of ${killed.length + alive.length} mutants killed in ${runs} runs; ${silent} change no answer (${seconds()})\n` +
      (alive.length > 0 ? `red on the recording only: ${alive.join(', ')}\n` : ''),
  );
}
