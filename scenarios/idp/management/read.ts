import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import { defineGroup } from '../case.ts';
import { isSuccess } from '../http/sent.ts';
import { acceptJson, bearer, jsonType, type Registered } from '../probe.ts';
import { explicit } from '../templates.ts';
import { pairOf, readClient } from './request.ts';

const web = 'register-web-explicit';

/** A token that was never issued, of the form that many are. */
const garbage = 'bm90LWEtdG9rZW4tdGhhdC13YXMtZXZlci1pc3N1ZWQ';

/** The address of a client, with another id in it. */
export function addressOf({ uri, clientId }: Registered, otherId: string): string {
  const parts = uri?.split(encodeURIComponent(clientId)) ?? [];
  if (parts.length < 2) throw new Inconclusive('registration_client_uri does not name the client_id');
  return parts.join(encodeURIComponent(otherId));
}

const readCase: ProbeCase = {
  name: 'read',
  title: 'read a client with its registration access token',
  needs: ['mgmt-pair'],
  smoke: true,
  async run(probe) {
    const client = probe.client(web);
    const answer = await readClient(probe, client, { purpose: 'read' });
    const proof = `GET of the client was answered with ${answer.status} (exchange ${answer.number} of idp-read)`;
    if (isSuccess(answer)) probe.grant('mgmt-read', proof);
    else probe.deny('mgmt-read', proof);
    if (isSuccess(answer)) probe.keep(probe.rekey(client, answer), web);
    return answer;
  },
};

const cases: readonly Omit<ProbeCase, 'needs' | 'twin'>[] = [
  {
    name: 'read-again',
    title: 'read it again, with the address and the token that the first answer names',
    run: (probe) => readClient(probe, probe.client(web), { purpose: 'read again' }),
  },
  {
    name: 'read-without-token',
    title: 'read a client without a token',
    run: (probe) => readClient(probe, probe.client(web), { purpose: 'read', token: null }),
  },
  {
    name: 'read-garbage-token',
    title: 'read a client with a token that was never issued',
    run: (probe) => readClient(probe, probe.client(web), { purpose: 'read', token: garbage }),
  },
  {
    name: 'read-foreign-token',
    title: 'read a client with the token of another',
    async run(probe) {
      const stranger = await probe.throwaway(explicit.web);
      probe.keep(stranger);
      return readClient(probe, probe.client(web), { purpose: 'read', token: pairOf(stranger).token });
    },
  },
  {
    name: 'read-unknown-client',
    title: 'read a client that there is not',
    run: (probe) => {
      const stranger = probe.client('read-foreign-token');
      const { clientId } = stranger;
      const uri = addressOf(stranger, `x${clientId}x`);
      return readClient(probe, stranger, { purpose: 'read', uri });
    },
  },
  {
    name: 'read-token-in-query',
    title: 'read a client with the token in the query',
    run(probe) {
      const { uri, token } = pairOf(probe.client(web));
      const url = new URL(uri);
      url.searchParams.set('access_token', token);
      return probe.send('read', { method: 'GET', url: url.href, headers: [acceptJson] });
    },
  },
  {
    name: 'read-other-method',
    title: 'send POST to the address of a client',
    run(probe) {
      const { uri, token } = pairOf(probe.client(web));
      const headers = [bearer(token), jsonType, acceptJson];
      return probe.send('read', { method: 'POST', url: uri, headers, body: '{}' });
    },
  },
];

const needsAdmin: readonly ProbeCase[] = [
  {
    name: 'read-with-admin-token',
    title: 'read a client with the token that opens registration',
    needs: ['mgmt-read', 'cc-token'],
    twin: 'read',
    async run(probe) {
      const token = await probe.adminToken();
      if (token === undefined) throw new Inconclusive('there is no token of an administrator');
      return readClient(probe, probe.client(web), { purpose: 'read', token });
    },
  },
  {
    name: 'read-static-client',
    title: 'read the client of the administrator with the token of a registered one',
    needs: ['mgmt-read', 'cc-token'],
    twin: 'read',
    run(probe) {
      const stranger = probe.client('read-foreign-token');
      const uri = addressOf(stranger, probe.subject.clientId ?? '');
      return readClient(probe, stranger, { purpose: 'read', uri });
    },
  },
];

export const read = defineGroup(
  'read',
  'Read (RFC 7592 §2.1)',
  readCase,
  ...cases.map((one): ProbeCase => ({ ...one, needs: ['mgmt-read'], twin: 'read' })),
  ...needsAdmin,
);
