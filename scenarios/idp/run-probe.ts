import { Inconclusive } from '../../src/errors.ts';
import { basicAuthorization } from '../../src/oauth/basic.ts';
import type { Header } from '../../src/recording/exchange.ts';
import type { ProbedCase } from '../../src/recording/recording.ts';
import { declare } from './declared.ts';
import { startAbilities } from './capability.ts';
import type { Pace } from './http/pace.ts';
import { isSuccess, type Sent } from './http/sent.ts';
import type { Transport } from './http/transport.ts';
import type { Ledger } from './ledger.ts';
import {
  acceptJson,
  bearer,
  clientCredentialsForm,
  formBody,
  formType,
  jsonType,
  needed,
  rawBasic,
  textOf,
  tokenKey,
  type Members,
  type Probe,
  type Registered,
} from './probe.ts';
import { secretsOf, type Subject } from './subject.ts';
import type { LoginBrowser } from './use/browser.ts';

/** The part of a case that grows while it runs. */
export interface RunningCase {
  readonly name: string;
  readonly exchanges: ProbedCase['exchanges'];
  readonly notes: ProbedCase['notes'];
}

/** What a run hands to its probe. */
export interface ProbeParts {
  readonly subject: Subject;
  readonly ledger: Ledger;
  readonly pace: Pace;
  /** Begins the name of every client. */
  readonly prefix: string;
  /** The transport of the recording that is being made. */
  transport: () => Transport;
  /** The case that runs. */
  current: () => RunningCase;
  /** The browser of the run, started at the first call. */
  browser: () => Promise<LoginBrowser>;
  /** Called before each request with the case and the purpose it is for. */
  onRequest?: (caseName: string, purpose: string) => void;
}

export interface RunningProbe extends Probe {
  /** Secrets that were made up on the way, beside the subject's own. */
  readonly secrets: readonly string[];
}

export function createProbe({
  subject,
  ledger,
  pace,
  prefix,
  transport,
  current,
  browser,
  onRequest,
}: ProbeParts): RunningProbe {
  const secrets = secretsOf(subject);
  const clients = new Map<string, Registered>();
  const abilities = startAbilities();
  declare(abilities, subject);
  let metadata: Members = {};
  let admin: { token: string; until: number } | undefined;
  let names = 0;
  let basic = basicAuthorization;
  const kept = new Map<string, Sent>();

  const send: Probe['send'] = async (purpose, outgoing) => {
    onRequest?.(current().name, purpose);
    return pace.send(async () => {
      const number = transport().exchanges().length + 1;
      current().exchanges.push({ number, purpose });
      return transport().send(outgoing);
    });
  };

  const once: Probe['once'] = async (key, ask) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answer = await ask();
    if (isSuccess(answer)) kept.set(key, answer);
    return answer;
  };

  const endpoint: Probe['endpoint'] = (name) => {
    const url = textOf(metadata[`${name}_endpoint`]);
    if (url === undefined) throw new Inconclusive(`the discovery document names no ${name}_endpoint`);
    return url;
  };

  const requestToken: Probe['requestToken'] = (purpose, change = {}) => {
    const { clientId = '', clientSecret = '', scope } = subject;
    const { form = clientCredentialsForm(scope), authorization = basic(clientId, clientSecret) } = change;
    return send(purpose, {
      method: change.method ?? 'POST',
      url: change.url ?? endpoint('token'),
      headers: change.headers ?? [
        ...(authorization === null ? [] : [['Authorization', authorization] as Header]),
        formType,
        acceptJson,
      ],
      body: formBody(form),
    });
  };

  /** The token is used for four fifths of its life. */
  const learnAdminToken = (answer: Sent): string => {
    const taken = needed(answer, 'access_token');
    const seconds = Number(answer.members['expires_in'] ?? 60);
    admin = { token: taken, until: Date.now() + (Number.isFinite(seconds) ? seconds * 800 : 48_000) };
    return taken;
  };

  const clientCredentialsToken: Probe['clientCredentialsToken'] = async () => {
    if (subject.clientId === undefined || subject.clientSecret === undefined) return undefined;
    if (admin !== undefined && admin.until > Date.now()) return admin.token;
    const answer = await requestToken('admin token');
    return learnAdminToken(answer);
  };

  const adminToken: Probe['adminToken'] = async () => subject.initialAccessToken ?? (await clientCredentialsToken());

  const registrationHeaders = async (): Promise<Header[]> => {
    const token = await adminToken();
    return [...(token === undefined ? [] : [bearer(token)]), jsonType, acceptJson];
  };

  const learnPair = ({ number, members }: Sent) => {
    if (textOf(members['client_id']) === undefined || abilities.finding('mgmt-pair')?.has === true) return;
    const pair = ['registration_client_uri', 'registration_access_token'].filter((name) => textOf(members[name]));
    if (pair.length === 2) abilities.grant('mgmt-pair', `the answer of exchange ${number} has the pair`);
    else if (abilities.finding('mgmt-pair') === undefined)
      abilities.deny(
        'mgmt-pair',
        `no registration answer has registration_client_uri and registration_access_token (exchange ${number} of a registration)`,
      );
  };

  const register: Probe['register'] = async (purpose, { body, headers, url, method }) => {
    const name = typeof body === 'string' ? undefined : textOf(body['client_name']);
    const outgoing = {
      method: method ?? 'POST',
      url: url ?? endpoint('registration'),
      headers: headers ?? (await registrationHeaders()),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
    const entry = await ledger.ask(name ?? `(no name) ${purpose}`, current().name);
    const answer = await send(purpose, outgoing);
    ledger.settle(entry, answer.members);
    learnPair(answer);
    return answer;
  };

  const registered: Probe['registered'] = (asked, answer) => {
    const clientId = textOf(answer.members['client_id']);
    if (clientId === undefined)
      throw new Inconclusive(`no client was registered: status ${answer.status} (exchange ${answer.number})`);
    return {
      asked,
      answer,
      clientId,
      secret: textOf(answer.members['client_secret']),
      uri: textOf(answer.members['registration_client_uri']),
      token: textOf(answer.members['registration_access_token']),
    };
  };

  const visit: Probe['visit'] = async (url, redirectUri) => {
    const { user } = subject;
    if (user === undefined) throw new Inconclusive('nobody is known who could sign in');
    onRequest?.(current().name, 'browser');
    const { exchanges, ...end } = await (await browser()).visit({ url, redirectUri, user });
    const answers = exchanges.map((exchange) => transport().keep(exchange));
    for (const { number } of answers) current().exchanges.push({ number, purpose: 'browser' });
    const answer = answers.at(-1);
    if (answer === undefined) throw new Inconclusive(`the browser got no answer: ${end.stuck ?? 'no reason is known'}`);
    return { ...end, answer };
  };

  const newName = () => `${prefix}${++names}`;

  return {
    ...abilities,
    subject,
    prefix,
    secrets,
    metadata: () => metadata,
    learnMetadata: (read) => {
      metadata = read;
    },
    endpoint,
    send,
    once,
    known: (key) => kept.get(key),
    again(purpose, answer) {
      current().exchanges.push({ number: answer.number, purpose });
      return answer;
    },
    visit,
    requestToken,
    basic: (clientId, clientSecret) => basic(clientId, clientSecret),
    learnRawCredentials() {
      basic = rawBasic;
    },
    async accessTokenOf({ clientId, secret = '' }) {
      const form = clientCredentialsForm(undefined);
      const ask = () => requestToken('token', { form, authorization: basic(clientId, secret) });
      return needed(await once(tokenKey(clientId), ask), 'access_token');
    },
    clientCredentialsToken,
    adminToken,
    learnAdminToken,
    registrationHeaders,
    register,
    registered,
    client(caseName) {
      const client = clients.get(caseName);
      if (client === undefined) throw new Inconclusive(`the case ${caseName} registered no client`);
      return client;
    },
    keep: (client, caseName = current().name) => void clients.set(caseName, client),
    async throwaway(body) {
      const asked = { client_name: newName(), ...body };
      return registered(asked, await register('throw-away client', { body: asked }));
    },
    rekey(client, answer) {
      ledger.rekey(client.clientId, answer.members);
      return {
        ...client,
        answer,
        secret: textOf(answer.members['client_secret']) ?? client.secret,
        uri: textOf(answer.members['registration_client_uri']) ?? client.uri,
        token: textOf(answer.members['registration_access_token']) ?? client.token,
      };
    },
    gone: ({ clientId }) => ledger.gone(clientId),
    note: (name, value) => {
      current().notes[name] = value;
    },
    hide: (secret) => void secrets.push(secret),
    newName,
  };
}
