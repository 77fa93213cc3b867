import type { ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { type Members, type Probe } from '../probe.ts';
import { explicit } from '../templates.ts';
import { forbiddenInUpdate, pairOf, putClient, readClient, updateKept, writable } from './request.ts';
import { updated } from './update.ts';

/** What a client may not choose, and what it chooses here. */
const chosen: Readonly<Record<(typeof forbiddenInUpdate)[number], unknown>> = {
  registration_access_token: 'a-token-of-the-clients-own-choice',
  registration_client_uri: 'https://app.example/clients/mine',
  client_secret_expires_at: 4_102_444_800,
  client_id_issued_at: 946_684_800,
};

/** The confidential client of which the secret is attacked. */
const target = 'update-wrong-secret';
const chosenSecret = 'a-secret-of-the-clients-own-choice-0123456789';

const refused: readonly ProbeCase[] = [
  {
    name: 'update-without-client-id',
    title: 'update without client_id',
    run: (probe) =>
      updateKept(probe, updated, (client) => {
        const { client_id: _id, ...members } = writable(client);
        return members;
      }),
  },
  {
    name: 'update-other-client-id',
    title: 'update with the client_id of another client',
    run: (probe) =>
      updateKept(probe, updated, (client) => ({
        ...writable(client),
        client_id: probe.client('register-web-explicit').clientId,
      })),
  },
  {
    name: target,
    title: 'update with another secret than the client has',
    async run(probe) {
      probe.hide(chosenSecret);
      probe.keep(await probe.throwaway(explicit.b2b));
      return updateKept(probe, target, (client) => ({ ...writable(client), client_secret: chosenSecret }));
    },
  },
  {
    name: 'token-with-chosen-secret',
    title: 'ask for a token with the secret that the client chose in an update',
    run(probe) {
      const { clientId } = probe.client(target);
      return probe.requestToken('token', {
        form: [['grant_type', 'client_credentials']],
        authorization: probe.basic(clientId, chosenSecret),
      });
    },
  },
  ...forbiddenInUpdate.map((member): ProbeCase => ({
    name: `update-with-${member.replaceAll('_', '-')}`,
    title: `update with a ${member} of the client's own choice`,
    run(probe) {
      if (typeof chosen[member] === 'string') probe.hide(chosen[member]);
      return updateKept(probe, updated, (client) => ({ ...writable(client), [member]: chosen[member] }));
    },
  })),
  {
    name: 'update-bad-redirect',
    title: 'update with a redirect URI that has a fragment, and a new name, and read',
    async run(probe) {
      const answer = await updateKept(probe, updated, (client) => ({
        ...writable(client),
        client_name: `${probe.newName()}-half`,
        redirect_uris: ['https://app.example/callback#fragment'],
      }));
      await readClient(probe, probe.client(updated), { purpose: 'read after' });
      return answer;
    },
  },
  {
    name: 'update-without-token',
    title: 'update without a token',
    run: (probe) => attempt(probe, null),
  },
  {
    name: 'update-garbage-token',
    title: 'update with a token that was never issued',
    run: (probe) => attempt(probe, 'bm90LWEtdG9rZW4tdGhhdC13YXMtZXZlci1pc3N1ZWQ'),
  },
  {
    name: 'update-foreign-token',
    title: 'update with the token of another client',
    async run(probe) {
      const stranger = await probe.throwaway(explicit.web);
      return attempt(probe, pairOf(stranger).token);
    },
  },
];

async function attempt(probe: Probe, token: string | null): Promise<Sent> {
  const client = probe.client(updated);
  const body: Members = { ...writable(client), client_name: probe.newName() };
  const answer = await putClient(probe, client, body, { purpose: 'update', token });
  if (isSuccess(answer)) probe.keep(probe.rekey(client, answer), updated);
  return answer;
}

export const refusedUpdates: readonly ProbeCase[] = refused.map((one) => ({
  ...one,
  needs: ['mgmt-update'],
  twin: updated,
}));
