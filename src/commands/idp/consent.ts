import { createInterface } from 'node:readline/promises';
import { UsageError } from '../../errors.ts';
import { isThisMachine } from './subject-options.ts';

/** Clients are created at another host only when its user says so. Throws `UsageError` when nobody can be asked. */
export async function consentTo(discoveryUrl: string, yes: boolean): Promise<boolean> {
  if (yes || isThisMachine(discoveryUrl)) return true;
  const { host } = new URL(discoveryUrl);
  if (!process.stdin.isTTY)
    throw new UsageError(`${host} is not this machine. Give --yes to say that clients may be created there.`);
  const question = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await question.question(`Create and delete clients at ${host}? [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    question.close();
  }
}
