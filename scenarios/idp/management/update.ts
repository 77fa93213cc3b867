import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { textOf, type Members, type Probe, type Registered } from '../probe.ts';
import { explicit } from '../templates.ts';
import { putClient, readClient, updateKept, withoutSecret, writable } from './request.ts';

/** The case that keeps the client of this group; it is known by its latest answer. */
export const updated = 'update';

/** Members without a default, one of which is left out to see whether it goes. */
const optional = ['client_uri', 'policy_uri', 'tos_uri', 'contacts'];

const described: Members = {
  ...explicit.web,
  client_uri: 'https://app.example/',
  policy_uri: 'https://app.example/policy',
  tos_uri: 'https://app.example/terms',
  contacts: ['owner@app.example'],
};

export const movedRedirect = 'https://app.example/moved';

const updateCase: ProbeCase = {
  name: updated,
  title: 'update a client: its latest answer without what must not be sent, and a new name',
  needs: ['mgmt-pair'],
  async run(probe) {
    const client = await probe.throwaway(described);
    const body = { ...writable(client), client_name: probe.newName() };
    const answer = await putClient(probe, client, body, { purpose: 'update' });
    const proof = `PUT of a client was answered with ${answer.status} (exchange ${answer.number} of idp-update)`;
    if (!isSuccess(answer)) {
      probe.deny('mgmt-update', proof);
      probe.keep(client);
      return answer;
    }
    probe.grant('mgmt-update', proof);
    const now = probe.rekey(client, answer);
    if (now.token === client.token) probe.deny('rotate', `the token stayed the same: ${proof}`);
    else probe.grant('rotate', `a new token was given: ${proof}`);
    probe.keep(now);
    probe.keep(client, 'before-update');
    return answer;
  },
};

function omittedOf({ answer }: Registered): string {
  const member = optional.find((name) => answer.members[name] !== undefined);
  if (member !== undefined) return member;
  throw new Inconclusive(`the IdP keeps none of ${optional.join(', ')}, so none can be left out`);
}

const accepted: readonly ProbeCase[] = [
  {
    name: 'update-seen',
    title: 'read the client after the update',
    run: (probe) => readClient(probe, probe.client(updated), { purpose: 'read' }),
  },
  {
    name: 'update-old-token',
    title: 'read the client with the token from before the update',
    needs: ['rotate'],
    twin: 'update-seen',
    run: (probe) => readClient(probe, probe.client('before-update'), { purpose: 'read' }),
  },
  {
    name: 'update-omits',
    title: 'update without a member that was there, and read',
    async run(probe) {
      const omitted = omittedOf(probe.client(updated));
      await updateKept(probe, updated, (client) => without(writable(client), omitted));
      const answer = await readClient(probe, probe.client(updated), { purpose: 'read after' });
      probe.note('omitted', omitted);
      probe.note('gone', answer.members[omitted] === undefined);
      return answer;
    },
  },
  {
    name: 'update-empty-members',
    title: 'update with a member that is null and one that is empty',
    run: (probe) => updateKept(probe, updated, (client) => ({ ...writable(client), policy_uri: null, tos_uri: '' })),
  },
  {
    name: 'update-as-apim',
    title: 'update as Gravitee APIM does: without the secret, and only with what it knows',
    run: (probe) => updateKept(probe, updated, (client) => only(withoutSecret(client), knownToApim)),
  },
  {
    name: 'update-redirect',
    title: 'update the redirect URI',
    run: (probe) => updateKept(probe, updated, (client) => ({ ...writable(client), redirect_uris: [movedRedirect] })),
  },
  {
    name: 'update-patch',
    title: 'send PATCH to the address of a client',
    async run(probe) {
      const client = probe.client(updated);
      const body = { client_id: client.clientId, client_name: probe.newName() };
      const answer = await putClient(probe, client, body, { purpose: 'update', method: 'PATCH' });
      if (isSuccess(answer)) probe.keep(probe.rekey(client, answer), updated);
      return answer;
    },
  },
  {
    name: 'update-product-type',
    title: 'update a Backend to Backend client with the type as a product spells it',
    async run(probe) {
      const client = await probe.throwaway(explicit.b2b);
      probe.keep(client);
      return updateKept(probe, 'update-product-type', (own) => ({
        ...writable(own),
        application_type: 'backend_to_backend',
      }));
    },
  },
  {
    name: 'update-none-to-basic',
    title: 'update a public client so that it has to authenticate',
    async run(probe) {
      const client = await probe.throwaway(explicit.spa);
      const body = { ...writable(client), token_endpoint_auth_method: 'client_secret_basic' };
      const answer = await putClient(probe, client, body, { purpose: 'update' });
      probe.rekey(client, answer);
      return answer;
    },
  },
  {
    name: 'update-basic-to-none',
    title: 'update a confidential client so that it no longer authenticates',
    async run(probe) {
      const client = await probe.throwaway(explicit.web);
      const body = { ...withoutSecret(client), token_endpoint_auth_method: 'none' };
      const answer = await putClient(probe, client, body, { purpose: 'update' });
      probe.rekey(client, answer);
      probe.keep(client);
      return answer;
    },
  },
  {
    name: 'token-after-none',
    title: 'use the secret of a client that no longer authenticates',
    twin: 'update-basic-to-none',
    async run(probe) {
      const { clientId, secret = '' } = probe.client('update-basic-to-none');
      const ask = (purpose: string, own: string) =>
        probe.requestToken(purpose, { form: unknownCode, authorization: probe.basic(clientId, own) });
      await ask('any secret', anySecret);
      return ask('token', secret);
    },
  },
  {
    name: 'update-twice-at-once',
    title: 'send two updates at once, and read the client',
    run: twiceAtOnce,
  },
];

/** Of no client. */
const anySecret = 'a-secret-that-was-never-issued-0123456789';

/** A code that was never issued: with the right credentials the answer is `invalid_grant`, without them `invalid_client`. */
const unknownCode: [string, string][] = [
  ['grant_type', 'authorization_code'],
  ['code', 'never-issued'],
  ['redirect_uri', 'https://app.example/callback'],
];

/** What APIM sends in an update (measured with 3.20 and 4.12). */
const knownToApim = [
  'client_id',
  'client_name',
  'redirect_uris',
  'response_types',
  'grant_types',
  'application_type',
  'client_uri',
  'logo_uri',
  'contacts',
  'policy_uri',
  'tos_uri',
  'scope',
  'token_endpoint_auth_method',
];

const without = (members: Members, name: string): Members =>
  Object.fromEntries(Object.entries(members).filter(([own]) => own !== name));

const only = (members: Members, names: readonly string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)));

/** The client is known by the token of one of the two answers, or by the one that it had. */
async function twiceAtOnce(probe: Probe): Promise<Sent> {
  const client = await probe.throwaway(explicit.web);
  const answers = await Promise.all(
    ['first', 'second'].map((purpose) =>
      putClient(probe, client, { ...writable(client), client_name: `${probe.newName()}-${purpose}` }, { purpose }),
    ),
  );
  const given = answers.map(({ members }) => textOf(members['registration_access_token']));
  const tokens = new Set([...given.toReversed(), client.token].filter((token) => token !== undefined));
  let last: Sent | undefined;
  for (const token of tokens) {
    last = await readClient(probe, client, { purpose: 'read after', token });
    if (!isSuccess(last)) continue;
    probe.rekey(client, { ...last, members: { ...last.members, registration_access_token: token } });
    return last;
  }
  if (last === undefined) throw new Inconclusive('there is no token to read the client with');
  return last;
}

export const acceptedUpdates: readonly ProbeCase[] = [
  updateCase,
  ...accepted.map((one): ProbeCase => ({ ...one, needs: [...(one.needs ?? []), 'mgmt-update'] })),
];
