import { Stage, Status, type Label } from 'allure-js-commons';
import { FileSystemWriter, ReporterRuntime } from 'allure-js-commons/sdk/reporter';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import { areaOf, areaTitle, isBinding, shownAs, sixLines, specOf } from './words.ts';

const severities: Record<Verdict['level'], string> = {
  MUST: 'critical',
  SEC: 'blocker',
  SHOULD: 'normal',
  BCP: 'normal',
  INTEROP: 'minor',
  MAY: 'trivial',
};

/** Allure tells failures apart by their message; the prefixes are part of the contract. */
const categories = [
  { name: 'Product defects', matchedStatuses: [Status.FAILED], messageRegex: '^✗[\\s\\S]*' },
  { name: 'Not observed', messageRegex: '^Not observed:[\\s\\S]*' },
  { name: 'Harness broken', messageRegex: '^Inconclusive:[\\s\\S]*' },
  { name: 'Known deviations', messageRegex: '^Known:[\\s\\S]*' },
  { name: 'Stale baseline', messageRegex: '^Stale baseline:[\\s\\S]*' },
];

/** Status and message of a verdict. A known deviation and a proven exception are skipped, with the reason. */
function statusOf(verdict: Verdict, stale: string | undefined): { status: Status; message?: string } {
  if (stale !== undefined) return { status: Status.FAILED, message: `Stale baseline: ${stale}` };
  switch (shownAs(verdict)) {
    case 'pass':
      return { status: Status.PASSED };
    case 'warn':
      return { status: Status.PASSED, message: sixLines(verdict).join('\n') };
    case 'fail':
      return { status: Status.FAILED, message: sixLines(verdict).join('\n') };
    case 'known':
      return { status: Status.SKIPPED, message: `Known: ${verdict.known ?? ''}` };
    case 'not-applicable':
      return { status: Status.SKIPPED, message: verdict.because };
    case 'not-observed':
      return {
        status: isBinding(verdict) ? Status.FAILED : Status.SKIPPED,
        message: `Not observed: ${verdict.because}`,
      };
    case 'inconclusive':
      return { status: Status.BROKEN, message: `Inconclusive: ${verdict.because}` };
  }
}

const labelsOf = (verdict: Verdict): Label[] => [
  { name: 'epic', value: 'The product as the registering client' },
  { name: 'feature', value: areaTitle(areaOf(verdict)) },
  { name: 'story', value: specOf(verdict) },
  { name: 'severity', value: severities[verdict.level] },
  { name: 'layer', value: 'api' },
  { name: 'parentSuite', value: 'judge' },
  { name: 'suite', value: areaTitle(areaOf(verdict)) },
  ...[verdict.level.toLowerCase(), shownAs(verdict), ...verdict.profiles].map((value) => ({ name: 'tag', value })),
];

/**
 * Adds the verdicts to the Allure results of a run, one test result per check. Playwright's adapter writes those of the stories;
 * a runner of its own for some hundred pure functions would take longer than walking the stories.
 */
export function writeAllure(resultsDir: string, result: Result): void {
  const environmentInfo = {
    harness: result.harness,
    profile: result.profile,
    product: [result.sut?.kind, result.sut?.version, result.sut?.mode].filter(Boolean).join(' '),
    'identity provider': [result.idp?.kind, result.idp?.version, result.idp?.mode].filter(Boolean).join(' '),
  };
  const runtime = new ReporterRuntime({ writer: new FileSystemWriter({ resultsDir }), environmentInfo, categories });
  const stale = new Map(result.baseline?.stale.map(({ id, problem }) => [id, problem]));
  const start = Date.now();
  for (const verdict of result.verdicts) {
    const { status, message } = statusOf(verdict, stale.get(verdict.id));
    const test = runtime.startTest({
      name: `${verdict.id} ${verdict.title}`,
      fullName: `dcr-harness#${verdict.id}`,
      labels: labelsOf(verdict),
      links: verdict.spec.map((ref) => ({ url: ref.url, name: specOf({ spec: [ref] }) })),
      stage: Stage.FINISHED,
      status,
      statusDetails: message === undefined ? {} : { message },
      start,
    });
    runtime.stopTest(test, { stop: start });
    runtime.writeTest(test);
  }
  runtime.writeEnvironmentInfo();
  runtime.writeCategoriesDefinitions();
}
