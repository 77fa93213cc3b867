import type { Mutant } from '../../check/check.ts';
import { jsonOf, objectOf } from '../../recording/body.ts';
import type { BasicCredentials, Exchange, Fact, Header } from '../../recording/exchange.ts';
import type { ApplicationType, Recording } from '../../recording/recording.ts';
import { see } from '../../recording/see.ts';
import type { Role, Seen, SeenExchange } from '../../recording/seen.ts';
import type { Story } from '../define.ts';

/** Which exchanges of a good story a mutant touches. */
export type Pick = (seen: Seen) => readonly SeenExchange[];
export type Change = (story: Story) => Story;
type Json = Record<string, unknown>;

/** A wrong product: what it does, and the changes of the good story that show it. */
export const mutant = (says: string, ...changes: readonly Change[]): Mutant<Story> => ({
  says,
  change: (good) => changes.reduce((story, change) => change(story), good),
});

export const first =
  (role: Role): Pick =>
  (seen) =>
    seen.of(role).slice(0, 1);

export const each =
  (role: Role): Pick =>
  (seen) =>
    seen.of(role);

export const inRecording =
  (id: string, role: Role): Pick =>
  (seen) =>
    seen.of(role).filter(({ recording }) => recording === id);

/** The registration of the application of that name. */
export const named =
  (name: string): Pick =>
  (seen) =>
    seen.of('registration').filter(({ application }) => application?.name === name);

/** The token requests in the step that registered the application of that name. */
export const tokenFor =
  (name: string): Pick =>
  (seen) => {
    const [registration] = named(name)(seen);
    return seen
      .of('token')
      .filter(
        ({ recording, exchange }) =>
          recording === registration?.recording && exchange.step === registration.exchange.step,
      );
  };

export const eachOfType =
  (type: ApplicationType): Pick =>
  (seen) =>
    seen.of('registration').filter(({ applicationType }) => applicationType === type);

/** Changes the picked exchanges. Nothing picked means that the mutant is dead, so that is an error. */
export const edit =
  (pick: Pick, change: (exchange: Exchange) => Exchange): Change =>
  (story) => {
    const exchanges = pick(see(story));
    const picked = new Set(exchanges.map(({ recording, number }) => `${recording} ${number}`));
    if (picked.size === 0) throw new Error('the mutant touches no exchange of the good story');
    const touched = new Set(exchanges.map(({ recording }) => recording));
    return story.map((recording) =>
      touched.has(recording.id)
        ? {
            ...recording,
            exchanges: recording.exchanges.map((exchange) =>
              picked.has(`${recording.id} ${exchange.number}`) ? change(exchange) : exchange,
            ),
          }
        : recording,
    );
  };

/** The picked exchanges never happened. */
export const dropExchanges =
  (pick: Pick): Change =>
  (story) => {
    const dropped = new Set(pick(see(story)).map(({ exchange }) => exchange));
    if (dropped.size === 0) throw new Error('the mutant drops no exchange of the good story');
    return story.map((recording) =>
      recording.exchanges.some((exchange) => dropped.has(exchange))
        ? { ...recording, exchanges: recording.exchanges.filter((exchange) => !dropped.has(exchange)) }
        : recording,
    );
  };

const editRequest = (pick: Pick, change: (request: Exchange['request']) => Exchange['request']): Change =>
  edit(pick, (exchange) => ({ ...exchange, request: change(exchange.request) }));

const bodyOf = (text: string): Exchange['request']['body'] => ({
  text,
  encoding: 'utf8',
  bytes: Buffer.byteLength(text),
});

const json = (text: string): Json => ({ ...objectOf(jsonOf(text)) });

/** Replaces the text of the request body. */
export const setText = (pick: Pick, change: (text: string) => string): Change =>
  editRequest(pick, (request) => ({ ...request, body: bodyOf(change(request.body.text)) }));

export const editBody = (pick: Pick, change: (body: Json) => Json): Change =>
  setText(pick, (text) => JSON.stringify(change(json(text))));

/** Adds or replaces members of the request body. */
export const setMembers = (pick: Pick, members: Json): Change => editBody(pick, (body) => ({ ...body, ...members }));

export const dropMember = (pick: Pick, name: string): Change =>
  editBody(pick, (body) => Object.fromEntries(Object.entries(body).filter(([own]) => own !== name)));

/** Changes the parameters of a form. */
export const editForm = (pick: Pick, change: (form: URLSearchParams) => void): Change =>
  setText(pick, (text) => {
    const form = new URLSearchParams(text);
    change(form);
    return form.toString();
  });

export const editAnswer = (pick: Pick, change: (body: Json) => Json): Change =>
  edit(pick, ({ response, ...exchange }) => ({
    ...exchange,
    response: { ...response, body: bodyOf(JSON.stringify(change(json(response.body.text)))) },
  }));

/** Changes what the recorder noted of the Basic credentials; without a change, the fact goes. */
export const setBasicFact = (pick: Pick, change?: Partial<BasicCredentials>): Change =>
  edit(pick, (exchange) => ({
    ...exchange,
    facts: exchange.facts.flatMap((fact): Fact[] => {
      if (fact.kind !== 'basic-credentials') return [fact];
      return change === undefined ? [] : [{ ...fact, ...change }];
    }),
  }));

const isNamed =
  (name: string) =>
  ([own]: Header) =>
    own.toLowerCase() === name.toLowerCase();

export const addHeader = (pick: Pick, name: string, value: string): Change =>
  editRequest(pick, (request) => ({ ...request, headers: [...request.headers, [name, value]] }));

export const dropHeader = (pick: Pick, name: string): Change =>
  editRequest(pick, (request) => ({
    ...request,
    headers: request.headers.filter((header) => !isNamed(name)(header)),
  }));

export const setHeader =
  (pick: Pick, name: string, value: string): Change =>
  (story) =>
    addHeader(pick, name, value)(dropHeader(pick, name)(story));

export const changeMethod = (pick: Pick, method: string): Change =>
  editRequest(pick, (request) => ({ ...request, method }));

export const changeTarget = (pick: Pick, change: (url: string) => string): Change =>
  editRequest(pick, (request) => ({ ...request, url: change(request.url) }));

/** Changes the whole recording of that id. */
export const editRecording =
  (id: string, change: (recording: Recording) => Recording): Change =>
  (story) =>
    story.map((recording) => (recording.id === id ? change(recording) : recording));

/** Sends the picked exchange a second time, right after the first, changed as told. */
export const repeat =
  (pick: Pick, change: (exchange: Exchange) => Exchange = (exchange) => exchange): Change =>
  (story) => {
    const [original] = pick(see(story));
    if (original === undefined) throw new Error('the mutant repeats no exchange of the good story');
    return editRecording(original.recording, (recording) => {
      const number = Math.max(...recording.exchanges.map((exchange) => exchange.number)) + 1;
      return {
        ...recording,
        exchanges: recording.exchanges.flatMap((exchange) =>
          exchange.number === original.number ? [exchange, { ...change(exchange), number }] : [exchange],
        ),
      };
    })(story);
  };

/** Sends the picked exchanges after all others of their recordings. */
export const moveToEnd =
  (pick: Pick): Change =>
  (story) => {
    const moved = new Set(pick(see(story)).map(({ exchange }) => exchange));
    return story.map((recording) =>
      recording.exchanges.some((exchange) => moved.has(exchange))
        ? {
            ...recording,
            exchanges: [
              ...recording.exchanges.filter((exchange) => !moved.has(exchange)),
              ...recording.exchanges.filter((exchange) => moved.has(exchange)),
            ],
          }
        : recording,
    );
  };
