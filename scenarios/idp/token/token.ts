import { defineGroup, type ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { tokenByLibrary } from '../known-good.ts';
import { rawBasic, textOf, type Probe } from '../probe.ts';
import { Blocked } from '../run-cases.ts';
import { asTheyAre, credentialCases } from './credentials.ts';
import { parameterCases } from './parameters.ts';

const tokenCase: ProbeCase = {
  name: 'token',
  title: 'ask for a token with client credentials and the scope that opens registration',
  needs: ['cc-token'],
  smoke: true,
  async run(probe) {
    const answer = await askForToken(probe);
    // With an initial access token of its own the run needs none from here.
    if (!isSuccess(answer) && probe.subject.initialAccessToken === undefined)
      throw new Blocked(
        `The IdP gave no token for the client ${probe.subject.clientId ?? ''}: status ${answer.status}, error ${textOf(answer.members['error']) ?? 'not stated'}. Check the client id, the secret and the scope.`,
        answer,
      );
    if (isSuccess(answer)) probe.learnAdminToken(answer);
    return answer;
  },
};

/**
 * Form-encoded credentials first, as RFC 6749 §2.3.1 has them. An IdP that takes only the other form can be tried all the same;
 * what it makes of the first is in the recording.
 */
async function askForToken(probe: Probe): Promise<Sent> {
  const encoded = await tokenByLibrary(probe, 'admin token');
  if (encoded.status !== 401 || probe.finding('reserved-characters')?.has !== true) return encoded;
  const { clientId = '', clientSecret = '' } = probe.subject;
  const raw = await probe.requestToken(asTheyAre, { authorization: rawBasic(clientId, clientSecret) });
  if (!isSuccess(raw)) return encoded;
  probe.learnRawCredentials();
  return probe.once(asTheyAre, () => Promise.resolve(raw));
}

/** The token endpoint, as the registering client uses it. */
export const token = defineGroup(
  'token',
  'Token endpoint for the registering client',
  tokenCase,
  ...credentialCases,
  ...parameterCases,
);
