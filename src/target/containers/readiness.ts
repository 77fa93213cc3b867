import type { ContainerSpec } from './container-spec.ts';
import { messageOf } from './state.ts';

/** Milliseconds for one answer. */
const patience = 5_000;

const isOk = (status: number) => status === 200;

/** Looks once whether a container is ready; gives what was seen when it is not. */
export async function lookForReadiness(
  { ready }: ContainerSpec,
  origin: (port: number) => string,
  output: () => Promise<string>,
): Promise<string | undefined> {
  if (ready === undefined) return undefined;
  if ('log' in ready) return ready.log.test(await output()) ? undefined : 'no such line';
  const { port, path, accepts = isOk, headers = {} } = ready;
  try {
    const url = `${origin(port)}${path}`;
    const answer = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    await answer.body?.cancel();
    return accepts(answer.status) ? undefined : `status ${answer.status}`;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return cause === undefined ? messageOf(error) : messageOf(cause);
  }
}
