import { untilStopped } from '../../src/commands/until-stopped.ts';
import type { RunningIdp } from './running-idp.ts';

/** Starts an IdP, prints how to reach it, and stops it at Ctrl-C. */
export async function runAlone(start: () => Promise<RunningIdp>): Promise<void> {
  const startedAt = performance.now();
  await using idp = await start();
  process.stdout.write(
    [
      `ready in        ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
      `discovery URL   ${idp.discoveryUrl}`,
      `client id       ${idp.adminClientId}`,
      `client secret   ${idp.adminClientSecret}  (made for this run)`,
      `scope           ${idp.scope}`,
      '',
    ].join('\n'),
  );
  process.exitCode = await untilStopped();
}
