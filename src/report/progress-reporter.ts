import type { FullConfig, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Says what is being done while the stories are walked: one line a step, and why a story could not go on. Of stories that are
 * walked at once, each is told when it has ended.
 */
export default class ProgressReporter implements Reporter {
  private readonly told = new Map<string, string[]>();
  private atOnce = false;

  printsToStdio(): boolean {
    return true;
  }

  onBegin({ workers }: FullConfig): void {
    this.atOnce = workers > 1;
  }

  onTestBegin({ id, title }: TestCase): void {
    this.say(id, `\n▸ ${title}`);
  }

  onStepEnd({ id }: TestCase, _result: TestResult, { category, title, duration, error, parent }: TestStep): void {
    if (category !== 'test.step' || parent?.category === 'test.step') return;
    this.say(id, `  ${error === undefined ? '✓' : '✗'} ${title}  ${seconds(duration)}`);
  }

  onTestEnd({ id, annotations }: TestCase, { status, duration, error }: TestResult): void {
    for (const line of linesOf(annotations, { status, duration, error })) this.say(id, line);
    const lines = this.told.get(id);
    if (lines !== undefined) print(lines.join('\n'));
    this.told.delete(id);
  }

  onError({ message = '' }: { message?: string }): void {
    print(`✗ ${sentenceOf(message)}`);
  }

  private say(id: string, line: string): void {
    if (!this.atOnce) return print(line);
    this.told.set(id, [...(this.told.get(id) ?? []), line]);
  }
}

type Ended = Pick<TestResult, 'status' | 'duration'> & { error: TestResult['error'] };

function linesOf(annotations: TestCase['annotations'], { status, duration, error }: Ended): string[] {
  if (status === 'passed') return [`  walked in ${seconds(duration)}`];
  if (status === 'interrupted') return ['  interrupted'];
  if (status === 'skipped')
    return [`  left out: ${annotations.find(({ type }) => type === 'skip')?.description ?? 'it does not apply'}`];
  const recording = annotations.find(({ type }) => type === 'recording')?.description;
  return [
    `  ✗ ${sentenceOf(error?.message ?? status)}`,
    ...(recording === undefined ? [] : [`    what was seen so far is kept in ${recording}`]),
  ];
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Our own sentences stand alone; an error of the runner is named as such, without colours and call logs. */
function sentenceOf(message: string): string {
  const [first = ''] = message.replace(/\x1b\[[0-9;]*m/g, '').split('\n');
  return first.replace(/^(?:Inconclusive|UsageError): /, '');
}
