import { randomBytes } from 'node:crypto';
import { Inconclusive } from '../../src/errors.ts';
import { createRedactor } from '../../src/recording/redact.ts';
import { recordingVersion, type ProbedCase, type Recording, type Step } from '../../src/recording/recording.ts';
import { capabilities, type CapabilityName, type Finding } from './capability.ts';
import type { ProbeCase, ProbeGroup } from './case.ts';
import { deleteClients, type Deletion } from './clean-up.ts';
import { createPace } from './http/pace.ts';
import { isSuccess, type Sent } from './http/sent.ts';
import { createTransport, Unanswered, type Transport } from './http/transport.ts';
import { openLedger, type LedgerEntry } from './ledger.ts';
import { createProbe, type RunningProbe } from './run-probe.ts';
import type { Subject } from './subject.ts';
import type { LoginBrowser } from './use/browser.ts';

export interface RunOptions {
  readonly subject: Subject;
  readonly groups: readonly ProbeGroup[];
  /** Folder for `ledger.json`; undefined: the ledger is in memory only. */
  readonly out?: string;
  /** Requests a second; undefined: as fast as the answers come. */
  readonly perSecond?: number;
  /** Milliseconds until an answer must have come. */
  readonly deadline?: number;
  /** Stops after the case that runs; what was created is deleted all the same. */
  readonly stop?: AbortSignal;
  /** Begins the name of every client; `newPrefix()` when left out. */
  readonly prefix?: string;
  /** Called when all cases of a group were tried. */
  readonly onGroup?: (recording: Recording) => void;
  readonly onRequest?: (caseName: string, purpose: string) => void;
  /** In place of a headless browser. */
  readonly openBrowser?: () => Promise<LoginBrowser>;
}

export interface ProbeRun {
  readonly recordings: readonly Recording[];
  readonly ledger: readonly LedgerEntry[];
  readonly deletion: Deletion;
  /** Why no more could be tried, in one sentence; undefined when everything was. */
  readonly blocked: string | undefined;
}

/** Thrown by a case after which nothing more can be tried. With the answer that showed it, rules about it can be judged. */
export class Blocked extends Inconclusive {
  readonly answer: Sent | undefined;

  constructor(message: string, answer?: Sent) {
    super(message);
    this.answer = answer;
  }
}

/** A mistake of ours in the middle of a run, its cause. What the run had created was deleted all the same. */
export class CrashedRun extends Error {
  override readonly name = 'CrashedRun';
  readonly deletion: Deletion;

  constructor(deletion: Deletion, cause: unknown) {
    super('the run was not finished', { cause });
    this.deletion = deletion;
  }
}

/**
 * Tries all cases in order, a recording for each group, and deletes what was created. What a case could not do is in the
 * recording; a mistake of ours ends the run with `CrashedRun`.
 */
export async function runCases(options: RunOptions): Promise<ProbeRun> {
  const { subject, groups, out, perSecond, stop } = options;
  const ledger = openLedger(out);
  const key = randomBytes(32);
  const pace = createPace(perSecond);
  const transportOptions = {
    ...(subject.ca !== undefined && { ca: subject.ca }),
    ...(options.deadline !== undefined && { deadline: options.deadline }),
  };
  await using browser = oneBrowser(options);
  const run: { transport: Transport; current: RunningCase; probe: RunningProbe } = {
    transport: createTransport(transportOptions),
    current: newCase('before'),
    probe: createProbe({
      subject,
      ledger,
      pace,
      prefix: options.prefix ?? newPrefix(),
      transport: () => run.transport,
      current: () => run.current,
      browser: browser.started,
      ...(options.onRequest && { onRequest: options.onRequest }),
    }),
  };
  const plan = groups.flatMap(({ cases }) => cases.map(({ name }) => `case:${name}` as const));
  const recordings: Recording[] = [];
  let blocked: string | undefined;
  let crash: { readonly error: unknown } | undefined;
  try {
    for (const group of groups) {
      if (blocked !== undefined) break;
      const startedAt = Date.now();
      const steps: Step[] = [];
      const tried: ProbedCase[] = [];
      for (const probeCase of group.cases) {
        if (stop?.aborted === true) blocked = 'stopped before all was tried';
        if (blocked !== undefined) break;
        run.current = newCase(probeCase.name);
        const stepStart = Date.now();
        const ending = await lookAgain(await tryCase(probeCase, run.probe), run.probe);
        blocked = ending.blocked;
        steps.push({
          number: steps.length + 1,
          place: 'harness',
          title: probeCase.title,
          startedAt: stepStart,
          endedAt: Date.now(),
          outcome: ending.outcome === 'failed' ? 'failed' : 'done',
          ...(ending.because !== undefined && { note: ending.because }),
        });
        tried.push({
          name: probeCase.name,
          step: steps.length,
          outcome: ending.outcome,
          ...(ending.because !== undefined && { because: ending.because }),
          ...(probeCase.twin !== undefined && { twin: probeCase.twin }),
          decisive: ending.decisive,
          exchanges: run.current.exchanges,
          notes: run.current.notes,
        });
      }
      const redactor = createRedactor({ key, knownSecrets: run.probe.secrets });
      // An answer that shows something to several cases belongs to the first of them.
      const stepOf = new Map(
        tried.toReversed().flatMap(({ step, exchanges }) => exchanges.map(({ number }) => [number, step])),
      );
      const exchanges = redactor
        .exchanges(run.transport.exchanges(), () => 0)
        .map((exchange) => ({ ...exchange, step: stepOf.get(exchange.number) ?? 0 }));
      const recording: Recording = {
        format: 'dcr-harness/recording',
        version: recordingVersion,
        id: `idp-${group.name}`,
        title: group.title,
        startedAt,
        endedAt: Date.now(),
        outcome: blocked === undefined ? 'complete' : 'incomplete',
        ...(blocked !== undefined && { note: redactor.text(blocked) }),
        sut: null,
        idp: { kind: 'idp', version: redactor.text(subject.discoveryUrl) },
        plan,
        provider: null,
        applications: [],
        clientsAtIdp: null,
        steps: steps.map((step) => ({ ...step, ...(step.note !== undefined && { note: redactor.text(step.note) }) })),
        exchanges,
        cases: tried.map((one) => ({
          ...one,
          ...(one.because !== undefined && { because: redactor.text(one.because) }),
          notes: Object.fromEntries(
            Object.entries(one.notes).map(([name, value]) => [
              name,
              typeof value === 'string' ? redactor.text(value) : value,
            ]),
          ),
        })),
        capabilities: run.probe.all().map(({ name, has, proof }) => ({ name, has, proof: redactor.text(proof) })),
      };
      recordings.push(recording);
      options.onGroup?.(recording);
      await run.transport[Symbol.asyncDispose]();
      run.transport = createTransport(transportOptions);
    }
  } catch (error) {
    crash = { error };
  }
  const deletion = await deleteClients(
    ledger,
    (outgoing) => pace.send(() => run.transport.send(outgoing)),
    () => run.probe.adminToken().catch(() => undefined),
  );
  await run.transport[Symbol.asyncDispose]();
  if (crash !== undefined) throw new CrashedRun(deletion, crash.error);
  return { recordings, ledger: ledger.entries(), deletion, blocked };
}

/** A browser that is started when the first case needs it: most runs have none, and load none of its code. */
function oneBrowser({
  subject: { ca },
  openBrowser,
}: RunOptions): AsyncDisposable & { started: () => Promise<LoginBrowser> } {
  let starting: Promise<LoginBrowser> | undefined;
  const start = async () => {
    const { openLoginBrowser } = await import('./use/login-browser.ts');
    return openLoginBrowser({ ownAuthority: ca !== undefined });
  };
  return {
    started: () => (starting ??= (openBrowser ?? start)()),
    async [Symbol.asyncDispose]() {
      const running = await starting?.catch(() => undefined);
      await running?.[Symbol.asyncDispose]();
    },
  };
}

interface RunningCase {
  name: string;
  exchanges: { number: number; purpose: string }[];
  notes: Record<string, string | number | boolean>;
}

const newCase = (name: string): RunningCase => ({ name, exchanges: [], notes: {} });

interface Ending {
  outcome: ProbedCase['outcome'];
  decisive: number | null;
  because?: string;
  blocked?: string;
  /** A request got no answer. */
  unanswered?: true;
}

/** Each run has its own, so that what it left behind can be told from what others did. */
export const newPrefix = (): string => `dcrh-${randomBytes(3).toString('hex')}-`;

/** After a request without an answer: whether the IdP is there at all. If not, nothing more can be tried. */
async function lookAgain(ending: Ending, probe: RunningProbe): Promise<Ending> {
  if (ending.unanswered !== true || ending.blocked !== undefined) return ending;
  try {
    await probe.send('is it still there', { method: 'GET', url: probe.subject.discoveryUrl });
    return ending;
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    return { ...ending, blocked: `The identity provider no longer answers: ${error.message}` };
  }
}

/** Abilities that are found out with another, without which they cannot be there. */
const dependsOn: Partial<Readonly<Record<CapabilityName, CapabilityName>>> = {
  'mgmt-read': 'mgmt-pair',
  'mgmt-update': 'mgmt-pair',
  'mgmt-delete': 'mgmt-pair',
  rotate: 'mgmt-update',
  protected: 'registrar',
  'refresh-token': 'user',
};

function findingOf(name: CapabilityName, probe: RunningProbe): Finding | undefined {
  const finding = probe.finding(name);
  const other = dependsOn[name];
  if (finding !== undefined || other === undefined) return finding;
  const first = findingOf(other, probe);
  return first?.has === false ? first : undefined;
}

async function tryCase({ needs = [], run }: ProbeCase, probe: RunningProbe): Promise<Ending> {
  const lacking = needs.map((name) => ({ name, finding: findingOf(name, probe) })).find(({ finding }) => !finding?.has);
  if (lacking?.finding !== undefined) return { outcome: 'skipped', decisive: null, because: lacking.finding.proof };
  // What is not known excuses nothing.
  if (lacking !== undefined)
    return {
      outcome: 'failed',
      decisive: null,
      because: `whether the IdP has ${capabilities[lacking.name]} was not found out`,
    };
  try {
    return decidedBy(await run(probe));
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    if (error instanceof Blocked && error.answer !== undefined)
      return { ...decidedBy(error.answer), because: error.message, blocked: error.message };
    return {
      outcome: 'failed',
      decisive: null,
      because: error.message,
      ...(error instanceof Blocked && { blocked: error.message }),
      ...(error instanceof Unanswered && { unanswered: true as const }),
    };
  }
}

const decidedBy = (answer: Sent): Ending => ({
  outcome: isSuccess(answer) ? 'accepted' : 'refused',
  decisive: answer.number,
});
