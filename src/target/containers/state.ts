import type { Engine } from './engine.ts';
import { demultiplex } from './log-lines.ts';

/** What the engine tells of one container. */
export interface ContainerState {
  readonly running: boolean;
  /** `running`, `exited (1)`, `exited (137, out of memory)`, `gone`. */
  readonly text: string;
  /** Why the engine could not start it. */
  readonly trouble?: string;
}

interface Told {
  Status?: string;
  Running?: boolean;
  ExitCode?: number;
  OOMKilled?: boolean;
  Error?: string;
}

export function stateOf({
  Status = 'unknown',
  Running = false,
  ExitCode,
  OOMKilled,
  Error: trouble,
}: Told): ContainerState {
  const ended = Status === 'exited' || Status === 'dead';
  const detail = [String(ExitCode ?? '?'), ...(OOMKilled === true ? ['out of memory'] : [])].join(', ');
  return {
    running: Running,
    text: ended ? `${Status} (${detail})` : Status,
    ...(trouble !== undefined && trouble !== '' && { trouble }),
  };
}

const isMissing = (error: unknown) => error instanceof Error && 'statusCode' in error && error.statusCode === 404;

export async function readState(engine: Engine, id: string): Promise<ContainerState> {
  try {
    return stateOf((await engine.container.getById(id).inspect()).State);
  } catch (error) {
    if (isMissing(error)) return { running: false, text: 'gone' };
    return { running: false, text: `unknown, the engine does not answer (${messageOf(error)})` };
  }
}

/** The end of what it wrote, both outputs. Empty when it or the engine is gone. */
export const readOutput = (engine: Engine, id: string, lines: number): Promise<string> =>
  engine.container
    .getById(id)
    .logs({ stdout: true, stderr: true, follow: false, tail: lines })
    .then(demultiplex, () => '');

/** What the engine's client puts before the engine's own words. */
const clients = /^\(HTTP code \d+\) [\w ]+ - /;

/** What went wrong, for the middle of a sentence. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(clients, '').replace(/[\s.]+$/, '');
