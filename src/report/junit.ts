import { create } from 'xmlbuilder2';
import type { Result } from '../check/result.ts';
import type { Verdict } from '../check/verdict.ts';
import { areaOf, isBinding, shownAs, sixLines, specOf } from './words.ts';

type Child = { name: 'failure' | 'error' | 'skipped'; attributes: Record<string, string>; text: string };

/** What stands inside a test case; nothing for a pass. A warning passes, with its six lines as output. */
function childOf(verdict: Verdict): Child | null {
  const lines = sixLines(verdict).join('\n');
  switch (shownAs(verdict)) {
    case 'fail':
      return {
        name: 'failure',
        attributes: { message: verdict.breaches[0]?.found ?? verdict.title, type: verdict.level },
        text: lines,
      };
    case 'inconclusive':
      return { name: 'error', attributes: { message: `Inconclusive: ${verdict.because}` }, text: '' };
    case 'known':
      return { name: 'skipped', attributes: { message: `Known: ${verdict.known ?? ''}` }, text: '' };
    case 'not-applicable':
      return { name: 'skipped', attributes: { message: verdict.because }, text: '' };
    case 'not-observed':
      return isBinding(verdict)
        ? {
            name: 'failure',
            attributes: { message: `Not observed: ${verdict.because}`, type: verdict.level },
            text: '',
          }
        : { name: 'skipped', attributes: { message: `Not observed: ${verdict.because}` }, text: '' };
    case 'pass':
    case 'warn':
      return null;
  }
}

/** XML 1.0 §2.2: characters that may not stand in a document, escaped or not. */
const clean = (text: string) => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');

/** JUnit XML as CI systems read it; one test case per check. */
export function junitXml(result: Result): string {
  const cases = result.verdicts.map((verdict) => ({ verdict, child: childOf(verdict) }));
  const count = (name: Child['name']) => String(cases.filter(({ child }) => child?.name === name).length);
  const suite = create({ version: '1.0', encoding: 'UTF-8' })
    .ele('testsuites')
    .ele('testsuite', {
      name: `dcr-harness ${result.profile}`,
      tests: String(cases.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    });
  for (const { verdict, child } of cases) {
    const testcase = suite.ele('testcase', {
      classname: areaOf(verdict),
      name: clean(`${verdict.id} ${verdict.title}`),
    });
    const properties = testcase.ele('properties');
    for (const [name, value] of [
      ['level', verdict.level],
      ['spec', specOf(verdict)],
      ['profile', result.profile],
    ] as const)
      properties.ele('property', { name, value });
    if (child !== null) {
      const attributes = Object.fromEntries(
        Object.entries(child.attributes).map(([name, value]) => [name, clean(value)]),
      );
      testcase.ele(child.name, attributes).txt(clean(child.text));
    }
    if (verdict.outcome === 'warn' && verdict.known === null)
      testcase.ele('system-out').txt(clean(sixLines(verdict).join('\n')));
  }
  return `${suite.end({ prettyPrint: true })}\n`;
}
