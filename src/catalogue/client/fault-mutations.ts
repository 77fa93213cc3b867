import type { Exchange, Header } from '../../recording/exchange.ts';
import type { Application, Recording, Step } from '../../recording/recording.ts';
import { metadataOf } from './golden-applications.ts';
import { wishOf } from './golden-faults/tell.ts';
import { jsonHeaders } from './golden-story.ts';
import { editRecording, type Change, type Pick as PickExchanges } from './mutations.ts';
import { markOf } from './marks.ts';

/** The golden recording of a fault. */
export const storyOf = (fault: string) => `fault-${fault}`;

/** The answers that the fault changed. */
export const faulted =
  (fault: string): PickExchanges =>
  (seen) =>
    seen.exchanges.filter(({ exchange }) => exchange.faults.includes(fault));

const editStory = (fault: string, change: (recording: Recording) => Recording): Change =>
  editRecording(storyOf(fault), change);

const editApplications = (fault: string, change: (application: Application) => Application): Change =>
  editStory(fault, (recording) => ({ ...recording, applications: recording.applications.map(change) }));

const noViews = { idp: null, api: null, console: null, portal: null };

const bareApplication = (fault: string): Application => ({
  ...{ name: wishOf(fault).name, type: 'web', through: 'console', outcome: 'refused' },
  ...{ redirectUris: ['https://lone.example/cb'], grantTypes: ['authorization_code'] },
  ...noViews,
});

/** The product gives up: no application, and nothing left at the identity provider. */
export const refuse = (fault: string, message = 'Internal server error'): Change =>
  editStory(fault, (recording) => ({
    ...recording,
    clientsAtIdp: [],
    applications: recording.applications.map((application) => ({
      ...application,
      ...noViews,
      outcome: 'refused',
      message,
    })),
  }));

/** The product gives up, and the client stays at the identity provider. */
export const abandon = (fault: string): Change =>
  editApplications(fault, ({ name, ...application }) => ({
    ...{ ...application, name, outcome: 'refused', message: 'Internal server error' },
    ...{ ...noViews, idp: application.idp },
  }));

/** The product shows an application with this client id. */
export const createWith = (fault: string, clientId: string | null): Change =>
  editStory(fault, (recording) => {
    const [first = bareApplication(fault), ...others] = recording.applications;
    const application = unsaid(first);
    const view = { clientId, name: first.name };
    return {
      ...recording,
      applications: [{ ...application, outcome: 'created', idp: null, api: view, console: view }, ...others],
    };
  });

/** Changes what the product shows of the application. */
export const showAs = (fault: string, shown: Partial<NonNullable<Application['api']>>): Change =>
  editApplications(fault, (application) => ({
    ...application,
    api: application.api && { ...application.api, ...shown },
    console: application.console && { ...application.console, ...shown },
  }));

function unsaid(application: Application): Application {
  const silent = { ...application };
  delete silent.message;
  return silent;
}

function unnoted(step: Step): Step {
  const silent = { ...step };
  delete silent.note;
  return silent;
}

/** Nobody reads anything. */
export const silence = (fault: string): Change =>
  editStory(fault, (recording) => ({
    ...recording,
    applications: recording.applications.map(unsaid),
    steps: recording.steps.map(unnoted),
  }));

/** The person reads this in place of what a good product says. */
export const say = (fault: string, text: string): Change =>
  editStory(fault, (recording) => ({
    ...recording,
    applications: recording.applications.map(({ message, ...application }) =>
      message === undefined ? application : { ...application, message: text },
    ),
    steps: recording.steps.map(({ note, ...step }) => (note === undefined ? step : { ...step, note: text })),
  }));

/** A request that a wrong product makes right after the changed answer. */
interface Further {
  readonly method: string;
  readonly url: string;
  readonly headers?: readonly Header[];
  readonly text?: string;
  readonly status?: number;
  /** Milliseconds after the changed answer. */
  readonly later?: number;
}

const bodyOf = (text: string): Exchange['request']['body'] => ({
  text,
  encoding: 'utf8',
  bytes: Buffer.byteLength(text),
});

export const follow = (
  fault: string,
  { method, url, headers = [], text = '', status = 401, later = 50 }: Further,
): Change =>
  editStory(fault, (recording) => {
    const at = recording.exchanges.findIndex(({ faults }) => faults.includes(fault));
    const before = recording.exchanges[at];
    if (before === undefined) throw new Error(`the good story has no answer with the fault ${fault}`);
    const common = before.request.headers.filter(([name]) => ['Host', 'User-Agent', 'Accept'].includes(name));
    const startedAt = before.endedAt + later;
    const further: Exchange = {
      ...before,
      ...{ number: recording.exchanges.length + 1, startedAt, endedAt: startedAt + 20, faults: [], facts: [] },
      request: { ...before.request, method, url, headers: [...common, ...headers], body: bodyOf(text) },
      response: { ...before.response, status, delivery: 'complete', body: bodyOf('') },
    };
    return { ...recording, exchanges: recording.exchanges.toSpliced(at + 1, 0, further) };
  });

/** The registration that should not have been sent, complete but for its token. */
export const registerWith = (fault: string, token: string, more: Pick<Further, 'headers' | 'later'> = {}): Change =>
  follow(fault, {
    ...more,
    method: 'POST',
    url: 'https://idp.example/fault/reg',
    headers: [...jsonHeaders(token), ...(more.headers ?? [])],
    text: JSON.stringify(metadataOf(wishOf(fault), 'fault-template')),
  });

/** The token request that should not have been sent, as a good one is. */
export const askForTokenAt = (fault: string, url: string): Change =>
  follow(fault, {
    method: 'POST',
    url,
    headers: [
      ['Authorization', `Basic ${markOf(`provider secret of fault-${fault}`)}`],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    text: 'grant_type=client_credentials&scope=openid+dcr_admin',
  });

/** The token that the golden story of a fault was given, or would have been. */
export const tokenOf = (fault: string) => markOf(`token 1 of fault-${fault}`);

export const registrationTokenOf = (fault: string) => markOf(`registration token of ${wishOf(fault).name}`);
