import { apimVersions, type ApimVersion, type OperationCell, type OperationRow } from '../../../check/operation.ts';
import type { Verdict } from '../../../check/verdict.ts';
import { objectOf } from '../../../recording/body.ts';
import { see } from '../../../recording/see.ts';
import type { Seen, SeenCase, SeenExchange } from '../../../recording/seen.ts';
import type { Story } from '../../define.ts';
import type { Operation, Requirement } from './operation.ts';
import { operations } from './operations.ts';

/** Whether APIM can work with an IdP, operation by operation and version by version. Pure. */
export function judgeOperations(story: Story, verdicts: readonly Verdict[]): OperationRow[] {
  const seen = see(story);
  const failed = new Set(verdicts.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id));
  return operations.map((operation) => ({
    name: operation.name,
    title: operation.title,
    cells: apimVersions.map((version) => cellOf(operation, version, seen, failed)),
  }));
}

/** What is known of one requirement. */
type Answer = Omit<OperationCell, 'version'>;

/** The worst of the requirements decides; settings add up. */
function cellOf(operation: Operation, version: ApimVersion, seen: Seen, failed: ReadonlySet<string>): OperationCell {
  const { needs, setting, note } = operation;
  const asked = needs.filter(({ versions }) => versions?.includes(version) !== false);
  const answers = asked.map((requirement) => answerTo(requirement, seen, failed));
  const decisive =
    answers.find(({ outcome }) => outcome === 'cannot-work') ??
    answers.find(({ outcome }) => outcome === 'not-observed') ??
    answers.find(({ outcome }) => outcome === 'works-with-a-setting') ??
    answers[0];
  if (decisive === undefined) return { version, outcome: 'works', because: note ?? '', settings: [] };
  if (decisive.outcome === 'cannot-work' || decisive.outcome === 'not-observed')
    return { version, ...decisive, settings: [] };
  const settings = [...(setting === undefined ? [] : [setting]), ...answers.flatMap((answer) => answer.settings)];
  return {
    version,
    ...decisive,
    outcome: settings.length > 0 ? 'works-with-a-setting' : 'works',
    settings,
  };
}

function answerTo(requirement: Requirement, seen: Seen, failed: ReadonlySet<string>): Answer {
  const { apim, rules = [], otherwise, instead } = requirement;
  const tried = seen.cases.get(requirement.case);
  const found = outcomeOf(requirement.case, tried, apim);
  const rule = found.outcome === 'works' ? rules.find((id) => failed.has(id)) : undefined;
  const direct: Answer =
    rule === undefined
      ? found
      : { ...found, outcome: 'cannot-work', because: `${apim}, and the answer breaks ${rule}`, rule };
  if (direct.outcome === 'works' || otherwise === undefined) return direct;
  const other = instead === undefined ? undefined : seen.cases.get(instead)?.outcome;
  const saves = instead === undefined ? direct.outcome === 'cannot-work' : other === 'accepted';
  return saves ? { ...direct, outcome: 'works-with-a-setting', settings: [otherwise] } : direct;
}

function outcomeOf(name: string, tried: SeenCase | undefined, apim: string): Answer {
  const nothing = { settings: [] };
  if (tried === undefined) return { ...nothing, outcome: 'not-observed', because: `the case ${name} was not tried` };
  const { outcome, because = '', decisive, recording } = tried;
  if (outcome === 'failed') return { ...nothing, outcome: 'not-observed', because };
  if (outcome === 'skipped') return { ...nothing, outcome: skippedMeans(name), because: `${apim}; ${because}` };
  const exchange = decisive === undefined ? {} : { exchange: { recording, number: decisive.number } };
  if (outcome === 'accepted') return { ...nothing, ...exchange, outcome: 'works', because: `${apim}, and it is taken` };
  return {
    ...nothing,
    ...exchange,
    outcome: 'cannot-work',
    because: `${apim}, and the IdP answers ${decisive === undefined ? 'with a refusal' : refusalIn(decisive)}`,
  };
}

/** What nobody gave cannot be tried; what the IdP has not cannot work. */
const givenByUser: readonly string[] = ['token', 'renew'];
const skippedMeans = (name: string) => (givenByUser.includes(name) ? 'not-observed' : 'cannot-work');

function refusalIn({ response }: SeenExchange): string {
  const error = objectOf(response.json)?.['error'];
  return `${response.status}${typeof error === 'string' ? ` ${error}` : ''}`;
}
