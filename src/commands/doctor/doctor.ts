import { Option, type Command } from 'commander';
import { embeddedDefaults } from '../../config/defaults.ts';
import { withEnvironment } from '../../config/environment.ts';
import type { Settings } from '../../config/settings.ts';
import { addIdpOptions, idpSettingsOf, type IdpOptions } from '../idp-options.ts';
import { addSutOptions, releaseWithLicence, sutSettingsOf, type SutOptions } from '../sut-options.ts';
import { codeOf, findingText } from './finding.ts';
import { licenceFinding } from './licence.ts';

interface DoctorOptions extends SutOptions, IdpOptions {
  containers: boolean;
}

/** `dcrh doctor`: whether a run is possible here, and what to do when it is not. */
export function addDoctor(program: Command, done: (code: number) => void): void {
  const command = program
    .command('doctor')
    .description('look whether a run with these options is possible here, and say what to do when it is not')
    .addOption(new Option('--containers', 'what only runs with containers need is needed').default(false))
    .action(async ({ containers, licence, ...options }: DoctorOptions) => {
      // Loaded on demand: other commands need neither.
      const { browserFinding, memoryHere, nodeFinding, portsFinding } = await import('./here.ts');
      const { engineFindings } = await import('./engine.ts');
      const { wantedImages } = await import('../../target/wanted-images.ts');
      const { browser } = withEnvironment(embeddedDefaults());
      const target = { sut: sutSettingsOf(options), idp: idpSettingsOf(options) };
      const findings = [
        nodeFinding(process.versions.node),
        browserFinding(browser),
        memoryHere(),
        await portsFinding(),
        ...(await engineFindings(wantedImages(target))),
        licenceFinding(licence, releaseWithLicence(target.sut)),
      ];
      process.stdout.write(findings.map(findingText).join(''));
      done(codeOf(findings, containers || isOfImages(target)));
    });
  addSutOptions(command);
  addIdpOptions(command);
}

const isOfImages = ({ sut, idp }: Pick<Settings, 'sut' | 'idp'>): boolean =>
  sut.run?.how === 'image' ||
  ('run' in idp && (idp.run === 'image' || (typeof idp.run === 'object' && idp.run.how === 'image')));
