import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Says what is being done while the stories are walked: one line a step, and why a story could not go on. */
export default class ProgressReporter implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onTestBegin({ title }: TestCase): void {
    say(`\n▸ ${title}`);
  }

  onStepEnd(_test: TestCase, _result: TestResult, { category, title, duration, error, parent }: TestStep): void {
    if (category !== 'test.step' || parent?.category === 'test.step') return;
    say(`  ${error === undefined ? '✓' : '✗'} ${title}  ${seconds(duration)}`);
  }

  onTestEnd({ annotations }: TestCase, { status, duration, error }: TestResult): void {
    if (status === 'passed') return say(`  walked in ${seconds(duration)}`);
    if (status === 'interrupted') return say('  interrupted');
    const recording = annotations.find(({ type }) => type === 'recording')?.description;
    say(`  ✗ ${sentenceOf(error?.message ?? status)}`);
    if (recording !== undefined) say(`    what was seen so far is kept in ${recording}`);
  }

  onError({ message = '' }: { message?: string }): void {
    say(`✗ ${sentenceOf(message)}`);
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Our own sentences stand alone; an error of the runner is named as such, without colours and call logs. */
function sentenceOf(message: string): string {
  const [first = ''] = message.replace(/\x1b\[[0-9;]*m/g, '').split('\n');
  return first.replace(/^(?:Inconclusive|UsageError): /, '');
}
