import { defaultUsers, type ReferenceOptions } from './api.ts';
import type { PageOptions } from './pages/serve.ts';
import { startReferenceApim } from './reference-apim.ts';

const stopped = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Runs until the signal, and says where. */
export async function runStandaloneReferenceApim(
  options: ReferenceOptions,
  signal: AbortSignal,
  print: (line: string) => void,
  pages: PageOptions = {},
): Promise<void> {
  await using apim = await startReferenceApim(options, pages);
  const users = Object.values(defaultUsers).map(({ username, password }) => `${username}/${password}`);
  print(`Reference APIM, ${apim.mode} (users ${users.join(', ')})`);
  print(`  Console     ${apim.consoleUrl}`);
  print(`  Portal      ${apim.portalUrl}`);
  print(`  Management  ${apim.managementUrl}`);
  print(`  Portal API  ${apim.portalApiUrl}`);
  await stopped(signal);
}
