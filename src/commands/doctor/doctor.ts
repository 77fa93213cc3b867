import { Option, type Command } from 'commander';
import { embeddedDefaults } from '../../config/defaults.ts';
import { withEnvironment } from '../../config/environment.ts';
import { notEmpty } from '../options.ts';
import { codeOf, findingText } from './finding.ts';
import { licenceFinding } from './licence.ts';

interface DoctorOptions {
  containers: boolean;
  licence?: string;
}

/** `dcrh doctor`: whether a run is possible here, and what to do when it is not. */
export function addDoctor(program: Command, done: (code: number) => void): void {
  program
    .command('doctor')
    .description('look whether a run is possible here, and say what to do when it is not')
    .addOption(new Option('--containers', 'what only runs with containers need is needed').default(false))
    .addOption(new Option('--licence <file>', 'a license.key to look at').argParser(notEmpty))
    .action(async ({ containers, licence }: DoctorOptions) => {
      // Loaded on demand: other commands need neither.
      const { browserFinding, memoryHere, nodeFinding, portsFinding } = await import('./here.ts');
      const { engineFindings } = await import('./engine.ts');
      const { browser } = withEnvironment(embeddedDefaults());
      const findings = [
        nodeFinding(process.versions.node),
        browserFinding(browser),
        memoryHere(),
        await portsFinding(),
        ...(await engineFindings()),
        licenceFinding(licence),
      ];
      process.stdout.write(findings.map(findingText).join(''));
      done(codeOf(findings, containers));
    });
}
