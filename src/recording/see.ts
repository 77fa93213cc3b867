import { jsonOf, objectOf, stringOf } from './body.ts';
import type { Exchange, Header } from './exchange.ts';
import { applicationTypes, type Application, type ApplicationType, type Recording } from './recording.ts';
import { learn, noEndpoints, roleOf } from './roles.ts';
import type { Metadata, Seen, SeenCase, SeenExchange, SeenMessage } from './seen.ts';

/** Indexes recordings for the checks, in one pass over their exchanges. */
export function see(recordings: readonly Recording[]): Seen {
  const metadata = new Map<SeenExchange, Metadata | undefined>();
  const exchanges = recordings.flatMap((recording) => seeOne(recording, metadata));
  const byRole = Map.groupBy(exchanges, ({ role }) => role);
  const byId = new Map(recordings.map((recording) => [recording.id, recording]));
  const none: readonly SeenExchange[] = [];
  return {
    recordings,
    exchanges,
    cases: casesOf(recordings, exchanges),
    of: (role) => byRole.get(role) ?? none,
    metadataFor: (exchange) => metadata.get(exchange),
    providerFor: ({ recording }) => byId.get(recording)?.provider ?? undefined,
  };
}

function casesOf(recordings: readonly Recording[], exchanges: readonly SeenExchange[]): Map<string, SeenCase> {
  const byPlace = new Map(exchanges.map((exchange) => [`${exchange.recording} ${exchange.number}`, exchange]));
  const at = (recording: string, number: number | null) => byPlace.get(`${recording} ${number ?? 0}`);
  return new Map(
    recordings.flatMap(({ id, cases = [] }) =>
      cases.map(({ decisive, exchanges: own, ...tried }): [string, SeenCase] => [
        tried.name,
        {
          ...tried,
          recording: id,
          decisive: at(id, decisive),
          exchanges: own.flatMap(({ number, purpose }) => {
            const exchange = at(id, number);
            return exchange === undefined ? [] : [{ purpose, exchange }];
          }),
        },
      ]),
    ),
  );
}

function seeOne(recording: Recording, metadata: Map<SeenExchange, Metadata | undefined>): SeenExchange[] {
  const known = noEndpoints(recording.provider);
  const steps = new Map(recording.steps.map((step) => [step.number, step]));
  const applications = new Map(recording.applications.map((application) => [application.name, application]));
  return recording.exchanges.map((exchange) => {
    const { method, url, headers, body } = exchange.request;
    const request = { ...messageOf(headers, body), form: formOf(headers, body.text) };
    const response = {
      ...messageOf(exchange.response.headers, exchange.response.body),
      status: exchange.response.status,
    };
    const authorized = request.header('authorization').length > 0;
    const role = roleOf({ method, url, authorized, json: request.json, form: request.form }, known);
    const application = role === 'registration' ? applicationOf(request.json, applications) : undefined;
    const seen: SeenExchange = {
      recording: recording.id,
      number: exchange.number,
      exchange,
      role,
      step: steps.get(exchange.step),
      method,
      url,
      request,
      response,
      application,
      applicationType: role === 'registration' ? (application?.type ?? typeOf(request.json)) : undefined,
    };
    metadata.set(seen, known.metadata);
    learn(known, role, response.status, response.json, url);
    return seen;
  });
}

function messageOf(headers: readonly Header[], body: Exchange['request']['body']): SeenMessage {
  return {
    headers,
    body,
    json: jsonOf(body.text),
    header: (wanted) => {
      const name = wanted.toLowerCase();
      return headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value);
    },
  };
}

const isForm = (headers: readonly Header[]) =>
  headers.some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /^application\/x-www-form-urlencoded\b/i.test(value),
  );

const formOf = (headers: readonly Header[], text: string): readonly (readonly [string, string])[] | undefined =>
  isForm(headers) ? [...new URLSearchParams(text)] : undefined;

const applicationOf = (json: unknown, applications: ReadonlyMap<string, Application>) =>
  applications.get(stringOf(objectOf(json)?.['client_name']) ?? '');

/** What the request itself says: the product's own type name in any case, else the grants. */
function typeOf(json: unknown): ApplicationType | undefined {
  const body = objectOf(json);
  const named = stringOf(body?.['application_type'])?.toLowerCase();
  const own = applicationTypes.find((type) => type === named);
  const grants: unknown = body?.['grant_types'];
  const machine = Array.isArray(grants) && grants.length === 1 && grants[0] === 'client_credentials';
  if (own === undefined || own === 'web') return machine ? 'backend_to_backend' : own;
  return own;
}
