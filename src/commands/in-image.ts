/** The command line of the harness's own image: the servers of `dcrh mock` and `dcrh reference`, and nothing that drives a browser. */
import { Command } from 'commander';
import { addMock } from './mock.ts';
import { addReference } from './reference.ts';

const program = new Command('dcrh');
for (const add of [addMock, addReference])
  add(program, (code) => {
    process.exitCode = code;
  });
await program.parseAsync();
