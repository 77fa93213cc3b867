import type { Settings } from '../config/settings.ts';
import { runPlaywright, type PlaywrightExit } from './playwright.ts';

/** Walks the stories and leaves nothing behind, also after a failure or a Ctrl-C, which a child process may not survive. */
export async function walk(settings: Settings, args: readonly string[]): Promise<PlaywrightExit> {
  const wait = () => undefined;
  process.on('SIGINT', wait).on('SIGTERM', wait);
  const guard = await guardOf(settings);
  try {
    return await runPlaywright(settings, ...args);
  } finally {
    await guard?.[Symbol.asyncDispose]();
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
}

async function guardOf({ sut, admin }: Settings): Promise<AsyncDisposable | undefined> {
  if (sut.kind === 'apim') return (await import('../target/sut/apim/attached.ts')).guardApim(sut.run, { admin });
  return undefined;
}
