import { objectOf } from '../../recording/body.ts';
import type { Application, Recording } from '../../recording/recording.ts';
import type { Seen } from '../../recording/seen.ts';
import type { SightingOf } from '../../recording/sightings.ts';
import { clientRequests, type ClientRequest } from '../issued.ts';
import { show, type Complaint, type Demand, type Select, type StorySpot } from '../rules.ts';
import { bodyOf } from '../select.ts';
import { isSentence } from '../sentences.ts';
import { applicationNamed, requestsIn, sighted, type SightedSpot } from '../sighted.ts';

export type Edit = SightingOf<'edit'>;
export type EditSpot = SightedSpot<'edit'>;
type Json = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The same value, or the same scope as the array that some servers send. */
const means = (name: string, a: unknown, b: unknown) =>
  same(a, b) || (name === 'scope' && Array.isArray(b) && a === b.join(' '));

/** Members whose values have rules of their own (M-03, M-06, Q-05). */
const withOwnRules = ['client_id', 'client_secret'];

/** A saved edit with the update that was made of it. */
export interface EditUpdate {
  readonly edit: Edit;
  readonly recording: Recording;
  readonly update: ClientRequest;
  readonly body: Json;
}

const cache = new WeakMap<Seen, ReadonlyMap<string, readonly ClientRequest[]>>();

/** The updates of clients by the step that they were made in. */
function updatesIn(seen: Seen, { recording, value: { sighting } }: EditSpot): readonly ClientRequest[] {
  const index =
    cache.get(seen) ??
    Map.groupBy(
      clientRequests(seen).filter(({ exchange }) => exchange.method === 'PUT'),
      ({ exchange }) => `${exchange.recording} ${exchange.exchange.step}`,
    );
  cache.set(seen, index);
  return index.get(`${recording} ${sighting.step}`) ?? [];
}

const typedSomething = ({ outcome, changed }: Edit) => outcome === 'saved' && Object.keys(changed).length > 0;

/** The only edit of a step with the only update of it: of several nobody can tell which belongs to which. */
export const editUpdates: Select<StorySpot<EditUpdate>> = (seen, profile) => {
  const none = 'no story noted what was typed before an update';
  const { spots } = sighted('edit', none, typedSomething)(seen, profile);
  const pairs = spots.flatMap((spot) => {
    const [update, ...others] = updatesIn(seen, spot);
    const { sighting: edit, recording } = spot.value;
    const alone = (recording.sightings ?? []).filter(({ kind, step }) => kind === 'edit' && step === edit.step);
    if (update === undefined || others.length > 0 || alone.length > 1) return [];
    return [{ ...spot, value: { edit, recording, update, body: bodyOf(update.exchange) } }];
  });
  return { spots: pairs, none };
};

/** The updates that were made of an edit in which somebody gave a client_id, also when they were refused. */
export const editsOfTheId: Select<StorySpot<ClientRequest>> = (seen, profile) => {
  const none = 'nobody gave a client_id with an edit';
  const { spots } = sighted('edit', none, ({ changed }) => 'client_id' in changed)(seen, profile);
  return { spots: spots.flatMap((spot) => updatesIn(seen, spot).map((value) => ({ ...spot, value }))), none };
};

/** Members that nobody touched have the value of the last answer. */
export const changesOnlyTheEdited: Demand<StorySpot<EditUpdate>> = ({ value: { edit, update, body } }) => {
  const { answer } = update.client;
  const moved = Object.keys(body).find(
    (name) =>
      !(name in edit.changed) &&
      !withOwnRules.includes(name) &&
      name in answer &&
      !means(name, body[name], answer[name]),
  );
  return moved === undefined
    ? undefined
    : { expected: `${moved} ${show(answer[moved])}, as the server has it`, found: show(body[moved]) };
};

interface Cleared {
  readonly name: string;
  /** The body of the update; undefined when none was sent. */
  readonly body: Json | undefined;
  readonly message: string | undefined;
}

/** Each value that a person cleared, with what was sent then. */
export const clearedMembers: Select<StorySpot<Cleared>> = (seen, profile) => {
  const none = 'nobody cleared a value';
  const spots = sighted(
    'edit',
    none,
    typedSomething,
  )(seen, profile).spots.flatMap((spot) => {
    const { changed, message } = spot.value.sighting;
    const updates = updatesIn(seen, spot);
    const last = updates.at(-1);
    return Object.entries(changed)
      .filter(([, typed]) => isEmpty(typed))
      .map(([name]) => ({ ...spot, value: { name, body: last && bodyOf(last.exchange), message } }));
  });
  return { spots, none };
};

/** RFC 7592 §2.2: null or left out, the server takes it for deleted. */
export const isCleared: Demand<StorySpot<Cleared>> = ({ value: { name, body, message } }) => {
  if (body === undefined)
    return message === undefined
      ? { expected: `an update without ${name}, or a message`, found: 'neither' }
      : undefined;
  return body[name] === undefined || isEmpty(body[name])
    ? undefined
    : { expected: `no ${name}`, found: show(body[name]) };
};

/** Every value of an update was typed, answered, asked for at the registration, or is a setting of the provider. */
export const comesFromSomewhere: Demand<StorySpot<EditUpdate>> = ({ value, recording: id }, { seen }) => {
  const { edit, recording, update, body } = value;
  const { provider } = recording;
  const asked = seen
    .of('registration')
    .filter((exchange) => exchange.recording === id && exchange.application?.name === edit.application)
    .map(bodyOf);
  const earlier = earlierAnswers(seen, update);
  const known: readonly Json[] = [
    edit.changed,
    update.client.answer,
    ...asked,
    ...earlier,
    { software_id: provider?.softwareId },
    provider?.metadata ?? {},
    claimedBy(recording, applicationNamed(recording, edit.application)),
  ];
  const stray = Object.keys(body).find(
    (name) =>
      !withOwnRules.includes(name) && !known.some((values) => name in values && means(name, body[name], values[name])),
  );
  return stray === undefined
    ? undefined
    : { expected: `${stray} as it was typed, answered or set`, found: show(body[stray]) };
};

interface Answered {
  readonly number: number;
  readonly answer: Json;
}

const answers = new WeakMap<Seen, ReadonlyMap<string, readonly Answered[]>>();

/** A client keeps what an answer said until another answer says something else. */
function earlierAnswers(seen: Seen, { exchange, client }: ClientRequest): readonly Json[] {
  const index = answers.get(seen) ?? answersIn(seen);
  answers.set(seen, index);
  return (index.get(`${exchange.recording} ${client.clientId}`) ?? [])
    .filter(({ number }) => number < exchange.number)
    .map(({ answer }) => answer);
}

function answersIn(seen: Seen): ReadonlyMap<string, readonly Answered[]> {
  const index = new Map<string, Answered[]>();
  for (const { role, recording, number, response } of seen.exchanges) {
    const answer = role === 'discovery' || role === 'token' ? undefined : objectOf(response.json);
    if (answer === undefined) continue;
    const key = `${recording} ${String(answer['client_id'])}`;
    const list = index.get(key);
    if (list === undefined) index.set(key, [{ number, answer }]);
    else list.push({ number, answer });
  }
  return index;
}

/** What the claims of the person make of the members that they are mapped to, by the first name of the path. */
const claimedBy = ({ provider }: Recording, application: Application | undefined): Json =>
  Object.fromEntries((provider?.claims ?? []).map(({ claim, member }) => [member, application?.claims?.[claim]]));

/** Nothing that is registered was changed, so no request goes out. */
export const sendsNothing: Demand<EditSpot> = ({ recording, value: { sighting } }, { seen }) => {
  const sent = requestsIn(seen, recording, sighting.step).find(({ role }) => role === 'management');
  return sent === undefined
    ? undefined
    : { expected: 'no request', found: `${sent.method} in exchange ${sent.number}` };
};

/** An edit that came to nothing is explained; one that was saved on both sides needs no words. */
export const isExplainedEdit = (message: string | undefined, updated: boolean): Complaint | undefined =>
  message === undefined && updated ? undefined : isSentence(message);

/** Every attempt to edit or renew, with whether a request to the client's own address succeeded in its step. */
export const managementTries =
  (
    which: (recording: Recording, step: number) => boolean,
    none: string,
  ): Select<StorySpot<{ message: string | undefined; updated: boolean }>> =>
  (seen, profile) => {
    const kinds = [
      ...sighted(
        'edit',
        none,
        ({ step, changed }, recording) => Object.keys(changed).length > 0 && which(recording, step),
      )(seen, profile).spots,
      ...sighted('renewal-click', none, ({ step }, recording) => which(recording, step))(seen, profile).spots,
    ];
    return {
      spots: kinds.map(({ value: { sighting }, recording, subject }) => ({
        recording,
        subject,
        value: {
          message: sighting.message,
          updated: requestsIn(seen, recording, sighting.step).some(
            ({ role, response }) => (role === 'management' || role === 'renewal') && response.status < 300,
          ),
        },
      })),
      none,
    };
  };

/** Edits at once: as many updates succeed as the product says were saved. */
export const savesWhatItSays: Demand<SightedSpot<'at-once'>> = ({ recording: id, value }, { seen }) => {
  const { sighting, recording } = value;
  const said = (recording.sightings ?? []).filter(
    (other) => other.kind === 'edit' && other.step === sighting.step && other.outcome === 'saved',
  ).length;
  const done = requestsIn(seen, id, sighting.step).filter(
    ({ role, method, response }) => role === 'management' && method === 'PUT' && response.status < 300,
  ).length;
  return done >= said ? undefined : { expected: `${said} updates that succeed`, found: String(done) };
};

/** After the provider was moved, an old client is changed at its own address, or a person reads why not. */
export const staysWithItsServer: Demand<EditSpot> = (spot, { seen }) => {
  const { message } = spot.value.sighting;
  if (updatesIn(seen, spot).length > 0 || message !== undefined) return undefined;
  return { expected: 'an update at the address of the client, or a message', found: 'neither' };
};

const viewNames: Readonly<Record<string, 'name' | 'scope' | 'grantTypes' | 'redirectUris' | 'authMethod'>> = {
  client_name: 'name',
  scope: 'scope',
  grant_types: 'grantTypes',
  redirect_uris: 'redirectUris',
  token_endpoint_auth_method: 'authMethod',
};

/** The product shows what was changed at the server, or says that something was. */
export const noticesChange: Demand<SightedSpot<'idp-change'>> = ({ value: { sighting, recording } }) => {
  const application = applicationNamed(recording, sighting.application);
  const views = [application?.api, application?.console, application?.portal].filter((view) => view != null);
  const missed = Object.entries(sighting.members).find(([name, value]) => {
    const key = viewNames[name];
    return key !== undefined && views.some((view) => view[key] !== undefined && !same(view[key], value));
  });
  return missed === undefined || application?.message !== undefined
    ? undefined
    : { expected: `${missed[0]} ${show(missed[1])}, or a message`, found: 'the old value' };
};
