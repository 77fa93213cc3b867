import { Command, CommanderError } from 'commander';
import { Inconclusive, UsageError } from '../errors.ts';
import { addClean } from './clean.ts';
import { addExplain } from './explain.ts';
import { addIdp } from './idp/idp.ts';
import { addJudge } from './judge.ts';
import { addList } from './list.ts';
import { addMatrix } from './matrix/matrix.ts';
import { addMock } from './mock.ts';
import { addReference } from './reference.ts';
import { addReport } from './report.ts';
import { addRun } from './run.ts';
import { harnessVersion } from './version.ts';

/** What a command gives back: the exit code of the process. */
export type ExitCode = number;

const afterHelp = `
Exit codes: 0 every MUST check passed or is in the baseline · 1 findings, a stale baseline entry, or a MUST check
not observed · 2 wrong usage or configuration · 3 the target or the environment could not be used · 130 interrupted`;

/** Runs one command line and returns its exit code. Throws nothing. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const outcome = { code: 0 };
  const program = new Command('dcrh')
    .description('Tests and conformance checks for OAuth 2.0 Dynamic Client Registration (RFC 7591, RFC 7592)')
    .version(harnessVersion())
    .addHelpText('after', afterHelp)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'dcrh: ')) });
  for (const add of [
    addRun,
    addIdp,
    addMatrix,
    addJudge,
    addReport,
    addList,
    addExplain,
    addMock,
    addReference,
    addClean,
  ])
    add(program, (code) => {
      outcome.code = code;
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return outcome.code;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) return say(error.message, 2);
  if (error instanceof Inconclusive) return say(error.message, 3);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return say(`this is a bug in the harness, please report it:\n${trace}`, 70);
}

function say(sentence: string, code: ExitCode): ExitCode {
  process.stderr.write(`dcrh: ${sentence}\n`);
  return code;
}
