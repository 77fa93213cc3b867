import { mkdir } from 'node:fs/promises';
import type { Settings } from '../config/settings.ts';
import { Inconclusive } from '../errors.ts';
import { writePartLogs, type PartLog } from '../recording/part-log.ts';
import { startStack, type Stack } from '../target/stack.ts';
import type { Phases } from './phases.ts';
import { runPlaywright, type PlaywrightExit } from './playwright.ts';

/** What a walk leaves beside its recordings. */
export interface Walked {
  readonly exit: PlaywrightExit;
  /** Of the containers that were started for it. */
  readonly logs: readonly PartLog[];
  /** What could not be removed, in one sentence. */
  readonly left?: string;
}

export interface WalkOptions {
  readonly args: readonly string[];
  readonly phases: Phases;
  /** The run was interrupted. */
  readonly signal: AbortSignal;
}

/** Starts what the settings want as containers, walks the stories with it and leaves nothing behind, however that ends. */
export async function walk(settings: Settings, options: WalkOptions): Promise<Walked> {
  const { phases, signal } = options;
  const keep = (logs: readonly PartLog[]) => keepLogs(settings.out, logs);
  const stack = await startStack(settings, {
    signal,
    during: (phase, part) => phases.during(phase, part),
    onFailure: keep,
  });
  if (stack === undefined) return { exit: await walkStories(settings, options), logs: [] };
  const ended = await walkAndKeep(stack, options).then(
    (walked) => ({ walked }),
    (error: unknown) => ({ error }),
  );
  const left = await stack[Symbol.asyncDispose]().then(() => undefined, sentenceOf);
  if ('error' in ended) throw ended.error;
  return { ...ended.walked, ...(left !== undefined && { left }) };
}

async function walkAndKeep(stack: Stack, options: WalkOptions): Promise<Walked> {
  const exit = options.signal.aborted ? 130 : await walkStories(stack.settings, options);
  const logs = await stack.logs();
  await keepLogs(stack.settings.out, logs);
  return { exit, logs };
}

async function keepLogs(out: string, logs: readonly PartLog[]): Promise<void> {
  await mkdir(out, { recursive: true });
  await writePartLogs(out, logs);
}

function sentenceOf(error: unknown): string {
  if (error instanceof Inconclusive) return error.message;
  throw error;
}

/** What an attached product had before it has afterwards, also when the process that walks does not survive. */
async function walkStories(settings: Settings, { args, phases }: WalkOptions): Promise<PlaywrightExit> {
  const guard = await guardOf(settings);
  try {
    return await phases.during('walk', () => runPlaywright(settings, ...args));
  } finally {
    await guard?.[Symbol.asyncDispose]();
  }
}

async function guardOf({ sut, admin, portal }: Settings): Promise<AsyncDisposable | undefined> {
  // What the run has started ends with it.
  if (sut.kind !== 'apim' || sut.run.how === 'image' || sut.run.startedFrom !== undefined) return undefined;
  if (portal === 'next') await (await import('../target/sut/apim/next-portal.ts')).requireNextPortal(sut.run);
  return (await import('../target/sut/apim/attached.ts')).guardApim(sut.run, { admin });
}
