import type { ProbeCase } from './case.ts';
import { defineGroup } from './case.ts';
import { isSuccess } from './http/sent.ts';
import { acceptJson, bearer, type Probe } from './probe.ts';

/** URI and token of a client of an earlier case (RFC 7592 §3). */
export function pairOf(probe: Probe, caseName: string) {
  const client = probe.client(caseName);
  return { client, uri: client.uri ?? '', token: client.token ?? '' };
}

const readCase: ProbeCase = {
  name: 'read',
  title: 'read a client with its registration access token',
  needs: ['mgmt-pair'],
  smoke: true,
  async run(probe) {
    const { client, uri, token } = pairOf(probe, 'register-web-explicit');
    const answer = await probe.send('read', { method: 'GET', url: uri, headers: [bearer(token), acceptJson] });
    const proof = `GET of the client was answered with ${answer.status} (exchange ${answer.number} of idp-read)`;
    if (isSuccess(answer)) probe.grant('mgmt-read', proof);
    else probe.deny('mgmt-read', proof);
    probe.rekey(client, answer);
    return answer;
  },
};

export const read = defineGroup('read', 'Read (RFC 7592 §2.1)', readCase);

const deleteCase: ProbeCase = {
  name: 'delete',
  title: 'delete a client with its registration access token',
  needs: ['mgmt-pair'],
  smoke: true,
  async run(probe) {
    const { client, uri, token } = pairOf(probe, 'register-b2b-explicit');
    const answer = await probe.send('delete', { method: 'DELETE', url: uri, headers: [bearer(token)] });
    if (isSuccess(answer)) probe.gone(client);
    return answer;
  },
};

export const deletion = defineGroup('delete', 'Delete (RFC 7592 §2.3)', deleteCase);
