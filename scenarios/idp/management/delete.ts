import { Inconclusive } from '../../../src/errors.ts';
import { defineGroup, type ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import type { Probe } from '../probe.ts';
import { explicit } from '../templates.ts';
import { openAuthorization } from '../use/authorization.ts';
import { deleteClient, pairOf, putClient, readClient, writable } from './request.ts';

const b2b = 'register-b2b-explicit';
const web = 'register-web-explicit';

const tokenOf = (probe: Probe, caseName: string): Promise<Sent> => {
  const { clientId, secret = '' } = probe.client(caseName);
  return probe.requestToken('token', {
    form: [['grant_type', 'client_credentials']],
    authorization: probe.basic(clientId, secret),
  });
};

/** Tries to delete a client as somebody else, and reads it. */
async function deleteAs(probe: Probe, token: string | null): Promise<Sent> {
  const client = probe.client(web);
  const answer = await deleteClient(probe, client, { purpose: 'delete', token });
  await readClient(probe, client, { purpose: 'read after' });
  return answer;
}

const bystanders: readonly ProbeCase[] = [
  {
    name: 'delete-without-token',
    title: 'delete a client without a token',
    run: (probe) => deleteAs(probe, null),
  },
  {
    name: 'delete-garbage-token',
    title: 'delete a client with a token that was never issued',
    run: (probe) => deleteAs(probe, 'bm90LWEtdG9rZW4tdGhhdC13YXMtZXZlci1pc3N1ZWQ'),
  },
  {
    name: 'delete-foreign-token',
    title: 'delete a client with the token of another',
    run: async (probe) => deleteAs(probe, pairOf(await probe.throwaway(explicit.web)).token),
  },
];

/** Asks another client of the IdP what it knows of a token (RFC 7662). */
const introspect = (probe: Probe, token: string): Promise<Sent> => {
  const { clientId, secret = '' } = probe.client(web);
  return probe.requestToken('introspect', {
    url: probe.endpoint('introspection'),
    form: [['token', token]],
    authorization: probe.basic(clientId, secret),
  });
};

const leftOver = 'introspect-before-delete';

const beforeDelete: ProbeCase = {
  name: leftOver,
  title: 'ask whether a token of a client is active, while the client is there',
  needs: ['mgmt-pair', 'introspection'],
  async run(probe) {
    const token = await probe.accessTokenOf(probe.client(b2b));
    const answer = await introspect(probe, token);
    if (isSuccess(answer) && answer.members['active'] !== true)
      throw new Inconclusive('another client is not told that the token is active, before the client is deleted');
    probe.keep({ ...probe.client(b2b), token });
    return answer;
  },
};

const deleteCase: ProbeCase = {
  name: 'delete',
  title: 'delete a client with its registration access token',
  needs: ['mgmt-pair'],
  smoke: true,
  async run(probe) {
    const client = probe.client(b2b);
    const answer = await deleteClient(probe, client, { purpose: 'delete' });
    const proof = `DELETE of a client was answered with ${answer.status} (exchange ${answer.number} of idp-delete)`;
    if (!isSuccess(answer)) {
      probe.deny('mgmt-delete', proof);
      return answer;
    }
    probe.grant('mgmt-delete', proof);
    probe.gone(client);
    return answer;
  },
};

const afterwards: readonly ProbeCase[] = [
  {
    name: 'read-after-delete',
    title: 'read the deleted client',
    run: (probe) => readClient(probe, probe.client(b2b), { purpose: 'read' }),
  },
  {
    name: 'update-after-delete',
    title: 'update the deleted client',
    run(probe) {
      const client = probe.client(b2b);
      return putClient(probe, client, writable(client), { purpose: 'update' });
    },
  },
  {
    name: 'delete-again',
    title: 'delete the deleted client',
    run: (probe) => deleteClient(probe, probe.client(b2b), { purpose: 'delete' }),
  },
  {
    name: 'token-after-delete',
    title: 'ask for a token as the deleted client',
    run: (probe) => tokenOf(probe, b2b),
  },
  {
    name: 'introspect-after-delete',
    title: 'ask whether a token of the deleted client is still active',
    needs: ['introspection'],
    run: (probe) => introspect(probe, probe.client(leftOver).token ?? ''),
  },
  {
    name: 'register-after-delete',
    title: 'register the same client again',
    async run(probe) {
      const { asked } = probe.client(b2b);
      const answer = await probe.register('register', { body: asked });
      if (isSuccess(answer)) probe.keep(probe.registered(asked, answer));
      return answer;
    },
  },
];

/** A client that could be sent to sign in, and then not. */
const authorized: readonly ProbeCase[] = [
  {
    name: 'authorize-before-delete',
    title: 'ask for a code as a client that is there',
    needs: ['mgmt-pair'],
    async run(probe) {
      const client = await probe.throwaway(explicit.web);
      probe.keep(client);
      return openAuthorization(probe, client);
    },
  },
  {
    name: 'authorize-after-delete',
    title: 'ask for a code as a client that was deleted',
    needs: ['mgmt-delete'],
    twin: 'authorize-before-delete',
    async run(probe) {
      const client = probe.client('authorize-before-delete');
      const gone = await deleteClient(probe, client, { purpose: 'delete' });
      if (!isSuccess(gone)) throw new Inconclusive(`the client could not be deleted: status ${gone.status}`);
      probe.gone(client);
      return openAuthorization(probe, client);
    },
  },
];

export const deletion = defineGroup(
  'delete',
  'Delete (RFC 7592 §2.3)',
  ...bystanders.map((one): ProbeCase => ({ ...one, needs: ['mgmt-read'], twin: 'read' })),
  beforeDelete,
  deleteCase,
  ...afterwards.map((one): ProbeCase => ({ ...one, needs: [...(one.needs ?? []), 'mgmt-delete'], twin: 'delete' })),
  ...authorized,
);
