import { objectOf, stringOf } from '../../recording/body.ts';
import type { Application, ClientView } from '../../recording/recording.ts';
import type { Seen, SeenExchange } from '../../recording/seen.ts';
import { heardAfter } from '../aftermath.ts';
import { succeeded } from '../credentials.ts';
import { defineChecks, everyProfile, type CatalogueCheck } from '../define.ts';
import { clientRequests } from '../issued.ts';
import { affected, type Affected, type Faults } from '../reactions.ts';
import { every, show, type Demand, type ExchangeSpot, type Select } from '../rules.ts';
import { sighted } from '../sighted.ts';
import { interoperability, rfc7591, rfc7592, rfc8252 } from '../specs.ts';
import { showAs, silence, storyOf } from './fault-mutations.ts';
import { editRecording, mutant, type Change } from './mutations.ts';
import { markOf } from './marks.ts';
import { seeInstead } from './sighting-mutations.ts';

type Key = 'name' | 'scope' | 'authMethod';

const productViews = ({ api, console, portal }: Application): readonly ClientView[] =>
  [api, console, portal].filter((view) => view !== null);

const pages = ({ console, portal }: Application): readonly ClientView[] =>
  [console, portal].filter((view) => view !== null);

const answerOf = ({ incident }: Affected) => objectOf(incident.exchange.response.json) ?? {};

/** The applications after a fault whose member a side shows, or about which a person read something. */
const looked =
  (faults: Faults, key: Key): Select<ExchangeSpot<Affected>> =>
  (seen, profile) => ({
    spots: affected(faults)(seen, profile).spots.filter(
      ({ value: { application, incident } }) =>
        heardAfter(incident) !== undefined || productViews(application).some((view) => view[key] !== undefined),
    ),
    none: `no story looked at the ${key} of an application after an answer with ${faults.join(' or ')}`,
  });

/** The product shows what was registered, or a person is told that it is something else. */
const showsOrSays =
  (key: Key, member: string): Demand<ExchangeSpot<Affected>> =>
  ({ value }) => {
    const registered = stringOf(answerOf(value)[member]);
    const views = productViews(value.application).filter((view) => view[key] !== undefined);
    const other = views.find((view) => view[key] !== registered);
    if (registered === undefined || heardAfter(value.incident) !== undefined) return undefined;
    return other === undefined ? undefined : { expected: `${show(registered)}, or a message`, found: show(other[key]) };
  };

interface ShownRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly level: CatalogueCheck['level'];
  readonly why: string;
  readonly fault: string;
  readonly key: Key;
  readonly member: string;
  readonly asked: string;
}

const showsRegistered = ({ fault, key, member, asked, ...row }: ShownRow): CatalogueCheck => ({
  ...row,
  spec: [rfc7591('3.2.1'), interoperability],
  profiles: everyProfile,
  needs: [`fault:${fault}`],
  judge: every(looked([fault], key), showsOrSays(key, member)),
  mutant: mutant('shows what was asked for', showAs(fault, { [key]: asked })),
});

interface Secret {
  readonly application: Application;
  readonly issued: string;
}

/** Applications with the exchange that brought their client a secret last. */
function secretsIssued(seen: Seen): readonly { exchange: SeenExchange; secret: Secret }[] {
  const owners = new Map<string, Application>();
  const last = new Map<Application, { exchange: SeenExchange; issued: string }>();
  const clients = new Map(clientRequests(seen).map(({ exchange, client }) => [exchange, client.clientId]));
  for (const exchange of seen.exchanges) {
    const { role, recording, application } = exchange;
    if (!succeeded(exchange) || !['registration', 'management', 'renewal'].includes(role)) continue;
    const answer = objectOf(exchange.response.json);
    const clientId = clients.get(exchange) ?? stringOf(answer?.['client_id']);
    if (role === 'registration' && application !== undefined) owners.set(`${recording} ${clientId ?? ''}`, application);
    const owner = owners.get(`${recording} ${clientId ?? ''}`);
    const issued = stringOf(answer?.['client_secret']);
    if (owner !== undefined && issued !== undefined) last.set(owner, { exchange, issued });
  }
  return [...last].map(([application, { exchange, issued }]) => ({ exchange, secret: { application, issued } }));
}

/** Those of them that a page was looked at for. */
const secretsShown =
  (none: string, which: (exchange: SeenExchange) => boolean): Select<ExchangeSpot<Secret>> =>
  (seen) => ({
    spots: secretsIssued(seen)
      .filter(
        ({ exchange, secret: { application } }) =>
          which(exchange) && pages(application).some(({ secret }) => secret !== undefined),
      )
      .map(({ exchange, secret }) => ({ value: secret, exchange, part: 'story', pointer: '' })),
    none,
  });

const shownSecrets = ({ application }: Secret) => pages(application).flatMap(({ secret }) => secret ?? []);

const showsTheSecret: Demand<ExchangeSpot<Secret>> = ({ value }) => {
  const shown = shownSecrets(value);
  if (shown.length === 0) return { expected: value.issued, found: 'no secret' };
  const other = shown.find((secret) => secret !== value.issued);
  return other === undefined ? undefined : { expected: value.issued, found: other };
};

const oddSecrets = [
  'secret-with-quotes',
  'secret-with-markup',
  'secret-with-non-ascii',
  'secret-with-spaces',
  'secret-with-4-kb',
];

const withFault =
  (...names: readonly string[]) =>
  ({ exchange }: SeenExchange) =>
    exchange.faults.some((fault) => names.includes(fault));

/** In that recording the pages show this secret of the application. */
const showSecret = (recording: string, name: string, secret: string | null): Change =>
  editRecording(recording, (good) => ({
    ...good,
    applications: good.applications.map((application) =>
      application.name === name && application.console !== null
        ? { ...application, console: { ...application.console, secret } }
        : application,
    ),
  }));

const nameOf = (fault: string) => `App ${fault}`;

export const shownValues = defineChecks(
  {
    id: 'RT-18',
    slug: 'spa-secret-not-kept',
    title: 'shows no secret of an SPA, also when the server sent one',
    spec: [rfc8252('8.5'), interoperability],
    level: 'BCP',
    profiles: everyProfile,
    needs: ['registration:browser', 'page-with-secret'],
    why: 'Somebody puts it into a page, where everybody can read it.',
    judge: every(
      secretsShown(
        'no page of an SPA was looked at that had been sent a secret',
        ({ role, applicationType }) => role === 'registration' && applicationType === 'browser',
      ),
      ({ value }) => (shownSecrets(value).length === 0 ? undefined : { expected: 'no secret', found: 'a secret' }),
    ),
    mutant: mutant(
      'shows the secret',
      showSecret('golden-people', 'Page of the shop', markOf('secret of Page of the shop')),
    ),
  },
  showsRegistered({
    id: 'H-08',
    slug: 'substituted-name-noticed',
    title: 'shows the name that the server registered, or says that it is another',
    level: 'INTEROP',
    why: 'The developer looks for an application at the server that has another name there.',
    fault: 'resp-name-changed',
    key: 'name',
    member: 'client_name',
    asked: nameOf('resp-name-changed'),
  }),
  {
    id: 'H-09',
    slug: 'substituted-auth-method-shown',
    title: 'shows the authentication method that the server registered, or says that there is no secret',
    spec: [rfc7591('3.2.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['fault:resp-auth-method-none'],
    why: 'An empty field for a secret makes the developer wait for one.',
    judge: every(
      looked(['resp-auth-method-none'], 'authMethod'),
      showsOrSays('authMethod', 'token_endpoint_auth_method'),
    ),
    mutant: mutant(
      'shows what was asked for, without a word',
      silence('resp-auth-method-none'),
      showAs('resp-auth-method-none', { authMethod: 'client_secret_basic' }),
    ),
    related: ['H-21'],
  },
  showsRegistered({
    id: 'H-10',
    slug: 'reduced-scope-shown',
    title: 'shows the scope that the server registered, or says what is missing',
    level: 'INTEROP',
    why: 'The developer asks for a scope that the client does not have.',
    fault: 'resp-scope-reduced',
    key: 'scope',
    member: 'scope',
    asked: 'openid profile',
  }),
  {
    id: 'H-27',
    slug: 'odd-secret-shown-as-it-is',
    title: 'shows a secret with odd characters as it was issued',
    spec: [rfc7591('3.2.1'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['fault:secret-with-quotes', 'page-with-secret'],
    why: 'What the developer copies is not the secret.',
    judge: every(secretsShown('no page was looked at after an odd secret', withFault(...oddSecrets)), showsTheSecret),
    mutant: mutant(
      'shows it with escapes',
      showSecret(storyOf('secret-with-quotes'), nameOf('secret-with-quotes'), markOf('odd secret, escaped')),
    ),
  },
  {
    id: 'M-12',
    slug: 'new-secret-of-update-shown',
    title: 'shows the secret that the answer to an update brought',
    spec: [rfc7592('2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['fault:update-secret-changed', 'page-with-secret'],
    why: 'The old secret is dead, and the page still shows it.',
    judge: every(
      secretsShown('no page was looked at after an update with a new secret', withFault('update-secret-changed')),
      showsTheSecret,
    ),
    mutant: mutant(
      'shows the old one',
      showSecret(
        storyOf('update-secret-changed'),
        nameOf('update-secret-changed'),
        markOf(`secret of ${nameOf('update-secret-changed')}`),
      ),
    ),
  },
  {
    id: 'S-07',
    slug: 'renewed-secret-shown',
    title: 'shows the secret that a renewal brought',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['renewal', 'page-with-secret'],
    why: 'The old secret is dead, and the page still shows it.',
    judge: every(
      secretsShown('no page was looked at after a renewal', ({ role }) => role === 'renewal'),
      showsTheSecret,
    ),
    mutant: mutant('shows the old one', showSecret('golden-people', 'Shared shop', markOf('secret of Shared shop'))),
  },
  {
    id: 'X-24',
    slug: 'no-script-from-provider',
    title: 'runs no script that the identity provider wrote into a value',
    spec: [interoperability],
    level: 'SEC',
    profiles: everyProfile,
    needs: ['fault:resp-name-markup', 'script-probe'],
    why: 'Whoever controls a server acts in the product with the rights of everybody who looks at the page.',
    judge: every(sighted('script-probe', 'no page was watched for a script'), ({ value: { sighting } }) =>
      sighting.ran ? { expected: 'no script', found: `a script ran on the page ${sighting.page}` } : undefined,
    ),
    mutant: mutant('runs it', seeInstead(storyOf('resp-name-markup'), 'script-probe', { ran: true })),
  },
);
