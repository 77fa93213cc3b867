import { defineGroup, type ProbeCase } from '../case.ts';
import { isSuccess } from '../http/sent.ts';
import { textOf } from '../probe.ts';
import { Blocked } from '../run-cases.ts';
import { credentialCases } from './credentials.ts';
import { parameterCases } from './parameters.ts';

const tokenCase: ProbeCase = {
  name: 'token',
  title: 'ask for a token with client credentials and the scope that opens registration',
  needs: ['cc-token'],
  smoke: true,
  async run(probe) {
    const answer = await probe.requestToken('admin token');
    if (!isSuccess(answer))
      throw new Blocked(
        `The IdP gave no token for the client ${probe.subject.clientId ?? ''}: status ${answer.status}, error ${textOf(answer.members['error']) ?? 'not stated'}. Check the client id, the secret and the scope.`,
        answer,
      );
    probe.learnAdminToken(answer);
    return answer;
  },
};

/** The token endpoint, as the registering client uses it. */
export const token = defineGroup(
  'token',
  'Token endpoint for the registering client',
  tokenCase,
  ...credentialCases,
  ...parameterCases,
);
