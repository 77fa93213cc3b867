import { jsonOf, objectOf, stringOf } from '../../recording/body.ts';
import type { Exchange, Header } from '../../recording/exchange.ts';
import type { Seen, SeenExchange } from '../../recording/seen.ts';
import { succeeded } from '../credentials.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { presentedToken } from '../issued.ts';
import { shownClientId } from '../reactions.ts';
import { every, type Demand, type ExchangeSpot, type Select } from '../rules.ts';
import { applicationNamed, requestsIn, sighted, type SightedSpot } from '../sighted.ts';
import { interoperability, rfc6749, rfc7592 } from '../specs.ts';
import { dropExchanges, editRecording, inRecording, mutant, setHeader, type Change } from './mutations.ts';
import { markOf } from './marks.ts';
import { seeInstead } from './sighting-mutations.ts';

const row = { profiles: everyProfile, level: 'INTEROP' } as const;

interface Row {
  readonly registrations: number;
  readonly tokens: number;
}

const minute = 60_000;
const inARow = 10;

/** Ten registrations of one recording within a minute, with how many tokens they used. */
const rows: Select<ExchangeSpot<Row>> = (seen) => {
  const byRecording = Map.groupBy(seen.of('registration').filter(succeeded), ({ recording }) => recording);
  const spots = [...byRecording.values()].flatMap((list) => {
    const start = list.findIndex((one, index) => isWithinMinute(one, list[index + inARow - 1]));
    const part = start === -1 ? [] : list.slice(start, start + inARow);
    const last = part.at(-1);
    const lives = part.every(
      (exchange) => (presentedToken(seen, exchange)?.expiresAt ?? 0) >= exchange.exchange.startedAt,
    );
    if (last === undefined || !lives) return [];
    const tokens = new Set(part.map((exchange) => presentedToken(seen, exchange)?.mark)).size;
    return [{ value: { registrations: part.length, tokens }, exchange: last, part: 'request', pointer: '' }];
  });
  return { spots, none: 'no ten registrations within a minute used tokens that live as long' };
};

const isWithinMinute = (one: SeenExchange, last: SeenExchange | undefined) =>
  last !== undefined && last.exchange.startedAt - one.exchange.startedAt <= minute;

/** A token of its own for each of the ten. */
const someReused: Demand<ExchangeSpot<Row>> = ({ value: { registrations, tokens } }) =>
  tokens < registrations
    ? undefined
    : {
        expected: 'a token that is used again while it lives',
        found: `${tokens} tokens for ${registrations} registrations`,
      };

/** Each application made at the same time has the client that was registered under its own name, once. */
const staysApart: Demand<SightedSpot<'at-once'>> = ({ recording: id, value: { sighting, recording } }, { seen }) => {
  const sent = requestsIn(seen, id, sighting.step).filter(
    (exchange) => exchange.role === 'registration' && succeeded(exchange),
  );
  for (const name of sighting.applications) {
    const application = applicationNamed(recording, name);
    const own = sent.filter((exchange) => exchange.application?.name === name);
    if (application?.outcome === 'refused' && own.length === 0) continue;
    if (own.length !== 1) return { expected: `one registration of ${name}`, found: String(own.length) };
    const registered = stringOf(objectOf(own[0]?.response.json)?.['client_id']);
    const shown = application && shownClientId(application);
    if (shown !== undefined && shown !== registered)
      return { expected: `${name} with the client ${registered ?? ''}`, found: String(shown) };
  }
  return undefined;
};

/** The metadata document that was read from an address. */
const metadataAt = (seen: Seen, recording: string, address: string) =>
  objectOf(
    seen
      .of('discovery')
      .find((exchange) => exchange.recording === recording && exchange.url === address && succeeded(exchange))?.response
      .json,
  );

/** Applications of an environment are registered at its own provider, with a token of that. */
const staysInside: Demand<SightedSpot<'environment'>> = ({ recording, value: { sighting } }, { seen }) => {
  const own = metadataAt(seen, recording, sighting.discoveryEndpoint);
  const stray = seen
    .of('registration')
    .filter(
      (exchange) =>
        exchange.recording === recording && sighting.applications.includes(exchange.application?.name ?? ''),
    )
    .find(
      (exchange) =>
        exchange.url !== own?.['registration_endpoint'] ||
        (presentedToken(seen, exchange)?.by.url ?? own['token_endpoint']) !== own['token_endpoint'],
    );
  if (stray === undefined) return undefined;
  const token = presentedToken(seen, stray)?.by.url ?? 'somewhere';
  return { expected: `the provider of ${sighting.name}`, found: `${stray.url} with a token from ${token}` };
};

/** The client is deleted in the step that deletes its application, or a person reads that it stays. */
const deletesClient: Demand<SightedSpot<'deletion'>> = ({ recording, value: { sighting } }, { seen }) => {
  const registration = seen
    .of('registration')
    .findLast((one) => one.recording === recording && one.application?.name === sighting.application && succeeded(one));
  const uri = stringOf(objectOf(registration?.response.json)?.['registration_client_uri']);
  const deleted = requestsIn(seen, recording, sighting.step).some(
    ({ method, url }) => method === 'DELETE' && url === uri,
  );
  if (uri === undefined || deleted || sighting.message !== undefined) return undefined;
  return { expected: `DELETE ${uri}, or a message`, found: 'neither' };
};

const hasClientAgain: Demand<SightedSpot<'restoration'>> = ({ value: { sighting, recording } }) => {
  if (sighting.outcome === 'refused') return undefined;
  const application = applicationNamed(recording, sighting.application);
  const clientId = application && shownClientId(application);
  const there = typeof clientId === 'string' && recording.clientsAtIdp?.includes(clientId) !== false;
  return there
    ? undefined
    : { expected: 'a client that exists, or a refusal', found: `the client ${clientId ?? '(none)'}, which is gone` };
};

/** More connections than this at the end of a story are not a pool that is kept, but one that leaks. */
const mayStayOpen = 5;

const shownAsOther: Change = editRecording('golden-crowd', (recording) => ({
  ...recording,
  applications: recording.applications.map((application) =>
    application.name === 'First of two'
      ? {
          ...application,
          ...{ api: { clientId: 'id-second-of-two' }, console: { clientId: 'id-second-of-two' } },
          idp: { clientId: 'id-second-of-two' },
        }
      : application,
  ),
}));

/** Each of the ten applications after the first has a token request of its own. */
const askForEach: Change = editRecording('golden-crowd', (recording) => {
  const { exchanges } = recording;
  const token = exchanges.findLast(({ request }) => request.url.endsWith('/token'));
  if (token === undefined) throw new Error('the good story has no token request');
  const ten = exchanges.filter(({ request }) => request.body.text.includes('"client_name":"Ten ')).slice(1);
  return {
    ...recording,
    exchanges: exchanges.flatMap((exchange) => {
      const index = ten.indexOf(exchange);
      return index === -1 ? [exchange] : withOwnToken(exchange, token, markOf(`token of its own ${index}`));
    }),
  };
});

function withOwnToken(registration: Exchange, { response, ...asked }: Exchange, token: string): Exchange[] {
  const text = JSON.stringify({ ...objectOf(jsonOf(response.body.text)), access_token: token });
  const { request, startedAt } = registration;
  const headers = request.headers.map(([name, value]): Header => [
    name,
    name === 'Authorization' ? `Bearer ${token}` : value,
  ]);
  return [
    {
      ...asked,
      ...{ number: registration.number + 1000, startedAt: startedAt - 20, endedAt: startedAt - 10 },
      response: { ...response, body: { ...response.body, text } },
    },
    { ...registration, request: { ...request, headers } },
  ];
}

export const crowd = defineChecks(
  {
    ...row,
    id: 'T-21',
    slug: 'token-reused',
    title: 'uses a token again while it lives',
    spec: [rfc6749('5.1'), interoperability],
    needs: ['registrations-in-a-row'],
    why: 'One token request for each application fills audit logs and uses up rate limits.',
    judge: every(rows, someReused),
    mutant: mutant('asks for a new token each time', askForEach),
  },
  {
    ...row,
    id: 'T-33',
    slug: 'connections-closed',
    title: 'closes its connections to the identity provider, or uses them again',
    spec: [interoperability],
    needs: ['connections'],
    why: 'After some hundred applications the product, or the server, has no connection left.',
    judge: every(sighted('connections', 'nobody counted connections'), ({ value: { sighting } }) =>
      sighting.stillOpen <= mayStayOpen
        ? undefined
        : {
            expected: `at most ${mayStayOpen} open connections at the end`,
            found: `${sighting.stillOpen} of ${sighting.opened}`,
          },
    ),
    mutant: mutant('never closes one', seeInstead('golden-crowd', 'connections', { stillOpen: 17 })),
  },
  {
    ...row,
    id: 'Q-10',
    slug: 'parallel-registrations',
    title: 'keeps applications apart that are created at the same time',
    spec: [interoperability],
    needs: ['creations-at-once', 'registration-accepted'],
    why: 'One developer holds the secret of another.',
    judge: every(
      sighted('at-once', 'nobody created applications at the same time', ({ acts }) => acts === 'creations'),
      staysApart,
    ),
    mutant: mutant('gives one the client of the other', shownAsOther),
    related: ['Q-07'],
  },
  {
    ...row,
    id: 'X-27',
    slug: 'environments-apart',
    title: 'registers the applications of an environment with the provider of that environment',
    spec: [interoperability],
    level: 'SEC',
    needs: ['environments', 'registration-with-token'],
    why: 'Test applications become clients of the production server, or its token goes to another.',
    judge: every(sighted('environment', 'no story had two environments'), staysInside),
    mutant: mutant(
      'uses the token of the other environment',
      setHeader(
        (seen) => seen.of('registration').filter(({ application }) => application?.name === 'Shop in the south'),
        'Authorization',
        `Bearer ${markOf('token 1 of golden-environments')}`,
      ),
    ),
  },
  {
    ...row,
    id: 'X-30',
    slug: 'registrations-limited',
    title: 'limits how many clients one developer can register',
    spec: [interoperability],
    level: 'SEC',
    needs: ['burst'],
    why: 'One developer fills the identity provider with clients.',
    judge: every(
      sighted('burst', 'nobody asked for a hundred applications', ({ asked }) => asked >= 100),
      ({ value: { sighting } }) =>
        sighting.refused > 0 ? undefined : { expected: 'a limit', found: `${sighting.created} applications` },
    ),
    mutant: mutant('makes them all', seeInstead('golden-crowd', 'burst', { created: 100, refused: 0 })),
  },
  {
    ...row,
    id: 'M-25',
    slug: 'client-deleted-with-application',
    title: 'deletes the client when its application is deleted',
    spec: [rfc7592('2.3')],
    level: 'INTEROP',
    needs: ['deletion', 'registration-accepted'],
    why: 'The client keeps its secret and its rights for ever.',
    judge: every(
      sighted('deletion', 'no application was deleted', ({ outcome }) => outcome === 'deleted'),
      deletesClient,
    ),
    mutant: mutant(
      'deletes only the application',
      dropExchanges((seen) =>
        inRecording('golden-edits', 'management')(seen).filter(({ method }) => method === 'DELETE'),
      ),
    ),
  },
  {
    ...row,
    id: 'M-26',
    slug: 'restored-application-has-client',
    title: 'restores an application only with a client that exists',
    spec: [interoperability],
    needs: ['restoration', 'end-of-story'],
    why: 'The application looks alive, and the server has never heard of it.',
    judge: every(sighted('restoration', 'no application was restored'), hasClientAgain),
    mutant: mutant(
      'restores it with the client that is gone',
      seeInstead('golden-edits', 'restoration', { outcome: 'restored' }),
      editRecording('golden-edits', (recording) => ({
        ...recording,
        applications: recording.applications.map((application) =>
          application.name === 'Deleted shop'
            ? { ...application, console: { clientId: 'id-deleted-shop' } }
            : application,
        ),
      })),
    ),
    related: ['Q-07'],
  },
);
